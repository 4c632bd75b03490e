import type { Token } from "./dates-tokens";
import {
  type ClockSpec,
  type DaySpec,
  days,
  halves,
  lengths,
  months,
  type Phrases,
  parts,
  quantities,
  shortWeekdays,
  type Unit,
  units,
  weekdays,
} from "./dates-words";

/** What was said: a length of time from now, or a day and an hour. */
export type Said = { kind: "after"; minutes: number } | { kind: "at"; day: DaySpec; clock: ClockSpec | null };

/** `next` is the place of the first token that does not belong to it any more. */
export type Found<Meaning> = { is: Meaning; next: number };

/** Running text needs more proof than a field in which nothing but a date is expected. */
export type Mode = "field" | "prose";

/** Reads one expression that begins exactly at a token. Looks at a bounded number of tokens. */
export function readExpression(tokens: readonly Token[], at: number, mode: Mode): Found<Said> | null {
  return length(tokens, at, mode) ?? dayFirst(tokens, at, mode) ?? clockFirst(tokens, at, mode);
}

const ahead = new Set(["in", "dans", "within", "sous", "after"]);

function length(tokens: readonly Token[], at: number, mode: Mode): Found<Said> | null {
  let from = at;
  const first = tokens[at]?.text ?? "";
  if (ahead.has(first) || first === "+") from += 1;
  else if (first === "d" && tokens[at + 1]?.text === "ici")
    from += wordAt(tokens, at + 2, "a") || wordAt(tokens, at + 2, "au") ? 3 : 2;
  const isLed = from > at;
  if (!isLed && mode === "prose") return null;
  if (wordAt(tokens, from, "les")) from += 1;

  const whole = phrase(tokens, from, lengths);
  if (whole) return { is: { kind: "after", minutes: whole.is }, next: fromNow(tokens, whole.next) };
  const amount = quantity(tokens, from);
  if (!amount) return null;
  const unit = phrase(tokens, amount.next, units);
  if (!unit) return null;
  // "9h" in a field is an hour of the day; "2h" is nobody's, and means in two hours.
  if (!isLed && unit.is === "hour" && tokens[amount.next]?.text === "h" && amount.is > 5) return null;
  if (unit.is === "minute") return minutes(tokens, amount.is, unit.next);
  if (unit.is === "hour") return hours(tokens, amount.is, unit.next, tokens[amount.next]?.text === "h");
  const next = fromNow(tokens, unit.next);
  const clock = clockAfter(tokens, next, mode);
  return {
    is: { kind: "at", day: dayOf(unit.is, amount.is), clock: clock?.is ?? null },
    next: clock?.next ?? next,
  };
}

function dayOf(unit: Exclude<Unit, "minute" | "hour">, n: number): DaySpec {
  switch (unit) {
    case "day":
      return { of: "days", n };
    case "week":
      return { of: "days", n: n * 7 };
    case "workday":
      return { of: "workdays", n };
    case "month":
      return { of: "months", n };
  }
}

function minutes(tokens: readonly Token[], n: number, next: number): Found<Said> {
  return { is: { kind: "after", minutes: n }, next: fromNow(tokens, next) };
}

/** "1h30", "1 hour 30", "2 hours and 15 minutes", "une heure et demie". */
function hours(tokens: readonly Token[], n: number, at: number, isShort: boolean): Found<Said> {
  const and = wordAt(tokens, at, "and") || wordAt(tokens, at, "et") ? at + 1 : at;
  if (and > at && (wordAt(tokens, and, "demie") || wordAt(tokens, and, "half")))
    return minutes(tokens, n * 60 + 30, and + 1);
  const more = number(tokens[and], 59);
  const unit = more === null ? null : phrase(tokens, and + 1, units);
  if (more !== null && unit?.is === "minute") return minutes(tokens, n * 60 + more, unit.next);
  if (more !== null && isShort && and === at && tokens[at]?.text.length === 2)
    return minutes(tokens, n * 60 + more, at + 1);
  return minutes(tokens, n * 60, at);
}

function fromNow(tokens: readonly Token[], at: number): number {
  if (wordAt(tokens, at, "from") && wordAt(tokens, at + 1, "now")) return at + 2;
  return wordAt(tokens, at, "later") ? at + 1 : at;
}

function dayFirst(tokens: readonly Token[], at: number, mode: Mode): Found<Said> | null {
  const day = dayAt(tokens, at, mode);
  if (!day) return null;
  const clock = clockAfter(tokens, day.next, mode);
  if (clock) return { is: { kind: "at", day: day.is.day, clock: clock.is }, next: clock.next };
  return { is: { kind: "at", ...day.is }, next: day.next };
}

