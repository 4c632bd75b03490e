import { type Schedule, weekdays } from "./schedule";
import { stretches } from "./zone";

const DAY = 86_400_000;
/** Days computed at once when somebody asks further than before. */
const STEP = 32;

/**
 * The openings of a schedule by UTC day, with running totals, so that any interval costs two look-ups whatever
 * its length. `openings[i]` holds [opens, closes, opens, closes, …] of day `first + i` in Unix milliseconds;
 * `totals[i]` the open milliseconds before that day, counted from the day asked about first.
 */
export type Timeline = {
  schedule: Schedule;
  hours: Hours;
  first: number;
  openings: number[][];
  totals: number[];
};

// Keyed by the object: whoever changes opening hours makes a new schedule (they are versioned anyway).
const timelines = new WeakMap<Schedule, Timeline>();

/** The timeline of a schedule, reaching over the whole UTC days `from` to `to` at least. */
export function timelineOver(schedule: Schedule, from: number, to: number): Timeline {
  let timeline = timelines.get(schedule);
  if (!timeline) {
    timeline = { schedule, hours: readHours(schedule), first: from, openings: [], totals: [0] };
    timelines.set(schedule, timeline);
  }
  if (from < timeline.first) growBack(timeline, from);
  if (to >= timeline.first + timeline.openings.length) growForward(timeline, to);
  return timeline;
}

/** The last UTC day on which the schedule can still open, or `day` plus a century when it opens every week. */
export function horizon(timeline: Timeline, day: number): number {
  if (timeline.hours.week.some((list) => list.length > 0)) return day + 36_525;
  return Math.max(day, ...timeline.hours.specialDays.map((local) => local + 1));
}

/** Local opening times in milliseconds after midnight, flat pairs. */
type Hours = { week: number[][]; special: Map<number, number[]>; specialDays: number[] };

function readHours(schedule: Schedule): Hours {
  const special = new Map<number, number[]>();
  for (const { date, intervals } of schedule.exceptions) {
    special.set(Date.parse(`${date}T00:00:00Z`) / DAY, intervals.flatMap(minutes));
  }
  const specialDays = [...special].filter(([, list]) => list.length > 0).map(([day]) => day);
  return { week: weekdays.map((day) => schedule.week[day].flatMap(minutes)), special, specialDays };
}

function minutes(interval: readonly [string, string]): number[] {
  return interval.map((text) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000);
}

function growForward(timeline: Timeline, to: number): void {
  const end = to + STEP;
  for (let day = timeline.first + timeline.openings.length; day <= end; day++) {
    const openings = openingsOf(timeline, day);
    timeline.openings.push(openings);
    timeline.totals.push(timeline.totals[timeline.totals.length - 1]! + length(openings));
  }
}

function growBack(timeline: Timeline, from: number): void {
  const openings: number[][] = [];
  for (let day = from - STEP; day < timeline.first; day++) openings.push(openingsOf(timeline, day));
  const totals: number[] = [];
  let total = timeline.totals[0]!;
  for (let index = openings.length - 1; index >= 0; index--) {
    total -= length(openings[index]!);
    totals.push(total);
  }
  timeline.openings = openings.concat(timeline.openings);
  timeline.totals = totals.reverse().concat(timeline.totals);
  timeline.first = from - STEP;
}

function openingsOf({ schedule, hours }: Timeline, utcDay: number): number[] {
  const list: number[] = [];
  for (const { from, to, offset } of stretches(schedule.zone, utcDay)) {
    const lastLocal = Math.floor((to + offset - 1) / DAY);
    for (let local = Math.floor((from + offset) / DAY); local <= lastLocal; local++) {
      // 1970-01-01 was a Thursday, the fourth of the ISO week.
      const day = hours.special.get(local) ?? hours.week[(((local + 3) % 7) + 7) % 7]!;
      for (let index = 0; index < day.length; index += 2) {
        const opens = Math.max(from, local * DAY + day[index]! - offset);
        const closes = Math.min(to, local * DAY + day[index + 1]! - offset);
        if (opens < closes) list.push(opens, closes);
      }
    }
  }
  return list;
}

function length(openings: number[]): number {
  let sum = 0;
  for (let index = 0; index < openings.length; index += 2) sum += openings[index + 1]! - openings[index]!;
  return sum;
}
