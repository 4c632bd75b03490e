import { type SQL, sql } from "drizzle-orm";
import { isOpen, nextOpening } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";

/** Whether an agent `a` is away now, as SQL. */
export const isAway: SQL = sql.raw(
  "(a.away_since is not null and (a.away_until is null or a.away_until > now()))",
);

/** Whether an agent `a` can work at all, as SQL. */
export const isStaff: SQL = sql.raw(
  "(a.deactivated_at is null and (a.ends_at is null or a.ends_at > now()) and a.role <> 'observer')",
);

/**
 * The hours in which an agent `a` works, as a JSON list: their own, else those of the brands of their teams. An empty
 * list is always.
 */
export const dutyHours: SQL = sql.raw(`
  (select coalesce(jsonb_agg(distinct hours), '[]') from (
     select (select v.hours from schedule_versions v where v.schedule_id = s.id and v.valid_from <= now()
             order by v.valid_from desc limit 1) as hours
     from (select a.schedule_id as id where a.schedule_id is not null
           union
           select b.schedule_id from team_members m join team_brands tb on tb.team_id = m.team_id join brands b on b.id = tb.brand_id
           where m.agent_id = a.id and a.schedule_id is null and b.schedule_id is not null) s) h where hours is not null)`);

/** Whether somebody with these hours is at work. */
export function isOnDuty(hours: readonly Schedule[], at: Date): boolean {
  return hours.length === 0 || hours.some((schedule) => isOpen(known(schedule), at));
}

/** When they begin again; null while they are at work, or when they never do. */
export function backOnDuty(hours: readonly Schedule[], at: Date): Date | null {
  if (isOnDuty(hours, at)) return null;
  const next = hours.flatMap((schedule) => nextOpening(known(schedule), at) ?? []);
  return next.length === 0 ? null : new Date(Math.min(...next.map((moment) => moment.getTime())));
}

/** One object for the same hours, since the clock remembers the days of an object. */
const schedules = new Map<string, Schedule>();

function known(schedule: Schedule): Schedule {
  const key = JSON.stringify(schedule);
  const held = schedules.get(key);
  if (held) return held;
  if (schedules.size > 200) schedules.clear();
  schedules.set(key, schedule);
  return schedule;
}
