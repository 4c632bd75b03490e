/** Whole days between the calendar days of two moments in a zone: 0 for the same day, negative backwards. */
export function daysBetween(fromMs: number, toMs: number, zone: string | undefined): number {
  return dayNumber(toMs, zone) - dayNumber(fromMs, zone);
}

const DAY = 86_400_000;

const zones = new Map<string, Intl.DateTimeFormat>();

function dayNumber(ms: number, zone: string | undefined): number {
  const key = zone ?? "UTC";
  let format = zones.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: key, dateStyle: "short" });
    zones.set(key, format);
  }
  return Math.round(Date.parse(`${format.format(ms)}T00:00:00Z`) / DAY);
}
