import type { QueryClient } from "@tanstack/react-query";
import type { ChangePush, SinceAnswer } from "@/lib/live/protocol";
import { applyGap, applyPushes } from "./cache";
import { gather } from "./gather";
import type { Me } from "./lists";
import { setPresence } from "./presence";
import type { LiveSocket } from "./socket";

export type Connection = { state: "connecting" | "live" | "offline"; since: number };

/** How a cut ended: how long it lasted, and how many changes came with the catching up; null when all was read anew. */
export type Return = { awayMs: number; changes: number | null };

const GATHER_MS = 100;

/**
 * Keeps what the browser holds true: every push is applied once and in order, and after a cut, as after the first
 * paint, the server is asked for what happened since.
 */
export function follow(
  socket: LiveSocket,
  {
    client,
    me,
    from,
    onState,
    onReturn,
    onChannels,
    onViews,
    onCustomers,
  }: {
    client: QueryClient;
    me: Me;
    /** Where the stream stood when the page was drawn. */
    from: string | null;
    onState(connection: Connection): void;
    onReturn(how: Return): void;
    onChannels(): void;
    onViews(): void;
    onCustomers(): void;
  },
): () => void {
  let seq = from;
  let lostAt: number | null = null;
  const pushes = gather<ChangePush>(GATHER_MS, (all) => applyPushes(client, all, me));

  function onChange(push: ChangePush) {
    if (seq !== null && push.seq <= seq) return;
    seq = push.seq;
    pushes.add(push);
  }

  function onConnect() {
    socket.timeout(8_000).emit("since", seq, (error, answer) => {
      if (!error) catchUp(answer);
      // No answer on a line that is open: hang up and call again. On a broken one Socket.IO already does, and must not
      // be told to: it would stop trying.
      else if (socket.connected) socket.disconnect().connect();
    });
  }

  function catchUp(answer: SinceAnswer) {
    onState({ state: "live", since: Date.now() });
    for (const presence of answer.people) setPresence(presence);
    // What came before the answer must be written before it.
    pushes.flush();
    if (answer.kind === "patch") {
      if (seq === null || answer.push.seq > seq) {
        seq = answer.push.seq;
        if (answer.push.rows.length + answer.push.gone.length > 0) applyGap(client, answer.push, me);
      }
    } else {
      seq = answer.seq;
      void client.invalidateQueries();
    }
    if (lostAt === null) return;
    onViews();
    const changes = answer.kind === "patch" ? answer.push.rows.length + answer.push.gone.length : null;
    onReturn({ awayMs: Date.now() - lostAt, changes });
    lostAt = null;
  }

  function onLost() {
    lostAt ??= Date.now();
    onState({ state: "offline", since: lostAt });
  }

  function onBye() {
    location.reload();
  }

  socket.on("connect", onConnect);
  socket.on("disconnect", onLost);
  socket.on("change", onChange);
  socket.on("presence", setPresence);
  socket.on("channels", onChannels);
  socket.on("views", onViews);
  socket.on("customers", onCustomers);
  socket.on("bye", onBye);
  if (socket.connected) onConnect();
  else socket.connect();
  return () => {
    socket.off("connect", onConnect);
    socket.off("disconnect", onLost);
    socket.off("change", onChange);
    socket.off("presence", setPresence);
    socket.off("channels", onChannels);
    socket.off("views", onViews);
    socket.off("customers", onCustomers);
    socket.off("bye", onBye);
  };
}
