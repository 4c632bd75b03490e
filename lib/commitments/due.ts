import { Temporal } from "temporal-polyfill";
import { type Schedule, weekdays } from "@/lib/clock/schedule";
import { readDate } from "@/lib/text/dates";

/** When a promise is due; `isDay` when only a day was said, so that `at` is the end of that day's opening hours. */
export type Due = { at: Date; isDay: boolean };

/** `zone` is the one in which days and hours are meant, `hours` those of the brand. */
export type Where = { now: Date; zone: string; hours: Schedule };

/**
 * The moment that a date means: words in English or French ("friday", "demain avant midi", "sous 48 heures"), a day
 * (2026-11-27) or a moment (ISO 8601). Null for what is no date or has passed.
 */
export function readDue(words: string, where: Where): Due | null {
  const text = words.trim();
  const due = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? readDay(text, where)
    : (readMoment(text) ?? readWords(text, where));
  return due && due.at.getTime() > where.now.getTime() ? due : null;
}

/** The end of a day's opening hours; of a closed day, or of one that has closed already, its last second. */
export function endOfDay(day: Temporal.PlainDate, hours: Schedule, now: Date): Date {
  // Midnight would be read as the day after.
  const last = new Date(wall(day, "24:00", hours.zone).getTime() - 1_000);
  const closes = openingsOf(day, hours).at(-1)?.[1] ?? "24:00";
  const at = closes === "24:00" ? last : wall(day, closes, hours.zone);
  return at.getTime() > now.getTime() ? at : last;
}

/**
 * When a promise begins to show in the queue: as the last open day before its day begins. Made later than that, at the
 * next opening; due on the day that it is made, half-way.
 */
export function showAtOf(due: Date, hours: Schedule, madeAt: Date): Date {
  // An hour that was said may be midnight, which ends the day before.
  const dueDay = dayOf(new Date(due.getTime() - 1), hours.zone);
  const madeDay = dayOf(madeAt, hours.zone);
  if (Temporal.PlainDate.compare(dueDay, madeDay) > 0) {
    const before = firstOpening(dueDay, -1, 14, hours);
    if (before && before.getTime() > madeAt.getTime()) return before;
    const next = firstOpening(madeDay, 1, dueDay.since(madeDay).days, hours);
    if (next && next.getTime() < due.getTime()) return next;
  }
  return new Date(Math.round((madeAt.getTime() + due.getTime()) / 2));
}

/** The whole days between a moment and a due time, counted as dates on the wall; at least one. */
export function daysLate(dueAt: Date, keptAt: Date, zone: string): number {
  return Math.max(1, dayOf(keptAt, zone).since(dayOf(dueAt, zone)).total("days"));
}

function readDay(text: string, { now, hours }: Where): Due | null {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (month < 1 || month > 12 || day < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day > first.daysInMonth ? null : { at: endOfDay(first.with({ day }), hours, now), isDay: true };
}

function readMoment(text: string): Due | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : { at, isDay: false };
}

function readWords(text: string, { now, zone, hours }: Where): Due | null {
  const found = readDate(text, { now, zone });
  if (!found) return null;
  if (found.hasTime) return { at: found.at, isDay: false };
  const day = dayOf(found.at, zone);
  const isMorning = /\b(morning|matin|matinee|matinée)\b/i.test(text);
  const noon = wall(day, "12:00", zone);
  if (isMorning && noon.getTime() > now.getTime()) return { at: noon, isDay: false };
  return { at: endOfDay(day, hours, now), isDay: true };
}

/** The opening of the first open day, counted in steps from a day on, that day not included. */
function firstOpening(from: Temporal.PlainDate, step: 1 | -1, most: number, hours: Schedule): Date | null {
  for (let n = 1; n <= most; n++) {
    const day = from.add({ days: n * step });
    const opens = openingsOf(day, hours)[0]?.[0];
    if (opens !== undefined) return wall(day, opens, hours.zone);
  }
  return null;
}

function openingsOf(day: Temporal.PlainDate, hours: Schedule): ReadonlyArray<readonly [string, string]> {
  const special = hours.exceptions.find((one) => one.date === day.toString());
  return special ? special.intervals : hours.week[weekdays[day.dayOfWeek - 1]!];
}

function wall(day: Temporal.PlainDate, time: string, zone: string): Date {
  const hour = Number(time.slice(0, 2));
  const date = hour === 24 ? day.add({ days: 1 }) : day;
  const at = date.toPlainDateTime({ hour: hour % 24, minute: Number(time.slice(3)) }).toZonedDateTime(zone);
  return new Date(at.epochMilliseconds);
}

function dayOf(at: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}
