import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log, withoutData } from "@/lib/log";

const beatMs = 10_000;
const deadSeconds = 60;

/** A worker is alive while somebody was seen within this time. */
export async function workersAlive(): Promise<number> {
  const found = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from worker_heartbeats where seen_at > now() - interval '30 seconds'`,
  );
  return found.rows[0]!.count;
}

/**
 * Says every few seconds that this worker lives, and frees the jobs of those that no longer do: a job locked by a
 * process that was killed would stay locked for four hours.
 */
export async function keepHeartbeat(me: string): Promise<{ stop(): Promise<void> }> {
  async function beat(): Promise<void> {
    await db.execute(sql`
      insert into worker_heartbeats (id) values (${me}) on conflict (id) do update set seen_at = now()`);
    await db.execute(sql`
      delete from worker_heartbeats where seen_at < now() - make_interval(secs => ${deadSeconds}) and id <> ${me}`);
    await db.execute(sql`
      select graphile_worker.force_unlock_workers(array(
        select distinct locked_by from graphile_worker._private_jobs j
        where locked_by is not null and locked_at < now() - make_interval(secs => ${deadSeconds * 5})))`);
  }
  await beat();
  const timer = setInterval(() => {
    beat().catch((error) => log.warn({ error: withoutData(error) }, "the heartbeat could not be written"));
  }, beatMs);
  return {
    async stop() {
      clearInterval(timer);
      await db.execute(sql`delete from worker_heartbeats where id = ${me}`).catch(() => {});
    },
  };
}