function clockFirst(tokens: readonly Token[], at: number, mode: Mode): Found<Said> | null {
  const led = lead(tokens, at);
  const clock = clockAt(tokens, led, mode === "field" || led > at ? mode : "prose");
  if (!clock) return null;
  const between = wordAt(tokens, clock.next, "on") || wordAt(tokens, clock.next, "le") ? 1 : 0;
  const day = dayAt(tokens, clock.next + between, mode) ?? dayAt(tokens, clock.next, mode);
  if (day && day.is.clock === null)
    return { is: { kind: "at", day: day.is.day, clock: clock.is }, next: day.next };
  // In running text an hour alone is a date only where somebody says "at" and means the clock.
  if (mode === "prose" && (led === at || clock.is.isPart)) return null;
  return { is: { kind: "at", day: { of: "soonest" }, clock: clock.is }, next: clock.next };
}

type Day = { day: DaySpec; clock: ClockSpec | null };

function dayAt(tokens: readonly Token[], at: number, mode: Mode): Found<Day> | null {
  const named = phrase(tokens, at, days);
  if (named) return named;
  const plain = (found: Found<DaySpec> | null): Found<Day> | null =>
    found && { is: { day: found.is, clock: null }, next: found.next };
  return plain(weekdayAt(tokens, at, mode) ?? calendarAt(tokens, at, mode));
}

const past = new Set([
  "last",
  "since",
  "depuis",
  "every",
  "chaque",
  "dernier",
  "derniere",
  "past",
  "passe",
  "passee",
]);

function weekdayAt(tokens: readonly Token[], at: number, mode: Mode): Found<DaySpec> | null {
  let from = at;
  const isNext = wordAt(tokens, at, "next") || wordAt(tokens, at, "prochain");
  if (isNext || wordAt(tokens, at, "this") || wordAt(tokens, at, "ce") || wordAt(tokens, at, "coming"))
    from += 1;
  const long = phrase(tokens, from, weekdays);
  const weekday = long ?? (mode === "field" ? phrase(tokens, from, shortWeekdays) : null);
  if (!weekday) return null;
  if (
    mode === "prose" &&
    (past.has(tokens[at - 1]?.text ?? "") || past.has(tokens[weekday.next]?.text ?? ""))
  )
    return null;
  // "mar 24 nov", "thursday 26": the date says which, the weekday comes along.
  const comma = tokens[weekday.next]?.text === "," || tokens[weekday.next]?.text === "." ? 1 : 0;
  const the =
    wordAt(tokens, weekday.next + comma, "le") || wordAt(tokens, weekday.next + comma, "the") ? 1 : 0;
  const date = calendarAt(tokens, weekday.next + comma + the, mode);
  if (date && date.is.of === "calendar") return date;
  const dom = dayOfMonth(tokens, weekday.next, mode);
  if (dom) return dom;
  // "mar 24" is the 24th of March, "mar 14h" a Tuesday.
  if (!long && months.of.has(tokens[from]!.text) && number(tokens[weekday.next], 31) !== null) {
    if (!isClockMark(tokens[weekday.next + 1])) return null;
  }
  const which = isNext
    ? "next"
    : wordAt(tokens, weekday.next, "prochain")
      ? "next"
      : wordAt(tokens, weekday.next, "en") && wordAt(tokens, weekday.next + 1, "huit")
        ? "inEight"
        : "plain";
  const isComing = wordAt(tokens, weekday.next, "qui") && wordAt(tokens, weekday.next + 1, "vient");
  const tail = isNext || which === "plain" ? (isComing ? 2 : 0) : which === "inEight" ? 2 : 1;
  return { is: { of: "weekday", day: weekday.is, which }, next: weekday.next + tail };
}

/** "jeudi 26", "friday the 27th à 10h": a number that is no hour. */
function dayOfMonth(tokens: readonly Token[], at: number, mode: Mode): Found<DaySpec> | null {
  const the = wordAt(tokens, at, "the") || wordAt(tokens, at, "le") ? 1 : 0;
  const day = number(tokens[at + the], 31);
  if (day === null || day === 0) return null;
  const ordinal = isOrdinal(tokens, at + the) ? 1 : 0;
  const next = at + the + 1 + ordinal;
  const isMarked = isClockMark(tokens[next]);
  if (isMarked || (ordinal === 0 && day < 25 && clockAfter(tokens, next, "prose") === null)) return null;
  return mode === "prose" && ordinal === 0 && the === 0 && day < 25
    ? null
    : { is: { of: "calendar", day, month: null, year: null }, next };
}

function isClockMark(token: Token | undefined): boolean {
  return token !== undefined && /^(h|am|pm|heures?|:)$/.test(token.text);
}

const leadsToDate = new Set([
  "le",
  "on",
  "by",
  "before",
  "avant",
  "pour",
  "until",
  "au",
  "du",
  "jusqu",
  "des",
  "from",
]);

