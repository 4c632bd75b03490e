import ICAL from "ical.js";
import type { Schedule } from "@/lib/clock/schedule";
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
 * The whole days of an iCalendar file (RFC 5545) from `from` up to, not including, `until` (YYYY-MM-DD): events with
 * a date and no hour, those of several days each, and what repeats. Throws when it is no calendar. What one entry says
 * wrongly never spoils the others.
 */
export function readHolidays(text: string, from: string, until: string): ReadHolidays {
  if (text.length > largestCalendar) throw new Error("schedule.calendar_too_large");
  const found = new Map<string, string>();
  let leftOut = 0;
  for (const entry of entriesOf(text)) {
    try {
      const event = new ICAL.Event(entry);
      if (!event.startDate?.isDate || isFree(entry)) {
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

/** The exceptions with these days closed. A day that somebody gave hours of its own keeps them. */
export function withHolidays(schedule: Schedule, holidays: readonly Holiday[]): Schedule {
  const known = new Set(schedule.exceptions.map(({ date }) => date));
  const added = holidays
    .filter(({ date }) => !known.has(date))
    .map(({ date, name }) => ({ date, name, intervals: [] }));
  const exceptions = [...schedule.exceptions, ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...schedule, exceptions };
}

function entriesOf(text: string): ICAL.Component[] {
  let calendars: unknown;
  try {
    calendars = ICAL.parse(text.replace(/^\uFEFF/, "").trim());
  } catch {
    throw new Error("schedule.no_calendar");
  }
  // One file may hold several calendars: then the parser gives a list of them.
  const several = Array.isArray(calendars) && Array.isArray(calendars[0]) ? calendars : [calendars];
  return several.flatMap((one) => {
    const calendar = new ICAL.Component(one);
    if (calendar.name !== "vcalendar") throw new Error("schedule.no_calendar");
    return calendar.getAllSubcomponents("vevent");
  });
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
