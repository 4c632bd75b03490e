import type { Schedule } from "./schedule";
import { timelineOver } from "./timeline";

const DAY = 86_400_000;

/** The stretches between two moments in which nobody is there, in order. */
export function closedBetween(schedule: Schedule, from: Date, to: Date): Array<{ from: Date; to: Date }> {
  const [start, end] = [from.getTime(), to.getTime()];
  if (end <= start) return [];
  const [first, last] = [Math.floor(start / DAY), Math.floor(end / DAY)];
  const timeline = timelineOver(schedule, first, last);
  const closed: Array<{ from: Date; to: Date }> = [];
  let since = start;
  for (let day = first; day <= last; day++) {
    const openings = timeline.openings[day - timeline.first] ?? [];
    for (let index = 0; index < openings.length; index += 2) {
      const [opens, closes] = [openings[index]!, openings[index + 1]!];
      if (closes <= start || opens >= end) continue;
      if (opens > since) closed.push({ from: new Date(since), to: new Date(opens) });
      since = Math.max(since, closes);
    }
  }
  if (since < end) closed.push({ from: new Date(since), to: new Date(end) });
  return closed;
}
