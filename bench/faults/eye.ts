import { io } from "socket.io-client";

export type Eye = { subjects: Set<string>; refetches: number; close(): void };

type Push = { seq: string; rows: Array<{ row: { subject: string | null } }> };
type SinceAnswer = { kind: "patch"; push: Push } | { kind: "refetch"; seq: string };

/** A browser without the pictures: listens, and after each cut asks what it missed, as app/_live does. */
export async function openEye(url: string, cookie: string): Promise<Eye> {
  let isClosed = false;
  const eye: Eye = {
    subjects: new Set(),
    refetches: 0,
    close() {
      isClosed = true;
      socket.disconnect();
    },
  };
  let seq: string | null = null;
  const socket = io(url, {
    transports: ["websocket"],
    extraHeaders: { cookie },
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
  });

  function take(push: Push): void {
    if (seq !== null && push.seq <= seq) return;
    seq = push.seq;
    for (const { row } of push.rows) if (row.subject) eye.subjects.add(row.subject);
  }

  function ask(): void {
    socket.timeout(5_000).emit("since", seq, (error: Error | null, answer: SinceAnswer) => {
      if (error) {
        // See app/_live/follow.ts: a broken line mends itself, unless it is told to hang up.
        if (socket.connected) socket.disconnect().connect();
      } else if (answer.kind === "patch") take(answer.push);
      else {
        seq = answer.seq;
        eye.refetches += 1;
        void fetchAll(url, cookie, eye.subjects);
      }
    });
  }

  // After a refusal by the server, such as one from a database that is away, Socket.IO does not try again by itself.
  function again(): void {
    if (!socket.active && !isClosed) setTimeout(() => socket.connect(), 300);
  }

  socket.on("connect_error", again);
  socket.on("disconnect", again);
  socket.on("connect", ask);
  socket.on("change", take);
  await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  return eye;
}

/** What a browser does when it was away for too long: it reads its lists anew. */
async function fetchAll(url: string, cookie: string, into: Set<string>): Promise<void> {
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await fetch(`${url}/api/v1/conversations?limit=200${query}`, { headers: { cookie } });
    if (!answer.ok) return;
    const page: { items: Array<{ subject: string | null }>; next: string | null } = await answer.json();
    for (const { subject } of page.items) if (subject) into.add(subject);
    cursor = page.next;
  }
}
