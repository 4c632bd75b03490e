import { type Stretch, stretches } from "@/lib/clock/zone";

const DAY = 86_400_000;

/** The calendar day there, YYYY-MM-DD, and the hour of its clock. Offsets are kept, since this is asked for every fact. */
export function localHour(zone: string, at: number): { day: string; hour: number } {
  const local = at + offsetAt(zone, at);
  return { day: dayText(Math.floor(local / DAY)), hour: Math.floor((local % DAY) / 3_600_000) };
}

/** By zone and UTC day: one offset for nearly all, the parts of a day on which clocks change. */
const known = new Map<string, Map<number, readonly Stretch[]>>();

function offsetAt(zone: string, at: number): number {
  const utcDay = Math.floor(at / DAY);
  let days = known.get(zone);
  if (days === undefined) {
    days = new Map();
    known.set(zone, days);
  }
  let parts = days.get(utcDay);
  if (parts === undefined) {
    parts = stretches(zone, utcDay);
    days.set(utcDay, parts);
  }
  const [first] = parts;
  if (!first || parts.length === 1) return first?.offset ?? 0;
  return (parts.find(({ to }) => at < to) ?? first).offset;
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
