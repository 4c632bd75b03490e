import { hostname } from "node:os";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newId } from "@/lib/id";

/** A name for this worker that tells on which machine and in which process it lives. */
export function workerName(): string {
  return `${hostname()}.${process.pid}.${newId().slice(-6)}`;
}

/**
 * At the start of a worker: what dead workers had in hand need not wait for its lease. Mail being read is read
 * again; a reply that was leaving is asked about. Dead is whose process is gone from this machine, and who has not
 * been seen for 30 s on another.
 */
export async function releaseDeadClaims(me: string): Promise<void> {
  const found = await db.execute<{ id: string; isSilent: boolean }>(sql`
    select id, not exists (
      select 1 from worker_heartbeats w where w.id = claims.id and w.seen_at > now() - interval '30 seconds') as "isSilent"
    from (select claimed_by as id from inbound where state = 'reading'
          union select claimed_by from deliveries where state = 'sending') claims
    where id is not null and id <> ${me}`);
  const dead = found.rows.filter(({ id, isSilent }) => isSilent || hasEnded(id)).map(({ id }) => id);
  if (dead.length === 0) return;
  const names = sql`(select jsonb_array_elements_text(${JSON.stringify(dead)}::jsonb))`;
  await db.execute(sql`
    update inbound set state = 'new', claimed_by = null, lease_until = null
    where state = 'reading' and claimed_by in ${names}`);
  await db.execute(sql`
    update deliveries set lease_until = now() where state = 'sending' and claimed_by in ${names}`);
}

/** True only for a worker of this machine whose process no longer runs, or whose number is ours now. */
function hasEnded(worker: string): boolean {
  const [, host, pid] = /^(.*)\.(\d+)\.[^.]+$/.exec(worker) ?? [];
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
