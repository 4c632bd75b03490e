/* The page /note: a form that keeps what was typed first and sends it then. No package: it must open on any line. */
(() => {
  const { noteQueue } = self;
  const words = JSON.parse(document.getElementById("words").textContent);
  const form = document.querySelector("form");
  const status = document.querySelector("[role=status]");
  const out = document.getElementById("out");
  const list = document.getElementById("waiting");
  const places = document.getElementById("channel");
  const save = form.querySelector("[type=submit]");
  const draftKey = "avant-note-draft";
  const draftByKey = "avant-note-draft-by";
  /** A person, null for nobody, undefined while nobody knows. */
  let me;
  let hasLine = true;
  let justSent = false;
  let sending = null;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };

  async function show() {
    const notes = await noteQueue.all();
    const mine = me ? notes.filter((note) => note.by === me.id) : [];
    const waiting = mine.filter((note) => !note.problem).length;
    const others = notes.length - mine.length;
    document.getElementById("me").textContent = me ? me.name : "";
    // Somebody else has signed in since: what was begun here is neither theirs to read nor to send.
    const begunBy = sessionStorage.getItem(draftByKey);
    if (me && begunBy && begunBy !== me.id) {
      form.reset();
      sessionStorage.removeItem(draftKey);
      sessionStorage.removeItem(draftByKey);
    }
    out.hidden = me !== null;
    save.disabled = !me;
    const lines = [];
    if (me === null) lines.push(others > 0 ? fill(words.signedOutKept, { count: others }) : words.signedOut);
    else if (me === undefined) lines.push(words.neverHere);
    else if (waiting > 0) lines.push(fill(words.waiting, { count: waiting }));
    else if (justSent) lines.push(words.sent);
    if (me && !hasLine) lines.push(words.noLine);
    if (me && others > 0) lines.push(fill(words.others, { count: others }));
    const said = lines.join(" ");
    if (status.textContent !== said) status.textContent = said;
    list.replaceChildren(...mine.map(row));
  }

  function row(note) {
    const item = document.createElement("li");
    const text = document.createElement("p");
    text.textContent = `${note.who}: ${note.text}`;
    item.append(text);
    if (!note.problem) return item;
    const why = document.createElement("p");
    why.className = "problem";
    why.textContent = fill(words.refused, { reason: note.problem });
    const away = document.createElement("button");
    away.type = "button";
    away.textContent = words.remove;
    away.onclick = async () => {
      if (!confirm(words.removeSure)) return;
      await noteQueue.remove(note.id);
      await show();
    };
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = words.again;
    again.onclick = async () => {
      const { problem: _, ...rest } = note;
      await noteQueue.put(rest);
      await send();
    };
    item.append(why, again, " ", away);
    return item;
  }

  async function send() {
    sending ??= (async () => {
      const before = (await noteQueue.all()).length;
      const found = await noteQueue.send().catch(() => undefined);
      hasLine = found !== undefined;
      me = found === undefined ? ((await noteQueue.lastMe()) ?? undefined) : found;
      if ((await noteQueue.all()).length < before) justSent = true;
    })().finally(() => {
      sending = null;
    });
    await sending;
    await show();
  }

  const typed = () => Object.fromEntries(new FormData(form));

  async function submit() {
    if (!me || !form.reportValidity()) return;
    const { who, email, phone, text, what, until, place, danger, channelId } = typed();
    const promised = what.trim() || until.trim() ? { what, until: until.trim() || null } : null;
    await noteQueue.put({
      id: newId(),
      by: me.id,
      at: new Date().toISOString(),
      channelId: channelId || null,
      who,
      place,
      email: email.trim() || null,
      phone: phone.trim() || null,
      text,
      promised,
      danger: danger === "yes" ? "yes" : null,
    });
    form.reset();
    sessionStorage.removeItem(draftKey);
    sessionStorage.removeItem(draftByKey);
    justSent = false;
    form.elements.who.focus();
    await show();
    navigator.storage?.persist?.().catch(() => {});
    const worker = await navigator.serviceWorker?.getRegistration?.("/");
    // Where the browser knows it, it sends even when this page is closed before the line is back.
    await worker?.sync?.register("notes").catch(() => {});
    await send();
  }

  async function askPlaces() {
    const answer = await fetch("/api/v1/hand-places").catch(() => null);
    const found = answer?.ok ? (await answer.json()).items.filter((one) => one.takes === "note") : [];
    if (found.length > 0) localStorage.setItem("avant-note-places", JSON.stringify(found));
    else if (answer?.ok) localStorage.removeItem("avant-note-places");
    showPlaces();
  }

  function showPlaces() {
    const where = form.elements.place.value;
    const known = JSON.parse(localStorage.getItem("avant-note-places") ?? "[]").filter(
      ({ at }) => at === null || at === where,
    );
    const chosen = localStorage.getItem("avant-note-place");
    places.replaceChildren(
      ...known.map(
        ({ id, name, brandName }) => new Option(`${name} · ${brandName}`, id, false, id === chosen),
      ),
    );
    places.parentElement.hidden = known.length < 2;
  }

  form.onsubmit = (event) => {
    event.preventDefault();
    submit().catch(() => {
      status.textContent = words.notKept;
    });
  };
  form.oninput = () => {
    sessionStorage.setItem(draftKey, JSON.stringify(typed()));
    sessionStorage.setItem(draftByKey, me?.id ?? "");
  };
  for (const radio of form.elements.place) radio.onchange = showPlaces;
  places.onchange = () => localStorage.setItem("avant-note-place", places.value);
  for (const [name, value] of Object.entries(JSON.parse(sessionStorage.getItem(draftKey) ?? "{}"))) {
    const field = form.elements[name];
    if (field instanceof RadioNodeList) field.value = value;
    else if (field?.type === "checkbox") field.checked = value === field.value;
    else if (field) field.value = value;
  }

  addEventListener("online", () => void send());
  addEventListener("offline", () => {
    hasLine = false;
    void show();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void send());
  // Browsers say "online" about a line that leads nowhere.
  setInterval(async () => {
    if (!hasLine || (await noteQueue.all()).some((note) => !note.problem)) await send();
  }, 5_000);

  const language = document.documentElement.lang;
  if (isSecureContext)
    navigator.serviceWorker
      ?.register(`/service-worker.js?lang=${language}`, { scope: "/", updateViaCache: "none" })
      .catch(() => {});
  void send().then(askPlaces);
})();