/** 2026-12-24, 24/12, 24.12.2026, 24 décembre, Dec 24th, the 24th. */
function calendarAt(tokens: readonly Token[], at: number, mode: Mode): Found<DaySpec> | null {
  const date = (day: number, month: number | null, year: number | null, next: number): Found<DaySpec> => ({
    is: { of: "calendar", day, month, year },
    next,
  });
  const first = tokens[at];
  const byName = first?.kind === "word" ? phrase(tokens, at, months) : null;
  if (byName) {
    const day = number(tokens[byName.next], 31);
    if (!day) return null;
    const next = byName.next + 1 + (isOrdinal(tokens, byName.next) ? 1 : 0);
    const comma = tokens[next]?.text === "," ? 1 : 0;
    const year = yearAt(tokens[next + comma]);
    if (isClockMark(tokens[next])) return null;
    return date(day, byName.is, year, year === null ? next : next + comma + 1);
  }
  if (wordAt(tokens, at, "the") || (mode === "field" && wordAt(tokens, at, "le"))) {
    const isAgain = wordAt(tokens, at + 1, "the") || wordAt(tokens, at + 1, "le");
    const rest = isAgain ? null : calendarAt(tokens, at + 1, mode);
    if (rest) return rest;
    const day = number(tokens[at + 1], 31);
    const ordinal = isOrdinal(tokens, at + 1) ? 1 : 0;
    if (!day || (mode === "prose" && ordinal === 0) || isClockMark(tokens[at + 2])) return null;
    return date(day, null, null, at + 2 + ordinal);
  }
  if (first?.kind !== "number") return null;
  const iso = isoDate(tokens, at);
  if (iso) return iso;
  const day = number(first, 31);
  if (!day) return null;
  const afterDay = at + 1 + (isOrdinal(tokens, at) ? 1 : 0);
  const of = wordAt(tokens, afterDay, "of") || wordAt(tokens, afterDay, "de") ? 1 : 0;
  const month = phrase(tokens, afterDay + of, months);
  if (month) {
    const dot = tokens[month.next]?.text === "." || tokens[month.next]?.text === "," ? 1 : 0;
    const year = yearAt(tokens[month.next + dot]);
    return date(day, month.is, year, year === null ? month.next : month.next + dot + 1);
  }
  return numeric(tokens, at, mode);
}

function isoDate(tokens: readonly Token[], at: number): Found<DaySpec> | null {
  const year = yearAt(tokens[at]);
  const month = number(tokens[at + 2], 12);
  const day = number(tokens[at + 4], 31);
  if (year === null || !month || !day || tokens[at + 1]?.text !== "-" || tokens[at + 3]?.text !== "-")
    return null;
  const t = wordAt(tokens, at + 5, "t") ? 1 : 0;
  return { is: { of: "calendar", day, month, year }, next: at + 5 + t };
}

function numeric(tokens: readonly Token[], at: number, mode: Mode): Found<DaySpec> | null {
  const sign = tokens[at + 1];
  if (!sign?.isJoined || !/^[/.-]$/.test(sign.text) || !tokens[at + 2]?.isJoined) return null;
  const one = number(tokens[at], 31);
  const two = number(tokens[at + 2], 31);
  if (!one || !two) return null;
  const hasYear = tokens[at + 3]?.text === sign.text && tokens[at + 3]?.isJoined === true;
  const year = hasYear ? yearAt(tokens[at + 4]) : null;
  if (hasYear && tokens[at + 4]?.kind === "number" && year === null) return null;
  if (!hasYear && sign.text !== "/" && (mode === "prose" || sign.text === "-")) return null;
  // "1/2" is a half more often than the first of February.
  if (mode === "prose" && year === null && !leadsToDate.has(tokens[at - 1]?.text ?? "")) return null;
  const isAmerican = two > 12 && one <= 12;
  const [day, month] = isAmerican ? [two, one] : [one, two];
  if (month > 12) return null;
  return {
    is: { of: "calendar", day, month, year },
    next: year === null ? at + 3 + (hasYear && sign.text === "." ? 1 : 0) : at + 5,
  };
}

function isOrdinal(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.isJoined === true && /^(st|nd|rd|th|er|e|eme)$/.test(next.text);
}

function yearAt(token: Token | undefined): number | null {
  if (token?.kind !== "number") return null;
  if (token.text.length === 2) return 2000 + Number(token.text);
  return token.text.length === 4 && token.text >= "1970" && token.text < "2200" ? Number(token.text) : null;
}

function clockAfter(tokens: readonly Token[], at: number, mode: Mode): Found<ClockSpec> | null {
  const comma = tokens[at]?.text === "," ? 1 : 0;
  const led = lead(tokens, at + comma);
  const isLed = led > at + comma;
  return clockAt(tokens, led, isLed ? "field" : mode) ?? phrase(tokens, at + comma, parts);
}

