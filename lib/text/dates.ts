import { Temporal } from "temporal-polyfill";
import { readExpression, type Said } from "./dates-grammar";
import { type Token, tokensOf } from "./dates-tokens";
import { type ClockSpec, clocks, type DaySpec } from "./dates-words";

export type FoundDate = {
  /** Always later than `now`. */
  at: Date;
  /** False when only a day was said: `at` is then nine in the morning of it, or the end of today. */
  hasTime: boolean;
  /** Where it stands in the text (UTF-16 units). */
  start: number;
  end: number;
};

/** `now`, and the IANA zone in which days and hours are meant. */
export type Where = { now: Date; zone: string };

const longestField = 200;
const mostFound = 100;

/**
 * The moment that a text names, in English or French: "tomorrow 9", "vendredi prochain à 14h", "in 2 hours". The
 * whole text must say it. Null for what is no date, names a day that does not exist, or has passed.
 */
export function readDate(text: string, where: Where): FoundDate | null {
  if (text.length > longestField) return null;
  const tokens = tokensOf(text);
  let from = 0;
  while (from < tokens.length && leading.has(tokens[from]!.text)) {
    // "on" and "until" say nothing; "in" and "at" may belong to what follows, so they are tried first.
    const found = whole(tokens, from, where);
    if (found) return found;
    from += 1;
  }
  return whole(tokens, from, where);
}

const leading = new Set([
  "on",
  "until",
  "till",
  "by",
  "le",
  "la",
  "au",
  "jusqu",
  "a",
  "for",
  "pour",
  "avant",
  "before",
  "sur",
]);

function whole(tokens: readonly Token[], from: number, where: Where): FoundDate | null {
  const said = readExpression(tokens, from, "field");
  if (!said) return null;
  const rest = tokens.slice(said.next);
  if (!rest.every((token) => /^[.!,;]$/.test(token.text))) return null;
  return place(tokens, from, said.next, said.is, where);
}

/**
 * Every moment ahead that running text names, the first hundred at most. Stricter than `readDate`: "mon" or "24/12"
 * may be other things there. Takes time in step with the length of the text.
 */
export function findDates(text: string, where: Where): FoundDate[] {
  const tokens = tokensOf(text);
  const found: FoundDate[] = [];
  for (let at = 0; at < tokens.length && found.length < mostFound; ) {
    const said = readExpression(tokens, at, "prose");
    const placed = said && place(tokens, at, said.next, said.is, where);
    if (placed) found.push(placed);
    at = said && placed ? said.next : at + 1;
  }
  return found;
}

function place(
  tokens: readonly Token[],
  from: number,
  next: number,
  said: Said,
  where: Where,
): FoundDate | null {
  const at = momentOf(said, where);
  const first = tokens[from];
  const last = tokens[next - 1];
  if (!at || !first || !last) return null;
  const hasTime = said.kind === "after" || (said.clock !== null && !said.clock.isPart);
  return { at, hasTime, start: first.start, end: last.end };
}

function momentOf(said: Said, { now, zone }: Where): Date | null {
  if (said.kind === "after") return said.minutes > 0 ? new Date(now.getTime() + said.minutes * 60_000) : null;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  for (const day of daysOf(said.day, today, said.clock)) {
    for (const clock of clocksOf(said, day.equals(today))) {
      const at = momentAt(day, clock, zone);
      if (at.getTime() > now.getTime()) return at;
    }
  }
  return null;
}

/** The day on which the clocks change has hours twice, or not at all: then the earlier, or as much later. */
function momentAt(day: Temporal.PlainDate, clock: ClockSpec, zone: string): Date {
  const date = clock.hour === 24 ? day.add({ days: 1 }) : day;
  const at = date.toPlainDateTime({ hour: clock.hour % 24, minute: clock.minute }).toZonedDateTime(zone);
  return new Date(at.epochMilliseconds);
}

/** Of today only what is left of it can be meant. */
function clocksOf(said: Extract<Said, { kind: "at" }>, isToday: boolean): ClockSpec[] {
  if (said.clock === null) return isToday ? [clocks.endOfDay, clocks.night] : [clocks.morning];
  const isLate = isToday && said.day.of === "days" && said.clock.isPart && said.clock.hour >= 17;
  return isLate ? [said.clock, clocks.night] : [said.clock];
}

/** The days that can be meant, the likeliest first; the first one that lies ahead is it. */
function daysOf(spec: DaySpec, today: Temporal.PlainDate, clock: ClockSpec | null): Temporal.PlainDate[] {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  switch (spec.of) {
    case "soonest":
      return [today, today.add({ days: 1 })];
    case "days":
      return [today.add({ days: spec.n })];
    case "workdays":
      return [workday(today, spec.n)];
    case "months":
      return [today.add({ months: Math.min(spec.n, 1200) })];
    case "nextWeek":
      return [monday.add({ days: 7 })];
    case "nextMonth":
      return [today.with({ day: 1 }).add({ months: 1 })];
    case "endOfWeek":
      return [monday.add({ days: 4 }), monday.add({ days: 11 })];
    case "endOfMonth":
      return [lastOfMonth(today), lastOfMonth(today.with({ day: 1 }).add({ months: 1 }))];
    case "weekend":
      return [monday.add({ days: 5 + spec.weeks * 7 }), monday.add({ days: 12 + spec.weeks * 7 })];
    case "weekday": {
      const ahead = (spec.day - today.dayOfWeek + 7) % 7;
      if (spec.which === "next") return [monday.add({ days: 6 + spec.day })];
      const coming = today.add({ days: ahead || 7 });
      if (spec.which === "inEight") return [coming.add({ days: 7 })];
      // Said on a Friday, "Friday" is the next one, unless an hour of today is meant.
      return ahead === 0 && clock !== null ? [today, coming] : [coming];
    }
    case "calendar":
      return calendarDays(spec, today);
  }
}

function calendarDays(
  spec: Extract<DaySpec, { of: "calendar" }>,
  today: Temporal.PlainDate,
): Temporal.PlainDate[] {
  if (spec.month === null) {
    const months = Array.from({ length: 4 }, (_, step) => today.with({ day: 1 }).add({ months: step }));
    return months
      .filter((month) => spec.day <= month.daysInMonth)
      .map((month) => month.with({ day: spec.day }));
  }
  const { month, day } = spec;
  // Nine years: the next 29 February may be eight away.
  const years = spec.year === null ? Array.from({ length: 9 }, (_, step) => today.year + step) : [spec.year];
  return years
    .map((year) => Temporal.PlainDate.from({ year, month, day: 1 }))
    .filter((first) => day <= first.daysInMonth)
    .map((first) => first.with({ day }));
}

function lastOfMonth(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: day.daysInMonth });
}

function workday(today: Temporal.PlainDate, n: number): Temporal.PlainDate {
  let day = today.add({ days: Math.floor(n / 5) * 7 });
  for (let left = n % 5; left > 0 || day.dayOfWeek > 5; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
}
