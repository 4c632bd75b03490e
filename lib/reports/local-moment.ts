import { stretches } from "@/lib/clock/zone";

const DAY = 86_400_000;

/**
 * When a clock on the wall of that zone shows this hour of this day, in Unix milliseconds; null for an hour that it skips,
 * the first of an hour that comes twice. By the offsets that the clock keeps.
 */
export function localMoment(zone: string, day: string, hour: number, minute = 0): number | null {
  return momentIn(
    stretchesAround(zone, day),
    Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 + minute * 60_000,
  );
}

/** The same for the 24 hours of a day: its offsets are looked up once, for a year a tenth of the work. */
export function localHours(zone: string, day: string): Array<number | null> {
  const around = stretchesAround(zone, day);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: 24 }, (_, hour) => momentIn(around, midnight + hour * 3_600_000));
}

function momentIn(around: ReturnType<typeof stretches>, local: number): number | null {
  for (const { from, to, offset } of around) {
    const moment = local - offset;
    if (moment >= from && moment < to) return moment;
  }
  return null;
}

function stretchesAround(zone: string, day: string): ReturnType<typeof stretches> {
  const utcDay = Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
  return [utcDay - 1, utcDay, utcDay + 1].flatMap((each) => stretches(zone, each));
}
