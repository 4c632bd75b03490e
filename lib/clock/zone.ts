const DAY = 86_400_000;

/** True when the runtime's time-zone data knows the IANA name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A stretch of time with one distance from UTC. `from` and `to` are Unix milliseconds, `offset` is east-positive. */
export type Stretch = { from: number; to: number; offset: number };

/**
 * Cuts one UTC day (counted from 1970-01-01) where the zone's offset changes. At most one change a day is
 * looked for: no zone has ever had two within 24 hours.
 */
export function stretches(zone: string, utcDay: number): Stretch[] {
  const from = utcDay * DAY;
  const to = from + DAY;
  const before = midnightOffset(zone, utcDay);
  const after = midnightOffset(zone, utcDay + 1);
  if (before === after) return [{ from, to, offset: before }];
  const change = firstMoment(from, to, (moment) => offsetAt(zone, moment) !== before);
  return [
    { from, to: change, offset: before },
    { from: change, to, offset: after },
  ].filter((stretch) => stretch.from < stretch.to);
}

/** The calendar day there, YYYY-MM-DD. */
export function localDay(zone: string, moment: number): string {
  return new Date(moment + offsetAt(zone, moment)).toISOString().slice(0, 10);
}

// Zones and their offsets never change while the process runs, and asking Intl takes microseconds.
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function midnightOffset(zone: string, utcDay: number): number {
  const days = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, days);
  const offset = days.get(utcDay) ?? offsetAt(zone, utcDay * DAY);
  days.set(utcDay, offset);
  return offset;
}

function offsetAt(zone: string, moment: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "iso8601",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const wall = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const part of format.formatToParts(moment)) {
    switch (part.type) {
      case "year":
      case "month":
      case "day":
      case "hour":
      case "minute":
      case "second":
        wall[part.type] = Number(part.value);
        break;
      default:
        break;
    }
  }
  const seen = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return seen - Math.floor(moment / 1000) * 1000;
}

/** The first second in (from, to] for which `isPast` holds; it must hold for all later ones too. */
function firstMoment(from: number, to: number, isPast: (moment: number) => boolean): number {
  let low = from / 1000;
  let high = to / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isPast(middle * 1000)) high = middle;
    else low = middle;
  }
  return high * 1000;
}
