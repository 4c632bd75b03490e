import type { Temporal } from "temporal-polyfill";
import { businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";
import type { Dice } from "./dice";

/** How many write in each hour of a local day, in shares: little at night, most in the morning, again after dinner. */
const hours = [1, 1, 0, 0, 0, 1, 2, 4, 7, 10, 11, 10, 7, 7, 8, 8, 7, 7, 6, 6, 7, 7, 5, 2];

/** January to December: sales, quiet holidays, presents. */
const months = [1.15, 0.95, 0.95, 0.95, 1, 0.95, 0.8, 0.75, 1, 1.05, 1.25, 1.45];

/** When people wrote on one local day of so many, in order. `usual` is what an ordinary day of the year brings. */
export function arrivalsOf(dice: Dice, schedule: Schedule, day: Temporal.PlainDate, usual: number): number[] {
  const midnight = day.toZonedDateTime(schedule.zone).epochMilliseconds;
  const next = day.add({ days: 1 }).toZonedDateTime(schedule.zone).epochMilliseconds;
  const expected = usual * shareOf(schedule, day);
  const many = Math.max(0, Math.round(expected + (dice.next() - 0.5) * 2 * Math.sqrt(expected)));
  const shares = hours.map((share, hour) => [hour, share] as const);
  return Array.from({ length: many }, () => {
    const hour = dice.pick(shares);
    return Math.min(next - 1, midnight + Math.floor((hour + dice.next()) * 3_600_000));
  }).sort((a, b) => a - b);
}

/** What a day brings, against an ordinary one of the year. */
export function shareOf(schedule: Schedule, day: Temporal.PlainDate): number {
  const midnight = day.toZonedDateTime(schedule.zone).epochMilliseconds;
  const next = day.add({ days: 1 }).toZonedDateTime(schedule.zone).epochMilliseconds;
  return months[day.month - 1]! * weightOf(schedule, midnight, next);
}

/** Few write on closed days, most on the first open day after some. */
function weightOf(schedule: Schedule, from: number, to: number): number {
  const open = businessSeconds(schedule, new Date(from), new Date(to)) > 0;
  if (!open) return 0.45;
  const before = businessSeconds(schedule, new Date(from - 86_400_000), new Date(from)) > 0;
  return before ? 1 : 1.3;
}
