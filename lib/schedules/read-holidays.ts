import ICAL from "ical.js";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { cleanLine } from "@/lib/text/clean";

export type Holiday = { date: string; name: string };

export type ReadHolidays = {
  /** One for each closed day, the earliest first. */
  holidays: Holiday[];
  /** Entries that were left out: at an hour, cancelled, marked as free time, or that could not be read. */
  leftOut: number;
};

/** A calendar of holidays is a few kilobytes; what is larger is another kind of calendar. */
export const largestCalendar = 1_000_000;
const mostDays = 1_000;
/** A rule without an end is followed for so many of its days. */
const mostOfOne = 200;
/**
 * The repeating that holidays do: a day of the year, the last Monday of a month, some days in a row. Others are left
 * out, since the library looks for ever for what never comes (the 30th of February, measured with ical.js 2.2.1).
 */
const followed = [
  /^FREQ=YEARLY(;(INTERVAL=[1-9]|BYMONTH=\d+|BYMONTHDAY=-?\d+|WKST=\w\w|COUNT=\d+|UNTIL=[\dTZ-]+))*$/,
  /^FREQ=YEARLY(;(INTERVAL=[1-9]|BYMONTH=\d+|BYDAY=-?[1-5]\w\w|WKST=\w\w|COUNT=\d+|UNTIL=[\dTZ-]+))*$/,
  /^FREQ=DAILY(;(INTERVAL=[1-9]|WKST=\w\w|COUNT=\d+|UNTIL=[\dTZ-]+))*$/,
];

/** The closed days of a calendar file, of three years from today on. Throws `invalid` when it is no calendar. */
export function holidaysAhead(actor: Actor, input: { calendar: string }): ReadHolidays {
  authorize(actor, "schedule.edit");
  const today = new Date().toISOString().slice(0, 10);
  return readHolidays(input.calendar, today, `${Number(today.slice(0, 4)) + 3}${today.slice(4)}`);
}

/**
 * The whole days of an iCalendar file (RFC 5545) from `from` up to, not including, `until` (YYYY-MM-DD): events with
 * a date and no hour, those of several days each, and what repeats. Throws when it is no calendar. What one entry says
 * wrongly never spoils the others.
 */
export function readHolidays(text: string, from: string, until: string): ReadHolidays {
  if (text.length > largestCalendar) fail("invalid", "schedule.calendar_too_large");
  const found = new Map<string, string>();
  let leftOut = 0;
  for (const entry of entriesOf(text)) {
    try {
      const event = new ICAL.Event(entry);
      if (!event.startDate?.isDate || isFree(entry) || !isFollowed(entry)) {
        leftOut++;
        continue;
      }
      const name = cleanLine(event.summary ?? "", 80);
      for (const date of daysOf(event, until)) {
        if (date >= from && date < until && found.size < mostDays && !found.has(date)) found.set(date, name);
      }
    } catch {
      leftOut++;
    }
  }
  const holidays = [...found].map(([date, name]) => ({ date, name }));
  return { holidays: holidays.sort((a, b) => (a.date < b.date ? -1 : 1)), leftOut };
}

function entriesOf(text: string): ICAL.Component[] {
  let calendars: unknown;
  try {
    calendars = ICAL.parse(text.replace(/^\uFEFF/, "").trim());
  } catch {
    fail("invalid", "schedule.no_calendar");
  }
  // One file may hold several calendars: then the parser gives a list of them.
  const several = Array.isArray(calendars) && Array.isArray(calendars[0]) ? calendars : [calendars];
  return several.flatMap((one) => {
    const calendar = new ICAL.Component(one);
    if (calendar.name !== "vcalendar") fail("invalid", "schedule.no_calendar");
    return calendar.getAllSubcomponents("vevent");
  });
}

function isFollowed(entry: ICAL.Component): boolean {
  const rules = entry
    .getAllProperties("rrule")
    .map((rule) => String(rule.getFirstValue() ?? "").toUpperCase());
  return rules.length < 2 && rules.every((rule) => followed.some((kind) => kind.test(rule)));
}

/** Cancelled, or a day such as a remembrance on which people work: marked as not taking up time. */
function isFree(entry: ICAL.Component): boolean {
  const said = (name: string) => String(entry.getFirstPropertyValue(name) ?? "").toUpperCase();
  return said("status") === "CANCELLED" || said("x-microsoft-cdo-busystatus") === "WORKINGELSEWHERE";
}

function daysOf(event: ICAL.Event, until: string): string[] {
  // Without an end an event of a date is that one day; else the end is the first day that is not of it any more.
  const length = Math.min(31, Math.max(1, Math.round(event.duration.toSeconds() / 86_400)));
  const days: string[] = [];
  const steps = event.isRecurring() ? event.iterator() : null;
  for (let count = 0; count < mostOfOne; count++) {
    const start = steps ? steps.next() : count === 0 ? event.startDate : null;
    if (!start || dayOf(start) >= until) break;
    for (let day = 0; day < length; day++) {
      const each = start.clone();
      each.adjust(day, 0, 0, 0);
      days.push(dayOf(each));
    }
  }
  return days;
}

function dayOf(time: ICAL.Time): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
}
