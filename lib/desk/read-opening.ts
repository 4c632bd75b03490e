import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, seesAll, visible, visibleBrand } from "@/lib/access";
import { availability } from "@/lib/assignment/availability";
import type { Schedule } from "@/lib/clock/schedule";
import type { Iso } from "@/lib/conversations/types";
import { closedPeriod } from "./closed-period";
import { handlingTime } from "./handling-time";

export type Opening = {
  since: Iso;
  openedAt: Iso;
  /** Customers wrote in so many conversations that are still here. */
  arrived: number;
  /** Of all that is open, what is due before `before`. */
  due: number;
  before: Iso;
  /** Colleagues who are here now. */
  people: number;
  /** What it takes them, in seconds; null when too few answers were measured. */
  seconds: number | null;
  /** Where the estimate comes from: so many settled conversations, at so many seconds each. */
  basis: { count: number; median: number; days: number };
};

/**
 * What lies on the desk after a closed period; null at other times, when nothing came, and once I have put the line
 * away that day.
 */
export async function readOpening(actor: Actor): Promise<Opening | null> {
  authorize(actor, "queue.read");
  const now = new Date();
  const found = await db.execute<{ hours: Schedule[]; dismissedAt: string | null }>(sql`
    select (select opening_dismissed_at from agents where id = ${actor.id}) as "dismissedAt",
      (select coalesce(jsonb_agg(distinct v.hours), '[]') from brands b
       join lateral (select hours from schedule_versions v where v.schedule_id = b.schedule_id and v.valid_from <= now()
                     order by v.valid_from desc limit 1) v on true
       where ${visibleBrand(actor, sql.raw("b.id"))}) as hours`);
  const { hours, dismissedAt } = found.rows[0]!;
  const period = closedPeriod(hours, now);
  if (
    !period ||
    (dismissedAt !== null && Date.parse(dismissedAt) >= period.openedAt.getTime() - 2 * 3_600_000)
  )
    return null;
  const before = new Date(
    Math.ceil((Math.max(now.getTime(), period.openedAt.getTime()) + 1) / 3_600_000) * 3_600_000,
  );
  const counted = await db.execute<{ arrived: number; due: number }>(sql`
    select count(*) filter (where c.last_customer_message_at >= ${period.since.toISOString()}::timestamptz)::int as arrived,
      count(*) filter (where q.status = 'open' and q.due_at < ${before.toISOString()}::timestamptz)::int as due
    from queue q join conversations c on c.id = q.conversation_id
    where (q.due_at < ${before.toISOString()}::timestamptz or q.since_at >= ${period.since.toISOString()}::timestamptz
           or c.last_customer_message_at >= ${period.since.toISOString()}::timestamptz) and ${visible(actor, columnsOf("q"))}`);
  const { arrived, due } = counted.rows[0]!;
  if (arrived === 0) return null;
  const [people, handling] = await Promise.all([peopleHere(actor), handlingTime()]);
  const seconds = handling.isEnough && people > 0 ? (handling.median * arrived) / people : null;
  return {
    since: period.since.toISOString(),
    openedAt: period.openedAt.toISOString(),
    arrived,
    due,
    before: before.toISOString(),
    people,
    seconds: seconds === null ? null : Math.max(600, Math.round(seconds / 600) * 600),
    basis: { count: handling.count, median: handling.median, days: handling.days },
  };
}

/** Puts the line away until the next closed period. */
export async function dismissOpening(actor: Actor): Promise<void> {
  authorize(actor, "queue.read");
  await db.execute(sql`update agents set opening_dismissed_at = now() where id = ${actor.id}`);
}

/** Everybody of my teams who is here, or of the house for somebody who sees all of it; myself in any case. */
async function peopleHere(actor: Actor): Promise<number> {
  const { people } = await availability(actor);
  const ours = people.filter(
    (one) =>
      one.id === actor.id ||
      (one.state === "here" &&
        (seesAll(actor) ? one.teamIds.length > 0 : one.teamIds.some((id) => actor.teamIds.includes(id)))),
  );
  return ours.length;
}
