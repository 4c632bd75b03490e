import { businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";
import { localHours } from "./local-moment";

const HOUR = 3_600_000;

// The hours of a day never change as long as the schedule is the same object, and every report asks for the same days.
const kept = new WeakMap<Schedule, Map<string, Float64Array>>();
const beginnings = new Map<string, Array<number | null>>();

/** Ten years of days; whoever asks for more of them pays for it each time. */
const most = 3_660;

/** The moments at which the hours of a day begin there. */
export function hoursOfDay(zone: string, day: string): Array<number | null> {
  const key = `${zone} ${day}`;
  const known = beginnings.get(key);
  if (known) return known;
  const begins = localHours(zone, day);
  if (beginnings.size >= most) beginnings.clear();
  beginnings.set(key, begins);
  return begins;
}

/** The share of each of them in which a schedule is open; nothing of an hour that the clock skips. */
export function openHours(schedule: Schedule, zone: string, day: string): Float64Array {
  const days = kept.get(schedule) ?? new Map<string, Float64Array>();
  kept.set(schedule, days);
  const key = `${zone} ${day}`;
  const known = days.get(key);
  if (known) return known;
  const shares = Float64Array.from(hoursOfDay(zone, day), (begin) =>
    begin === null ? 0 : businessSeconds(schedule, new Date(begin), new Date(begin + HOUR)) / 3600,
  );
  if (days.size >= most) days.clear();
  days.set(key, shares);
  return shares;
}
