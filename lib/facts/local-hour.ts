import { stretches } from "@/lib/clock/zone";

const DAY = 86_400_000;

/** The calendar day there, YYYY-MM-DD, and the hour of its clock. Offsets are kept, since this is asked for every fact. */
export function localHour(zone: string, at: number): { day: string; hour: number } {
  const parts = stretches(zone, Math.floor(at / DAY));
  const part = parts.find(({ to }) => at < to) ?? parts[0];
  const local = at + (part?.offset ?? 0);
  return { day: dayText(Math.floor(local / DAY)), hour: Math.floor((local % DAY) / 3_600_000) };
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