const leads = new Set([
  "at",
  "a",
  "around",
  "about",
  "vers",
  "by",
  "before",
  "avant",
  "from",
  "des",
  "pour",
  "until",
]);

function lead(tokens: readonly Token[], at: number): number {
  const text = tokens[at]?.text ?? "";
  if (text === "a" && wordAt(tokens, at + 1, "partir") && wordAt(tokens, at + 2, "de")) return at + 3;
  return leads.has(text) || text === "@" ? at + 1 : at;
}

/** 9, 9h, 9h30, 9:30, 9 am, 9 heures 30, midi, "lundi matin 10h". In prose a bare number is no hour. */
function clockAt(tokens: readonly Token[], at: number, mode: Mode): Found<ClockSpec> | null {
  const part = phrase(tokens, at, parts);
  if (part) {
    return (part.is.isPart ? hourAt(tokens, lead(tokens, part.next), "prose") : null) ?? part;
  }
  return hourAt(tokens, at, mode);
}

function hourAt(tokens: readonly Token[], at: number, mode: Mode): Found<ClockSpec> | null {
  const hour = number(tokens[at], 24);
  if (hour === null || tokens[at]!.text.length > 2) return null;
  const mark = tokens[at + 1];
  if (mark?.text === ":" || mark?.text === "h" || /^heures?$/.test(mark?.text ?? "")) {
    const minute = tokens[at + 2]?.text.length === 2 ? number(tokens[at + 2], 59) : null;
    if (mark?.text === ":" && minute === null) return null;
    const seconds =
      minute !== null && tokens[at + 3]?.text === ":" && number(tokens[at + 4], 59) !== null ? 2 : 0;
    return inHalf(tokens, hour, minute ?? 0, minute === null ? at + 2 : at + 3 + seconds);
  }
  if (mark?.text === "o" && wordAt(tokens, at + 2, "clock")) return inHalf(tokens, hour, 0, at + 3);
  const half = halfAt(tokens, at + 1);
  if (half) return inHalf(tokens, hour, 0, at + 1);
  if (mode === "prose") return null;
  if (mark?.text === "." && mark.isJoined && tokens[at + 2]?.isJoined && tokens[at + 2]?.text.length === 2) {
    const minute = number(tokens[at + 2], 59);
    return minute === null ? null : inHalf(tokens, hour, minute, at + 3);
  }
  // "tomorrow 3" is nobody's night.
  return { is: { hour: hour >= 1 && hour <= 6 ? hour + 12 : hour, minute: 0, isPart: false }, next: at + 1 };
}

function inHalf(tokens: readonly Token[], hour: number, minute: number, at: number): Found<ClockSpec> | null {
  const half = halfAt(tokens, at);
  if (half && hour > 12)
    return hour <= 24 && half.is === "pm" ? { is: { hour, minute, isPart: false }, next: half.next } : null;
  const real = !half ? hour : half.is === "pm" ? (hour === 12 ? 12 : hour + 12) : hour === 12 ? 0 : hour;
  if (real === 24 && minute > 0) return null;
  return { is: { hour: real, minute, isPart: false }, next: half?.next ?? at };
}

function halfAt(tokens: readonly Token[], at: number): Found<"am" | "pm"> | null {
  const text = tokens[at]?.text;
  if (text === "am" || text === "pm") return { is: text, next: at + 1 };
  if ((text === "a" || text === "p") && tokens[at + 1]?.text === "." && wordAt(tokens, at + 2, "m"))
    return { is: text === "a" ? "am" : "pm", next: tokens[at + 3]?.text === "." ? at + 4 : at + 3 };
  return phrase(tokens, at, halves);
}

function quantity(tokens: readonly Token[], at: number): Found<number> | null {
  const said = number(tokens[at], 9999);
  return said === null ? phrase(tokens, at, quantities) : { is: said, next: at + 1 };
}

function number(token: Token | undefined, most: number): number | null {
  if (token?.kind !== "number" || token.text.length > 4) return null;
  const value = Number(token.text);
  return value <= most ? value : null;
}

function wordAt(tokens: readonly Token[], at: number, word: string): boolean {
  const token = tokens[at];
  return token?.kind === "word" && token.text === word;
}

/** The longest phrase of a table that begins here. */
function phrase<Meaning>(
  tokens: readonly Token[],
  at: number,
  table: Phrases<Meaning>,
): Found<Meaning> | null {
  let words = "";
  let found: Found<Meaning> | null = null;
  for (let step = 0; step < table.longest; step++) {
    const token = tokens[at + step];
    if (token?.kind !== "word") break;
    words = step === 0 ? token.text : `${words} ${token.text}`;
    const is = table.of.get(words);
    if (is !== undefined) found = { is, next: at + step + 1 };
  }
  return found;
}
