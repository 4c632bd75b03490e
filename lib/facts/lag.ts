import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Nobody needs to hear of so little. */
const worthTellingMs = 10_000;

/**
 * While figures are still being counted: the moment up to which they are complete (ISO 8601), by the events that come next.
 * Null when they are up to date; `isRebuilding` while all of them are made again.
 */
export async function factsLag(): Promise<{ completeUntil: string; isRebuilding: boolean } | null> {
  const found = await db.execute<{ at: string | null; waitsMs: number | null; isRebuilding: boolean }>(sql`
    select n.occurred_at::text as at, (extract(epoch from now() - n.recorded_at) * 1000)::float8 as "waitsMs",
      exists (select 1 from event_cursors where name = 'facts.rebuild') as "isRebuilding"
    from event_cursors k left join lateral (
      select e.occurred_at, e.recorded_at from events e where (e.epoch, e.xid, e.id) > (k.epoch, k.xid, k.event_id)
      order by e.epoch, e.xid, e.id limit 1
    ) n on true where k.name = 'facts'`);
  const next = found.rows[0];
  if (!next?.at || (next.waitsMs ?? 0) < worthTellingMs) return null;
  return { completeUntil: new Date(next.at).toISOString(), isRebuilding: next.isRebuilding };
}
