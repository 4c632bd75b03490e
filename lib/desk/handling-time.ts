import { sql } from "drizzle-orm";
import { db } from "@/db/client";

export type HandlingTime = {
  /** Seconds that settling one conversation takes, the median. */
  median: number;
  /** So many were measured, over so many days. */
  count: number;
  days: number;
  isEnough: boolean;
};

const days = 28;
/** Below this a median says nothing. */
const enough = 20;
/** Longer than this between two settled conversations somebody did something else. */
const longestSeconds = 1800;
/** Events have no index by time: the newest ones by their number are read. */
const newestEvents = 50_000;

const freshMs = 600_000;
const slot = globalThis as typeof globalThis & {
  avantHandling?: { at: number; known: Promise<HandlingTime> };
};

/**
 * How long settling a conversation takes: from the moment somebody settled one to the moment the same person settled
 * the next, of the last four weeks. Measured for the house and never for a person.
 */
export function handlingTime(): Promise<HandlingTime> {
  if (slot.avantHandling && Date.now() - slot.avantHandling.at < freshMs) return slot.avantHandling.known;
  const known = measure();
  slot.avantHandling = { at: Date.now(), known };
  known.catch(() => {
    slot.avantHandling = undefined;
  });
  return known;
}

/** For a test, or after an import. */
export function forgetHandlingTime(): void {
  slot.avantHandling = undefined;
}

async function measure(): Promise<HandlingTime> {
  const found = await db.execute<{ median: number | null; count: number }>(sql`
    with settled as (
      select e.actor_id, e.conversation_id, min(e.occurred_at) as at
      from (select * from events order by id desc limit ${newestEvents}) e
      where e.actor_kind = 'agent' and e.occurred_at > now() - make_interval(days => ${days})
        and e.type in ('reply.queued', 'conversation.resolved', 'conversation.closed_without_reply', 'conversation.waited', 'call.recorded')
      group by e.actor_id, e.conversation_id, date_trunc('day', e.occurred_at)
    ), gaps as (
      select extract(epoch from at - lag(at) over (partition by actor_id order by at)) as seconds from settled
    )
    select percentile_disc(0.5) within group (order by seconds)::float8 as median, count(*)::int as count
    from gaps where seconds > 5 and seconds <= ${longestSeconds}`);
  const { median, count } = found.rows[0]!;
  return { median: median ?? 0, count, days, isEnough: count >= enough };
}
