import { stretches } from "@/lib/clock/zone";

const DAY = 86_400_000;

/** The calendar day there, YYYY-MM-DD, and the hour of its clock. Offsets are kept, since this is asked for every fact. */
export function localHour(zone: string, at: number): { day: string; hour: number } {
  const local = at + offsetAt(zone, at);
  return { day: dayText(Math.floor(local / DAY)), hour: Math.floor((local % DAY) / 3_600_000) };
}

/** Of whole days; those on which clocks change are looked up each time. */
const offsets = new Map<string, Map<number, number>>();

function offsetAt(zone: string, at: number): number {
  const utcDay = Math.floor(at / DAY);
  let days = offsets.get(zone);
  const known = days?.get(utcDay);
  if (known !== undefined) return known;
  const parts = stretches(zone, utcDay);
  const [only] = parts;
  if (!only || parts.length > 1) return (parts.find(({ to }) => at < to) ?? only)?.offset ?? 0;
  days ??= new Map();
  offsets.set(zone, days.set(utcDay, only.offset));
  return only.offset;
}

const texts = new Map<number, string>();

function dayText(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}
