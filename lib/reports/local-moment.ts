import { stretches } from "@/lib/clock/zone";

const DAY = 86_400_000;

/**
 * When a clock on the wall of that zone shows this hour of this day, in Unix milliseconds; null for an hour that it skips,
 * the first of an hour that comes twice. By the offsets that the clock keeps: asking for 2,000 hours costs a millisecond.
 */
export function localMoment(zone: string, day: string, hour: number, minute = 0): number | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const local = midnight + hour * 3_600_000 + minute * 60_000;
  const utcDay = Math.floor(midnight / DAY);
  for (const each of [utcDay - 1, utcDay, utcDay + 1])
    for (const { from, to, offset } of stretches(zone, each)) {
      const moment = local - offset;
      if (moment >= from && moment < to) return moment;
    }
  return null;
}
