/*
 * What was noted on this telephone and has not reached the server yet. Both the page and the service worker load it:
 * whichever is awake when the line is back sends. A note belongs to whoever typed it: it is sent only while they are
 * signed in, and the server refuses it from anybody else. Its id is made here, so that a note sent twice is one.
 */
self.noteQueue = (() => {
  const open = () =>
    new Promise((resolve, reject) => {
      const asked = indexedDB.open("avant-notes", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("notes", { keyPath: "id" });
        asked.result.createObjectStore("known");
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });

  async function within(store, mode, act) {
    const base = await open();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = base.transaction(store, mode, { durability: "strict" });
        const asked = act(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(asked.result);
        transaction.onabort = () => reject(transaction.error);
      });
    } finally {
      base.close();
    }
  }

  const put = (note) => within("notes", "readwrite", (store) => store.put(note));
  const remove = (id) => within("notes", "readwrite", (store) => store.delete(id));
  const all = async () =>
    (await within("notes", "readonly", (store) => store.getAll())).sort((a, b) => (a.at < b.at ? -1 : 1));
  const lastMe = async () => (await within("known", "readonly", (store) => store.get("me"))) ?? null;

  /** Who is signed in: a person, null for nobody, undefined where there is no line. */
  async function askMe() {
    let answer;
    try {
      answer = await fetch("/api/v1/me", { headers: { accept: "application/json" }, cache: "no-store" });
    } catch {
      return undefined;
    }
    if (answer.status === 401 || answer.status === 403) {
      await within("known", "readwrite", (store) => store.delete("me"));
      return null;
    }
    if (!answer.ok) return undefined;
    const { id, name } = await answer.json();
    await within("known", "readwrite", (store) => store.put({ id, name }, "me"));
    return { id, name };
  }

  /** "taken", "away" (try later), "out" (nobody is signed in), or the sentence of a refusal. */
  async function hand({ problem: _, ...note }) {
    let answer;
    try {
      answer = await fetch("/api/v1/notes", {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(note),
      });
    } catch {
      return "away";
    }
    if (answer.ok) return "taken";
    if (answer.status === 401) return "out";
    if (answer.status === 409 || answer.status === 429 || answer.status >= 500) return "away";
    const said = await answer.json().catch(() => null);
    // Signed out, or somebody else since: kept for its author.
    if (said?.error?.key === "by_hand.somebody_else" || said?.error?.key === "session.required") return "out";
    return { problem: said?.error?.message ?? String(answer.status) };
  }

  async function sendMine() {
    const me = await askMe();
    if (me) {
      for (const note of await all()) {
        if (note.by !== me.id || note.problem) continue;
        const outcome = await hand(note);
        if (outcome === "taken") await remove(note.id);
        else if (typeof outcome === "object") await put({ ...note, problem: outcome.problem });
        else break;
      }
    }
    return me;
  }

  return {
    put,
    remove,
    all,
    lastMe,
    /** Sends what can be sent; never twice at a time. Resolves with who is signed in, as `askMe`. */
    send: () => (self.navigator.locks ? self.navigator.locks.request("avant-notes", sendMine) : sendMine()),
  };
})();
