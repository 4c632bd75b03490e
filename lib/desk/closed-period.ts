import type { Schedule } from "@/lib/clock/schedule";
import { timelineOver } from "@/lib/clock/timeline";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Shorter breaks, such as lunch, need no line. */
const shortestGap = 6 * HOUR;
/** How long before the doors open, and after, it is still the beginning. */
const before = 2 * HOUR;
const after = 4 * HOUR;

/**
 * The closed period that has just ended, or is about to: from the last closing to the opening. Several schedules
 * count as open when one of them is. Null in the middle of a day, and where nobody ever closes.
 */
export function closedPeriod(
  schedules: readonly Schedule[],
  now: Date,
): { since: Date; openedAt: Date } | null {
  const open = openings(schedules, now.getTime());
  const index = open.findIndex(
    ({ from, to }) => now.getTime() < to && now.getTime() >= from - before && now.getTime() < from + after,
  );
  const here = open[index];
  const last = open[index - 1];
  if (!here || !last || here.from - last.to < shortestGap) return null;
  return { since: new Date(last.to), openedAt: new Date(here.from) };
}

type Opening = { from: number; to: number };

/** When somebody is there, over the last three weeks and the next day, in order and joined where they meet. */
function openings(schedules: readonly Schedule[], now: number): Opening[] {
  const [first, last] = [Math.floor(now / DAY) - 21, Math.floor(now / DAY) + 1];
  const all: Opening[] = [];
  for (const schedule of schedules) {
    const timeline = timelineOver(schedule, first, last);
    for (let day = first; day <= last; day++) {
      const list = timeline.openings[day - timeline.first] ?? [];
      for (let at = 0; at < list.length; at += 2) all.push({ from: list[at]!, to: list[at + 1]! });
    }
  }
  all.sort((a, b) => a.from - b.from);
  const joined: Opening[] = [];
  for (const one of all) {
    const previous = joined.at(-1);
    if (previous && one.from <= previous.to) previous.to = Math.max(previous.to, one.to);
    else joined.push({ ...one });
  }
  return joined;
}
