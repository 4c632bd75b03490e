import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log, withoutData } from "@/lib/log";
import type { BulkPush } from "./protocol";
import type { LiveServer } from "./server";
import { onWake } from "./wake";

/** Batches of this time are one push. */
const gatherMs = 80;

/** Tells browsers how far the acts on many of their person have come: only people who are here, each state once. */
export function followBulk(io: LiveServer): { stop(): void } {
  const told = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;

  async function look(): Promise<void> {
    const here = new Set([...io.sockets.sockets.values()].map((socket) => socket.data.actor.id));
    if (here.size === 0) return;
    const found = await db.execute<BulkPush & { agentId: string }>(sql`
      select id as "runId", agent_id as "agentId", state, total, done_count as done, held_count as held, failed_count as failed,
        undone_count as undone
      from bulk_runs where agent_id = any(${`{${[...here].join(",")}}`}::uuid[]) and worked_at > now() - interval '1 minute'`);
    for (const { agentId, ...push } of found.rows) {
      const state = JSON.stringify(push);
      if (told.get(push.runId) === state) continue;
      told.set(push.runId, state);
      io.local.to(`agent:${agentId}`).emit("bulk", push);
    }
    if (told.size > 1000) told.clear();
  }

  const off = onWake("bulk", () => {
    timer ??= setTimeout(() => {
      timer = null;
      look().catch((error) => log.warn({ error: withoutData(error) }, "could not look at acts on many"));
    }, gatherMs);
  });
  return {
    stop() {
      off();
      if (timer) clearTimeout(timer);
    },
  };
}
