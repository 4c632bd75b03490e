import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventsAfter, toSeq } from "@/lib/live/tail";
import { forFollowers, type NewJob, reactions } from "@/lib/reactions";
import { lanes } from "./names";

const batchSize = 500;

/**
 * Turns events into jobs, in batches and exactly once: the jobs and the new place of the cursor are one commit.
 * The cursor's row is locked meanwhile, so that of many workers one dispatches. Resolves with how many events it
 * took, or null when another worker is at it.
 */
export async function dispatchEvents(): Promise<number | null> {
  return db.transaction(async (tx) => {
    const cursor = await tx.execute<{ epoch: number; xid: string; id: number }>(sql`
      select epoch, xid::text as xid, event_id::int as id from event_cursors where name = 'dispatcher'
      for update skip locked`);
    const place = cursor.rows[0];
    if (!place) return null;
    const events = await eventsAfter(place, batchSize, tx);
    const last = events.at(-1);
    if (!last) return 0;
    const jobs = events.flatMap((event) => {
      const eventId = toSeq(event);
      return [...(reactions[event.type]?.(event, eventId) ?? []), ...forFollowers(event, eventId)].map(
        (job) => specOf(job, eventId),
      );
    });
    if (jobs.length > 0) {
      await tx.execute(sql`
        select graphile_worker.add_jobs(array(
          select row(j.identifier, j.payload, null, null, j.max_attempts, j.job_key, null, null)::graphile_worker.job_spec
          from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j(identifier text, payload json, max_attempts smallint, job_key text)))`);
    }
    await tx.execute(sql`
      update event_cursors set epoch = ${last.epoch}, xid = ${last.xid}::xid8, event_id = ${last.id}, moved_at = now()
      where name = 'dispatcher'`);
    return events.length;
  });
}

/** The dispatcher begins at the first event there is. */
export async function prepareDispatcher(): Promise<void> {
  await db.execute(sql`
    insert into event_cursors (name, epoch, xid, event_id) values ('dispatcher', 0, '0', 0) on conflict do nothing`);
}

function specOf(job: NewJob, eventId: string) {
  return {
    identifier: `${lanes[job.name]}:${job.name}`,
    payload: job.payload,
    max_attempts: 12,
    job_key: `${eventId}:${job.name}`,
  };
}
