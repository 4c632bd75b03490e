import { io } from "socket.io-client";

/**
 * Many browsers' sockets in a process of their own. Tells over IPC when the last of them has heard of something:
 * a change of a conversation (its subject and version, or "first"), or a bare ping (its number).
 */
type Plan = { url: string; cookie: string | null; count: number };
type Heard = { count: number; firstAt: number };

process.once("message", async (plan: Plan) => {
  const heard = new Map<string, Heard>();

  function hear(what: string): void {
    const at = performance.timeOrigin + performance.now();
    const known = heard.get(what) ?? { count: 0, firstAt: at };
    known.count += 1;
    heard.set(what, known);
    if (known.count === plan.count) {
      heard.delete(what);
      process.send?.({ what, firstAt: known.firstAt, lastAt: at });
    }
  }

  for (let at = 0; at < plan.count; at += 25) {
    await Promise.all(Array.from({ length: Math.min(25, plan.count - at) }, () => open(plan, hear)));
  }
  process.send?.({ listening: plan.count });
});

function open(plan: Plan, hear: (what: string) => void): Promise<void> {
  const socket = io(plan.url, {
    transports: ["websocket"],
    forceNew: true,
    extraHeaders: plan.cookie ? { cookie: plan.cookie } : {},
  });
  const met = new Set<string>();
  socket.on(
    "change",
    (push: { rows: Array<{ row: { subject: string | null; id: string; version: number } }> }) => {
      for (const { row } of push.rows) {
        const name = row.subject ?? row.id;
        // What came in the meantime may have made its first version another one than 1.
        if (!met.has(name)) hear(`${name} first`);
        met.add(name);
        hear(`${name} ${row.version}`);
      }
    },
  );
  socket.on("ping-all", (what: { n: number }) => hear(`ping ${what.n}`));
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("connect_error", reject);
  });
}
