import type { Schedule } from "./schedule";
import { horizon, type Timeline, timelineOver } from "./timeline";

const DAY = 86_400_000;

/**
 * Open seconds between two moments, to the millisecond; negative when `to` lies before `from`, so that
 * (a, b) + (b, c) = (a, c) always. The schedule object must not be changed afterwards: its days are cached.
 */
export function businessSeconds(schedule: Schedule, from: Date, to: Date): number {
  return openMilliseconds(schedule, from.getTime(), to.getTime()) / 1000;
}

/** The same in milliseconds, for whoever counts millions and has no dates. */
export function openMilliseconds(schedule: Schedule, start: number, end: number): number {
  const startDay = Math.floor(start / DAY);
  const endDay = Math.floor(end / DAY);
  const timeline = timelineOver(schedule, Math.min(startDay, endDay), Math.max(startDay, endDay));
  return openBefore(timeline, endDay, end) - openBefore(timeline, startDay, start);
}

/**
 * The first moment at which `seconds` open seconds have passed since `start`; `start` itself for none. Ending
 * exactly at closing time counts. Null when the schedule does not open that long within a century.
 */
export function addBusiness(schedule: Schedule, start: Date, seconds: number): Date | null {
  if (seconds <= 0) return start;
  const from = start.getTime();
  const startDay = Math.floor(from / DAY);
  let timeline = timelineOver(schedule, startDay, startDay);
  const wanted = openBefore(timeline, startDay, from) + Math.round(seconds * 1000);
  const limit = horizon(timeline, startDay);
  let day = startDay;
  while (totalAfter(timeline, day) < wanted) {
    if (day >= limit) return null;
    // Doubling the stride keeps far targets cheap; the search below finds the day inside it.
    day = Math.min(limit, day + Math.max(1, day - startDay));
    timeline = timelineOver(schedule, startDay, day);
  }
  let low = startDay;
  while (low < day) {
    const middle = Math.floor((low + day) / 2);
    if (totalAfter(timeline, middle) < wanted) low = middle + 1;
    else day = middle;
  }
  let left = wanted - timeline.totals[day - timeline.first]!;
  const openings = timeline.openings[day - timeline.first]!;
  for (let index = 0; index < openings.length; index += 2) {
    const open = openings[index + 1]! - openings[index]!;
    if (left <= open) return new Date(openings[index]! + left);
    left -= open;
  }
  return null;
}

/** Is somebody there at this moment? Opening times are inside, closing times outside. */
export function isOpen(schedule: Schedule, at: Date): boolean {
  const moment = at.getTime();
  const day = Math.floor(moment / DAY);
  const timeline = timelineOver(schedule, day, day);
  const openings = timeline.openings[day - timeline.first]!;
  for (let index = 0; index < openings.length; index += 2) {
    if (moment >= openings[index]! && moment < openings[index + 1]!) return true;
  }
  return false;
}

/** The first open moment at or after `at`; null when the schedule never opens again. */
export function nextOpening(schedule: Schedule, at: Date): Date | null {
  if (isOpen(schedule, at)) return at;
  const moment = at.getTime();
  const first = Math.floor(moment / DAY);
  const limit = horizon(timelineOver(schedule, first, first), first);
  for (let day = first; day <= limit; day++) {
    const timeline = timelineOver(schedule, first, day);
    const openings = timeline.openings[day - timeline.first]!;
    for (let index = 0; index < openings.length; index += 2) {
      if (openings[index]! >= moment) return new Date(openings[index]!);
    }
  }
  return null;
}

function openBefore(timeline: Timeline, day: number, moment: number): number {
  const index = day - timeline.first;
  const openings = timeline.openings[index]!;
  let sum = timeline.totals[index]!;
  for (let each = 0; each < openings.length; each += 2) {
    const opens = openings[each]!;
    if (moment <= opens) break;
    const closes = openings[each + 1]!;
    sum += (moment < closes ? moment : closes) - opens;
  }
  return sum;
}

function totalAfter(timeline: Timeline, day: number): number {
  return timeline.totals[day - timeline.first + 1]!;
}
