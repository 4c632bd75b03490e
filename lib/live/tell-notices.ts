import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log, withoutData } from "@/lib/log";
import type { LiveServer } from "./server";
import { onWake } from "./wake";

/** Rings of this time are one look. */
const gatherMs = 100;

/**
 * Tells browsers that their notices have changed; they ask again. Looks only for people who are here, and tells each
 * state of theirs once.
 */
export function followNotices(io: LiveServer): { stop(): void } {
  const told = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;

  async function look(): Promise<void> {
    const here = new Set([...io.sockets.sockets.values()].map((socket) => socket.data.actor.id));
    if (here.size === 0) return;
    const found = await db.execute<{ agentId: string; state: string }>(sql`
      select a.id as "agentId", (select concat(count(*), max(n.id::text)) from (
        select id from notifications where agent_id = a.id and read_at is null order by created_at desc limit 100) n) as state
      from unnest(${`{${[...here].join(",")}}`}::uuid[]) as a(id)`);
    for (const { agentId, state } of found.rows) {
      if (told.get(agentId) === state) continue;
      told.set(agentId, state);
      io.local.to(`agent:${agentId}`).emit("notifications");
    }
    for (const agentId of told.keys()) if (!here.has(agentId)) told.delete(agentId);
  }

  const off = onWake("notices", () => {
    timer ??= setTimeout(() => {
      timer = null;
      look().catch((error) => log.warn({ error: withoutData(error) }, "could not look for notices"));
    }, gatherMs);
  });
  return {
    stop() {
      off();
      if (timer) clearTimeout(timer);
    },
  };
}
