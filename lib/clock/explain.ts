import type { Schedule } from "./schedule";
import { timelineOver } from "./timeline";
import { localDay } from "./zone";

const DAY = 86_400_000;

/** One stretch that was counted, and what of the day made it so. */
export type Counted = {
  from: Date;
  to: Date;
  seconds: number;
  /** The name of the exception that gave the day these hours; null for the hours of the week. */
  exception: string | null;
};

export type Explained = {
  counted: Counted[];
  /** Local days in between, YYYY-MM-DD, on which an exception closed what the week would have opened. */
  closed: Array<{ date: string; name: string }>;
  businessSeconds: number;
  wallSeconds: number;
};

/**
 * Why so many seconds of opening hours lie between two moments: every stretch that was counted, in order. Their sum is
 * what `businessSeconds` says. `to` before `from` explains nothing.
 */
export function explain(schedule: Schedule, from: Date, to: Date): Explained {
  const start = from.getTime();
  const end = Math.max(start, to.getTime());
  const named = new Map(schedule.exceptions.map((one) => [one.date, one]));
  const counted: Counted[] = [];
  for (const [opens, closes] of openingsBetween(schedule, start, end)) {
    const exception = named.get(localDay(schedule.zone, opens))?.name ?? null;
    counted.push({
      from: new Date(opens),
      to: new Date(closes),
      seconds: (closes - opens) / 1000,
      exception,
    });
  }
  const [first, last] = [localDay(schedule.zone, start), localDay(schedule.zone, end)];
  const closed = schedule.exceptions
    .filter(({ date, intervals }) => intervals.length === 0 && date >= first && date <= last)
    .map(({ date, name }) => ({ date, name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    counted,
    closed,
    businessSeconds: counted.reduce((sum, { seconds }) => sum + seconds, 0),
    wallSeconds: (end - start) / 1000,
  };
}

/** Openings cut to the two moments; what meets at midnight of UTC is one stretch again. */
function openingsBetween(schedule: Schedule, start: number, end: number): Array<[number, number]> {
  const firstDay = Math.floor(start / DAY);
  const lastDay = Math.floor(end / DAY);
  const timeline = timelineOver(schedule, firstDay, lastDay);
  const found: Array<[number, number]> = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const openings = timeline.openings[day - timeline.first]!;
    for (let index = 0; index < openings.length; index += 2) {
      const opens = Math.max(start, openings[index]!);
      const closes = Math.min(end, openings[index + 1]!);
      if (opens >= closes) continue;
      const before = found.at(-1);
      const touches =
        before?.[1] === opens && localDay(schedule.zone, before[0]) === localDay(schedule.zone, opens);
      if (before && touches) before[1] = closes;
      else found.push([opens, closes]);
    }
  }
  return found;
}
