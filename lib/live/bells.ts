import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { databaseUrl } from "@/db/client";
import { log } from "@/lib/log";
import { type Bell, bells, carryWakes, ringHere } from "./wake";

const channel = "avant_bells";

/**
 * Carries the bells between the processes of one database: a connection of its own listens and tells. While it
 * is down nothing is lost, since every listener also looks by itself. Resolves with what stops it.
 */
export function connectBells(): { stop(): Promise<void> } {
  const me = `${process.pid}.${Math.random().toString(36).slice(2, 8)}`;
  let client: pg.Client | null = null;
  let stopped = false;

  async function run(): Promise<void> {
    while (!stopped) {
      const next = new pg.Client({
        connectionString: databaseUrl(),
        keepAlive: true,
        application_name: "avant-bells",
      });
      const ended = new Promise<void>((resolve) => {
        next.once("end", resolve);
        next.once("error", () => resolve());
      });
      next.on("error", () => {});
      try {
        await next.connect();
        next.on("notification", (note) => hear(note.payload ?? ""));
        await next.query(`listen ${channel}`);
        client = next;
        // What rang while the connection was down.
        for (const bell of bells) ringHere(bell);
        await ended;
      } catch (error) {
        log.debug({ error }, "the bells could not connect");
      }
      client = null;
      await next.end().catch(() => {});
      if (!stopped) await pause(500);
    }
  }

  function hear(payload: string): void {
    const [from, ...rung] = payload.split(" ");
    if (from === me) return;
    for (const bell of bells) if (rung.includes(bell)) ringHere(bell);
  }

  carryWakes((rung: Bell[]) => {
    client?.query("select pg_notify($1, $2)", [channel, [me, ...rung].join(" ")]).catch(() => {});
  });
  const running = run();
  return {
    async stop() {
      stopped = true;
      carryWakes(null);
      await client?.end().catch(() => {});
      await Promise.race([running, pause(1000)]);
    },
  };
}
