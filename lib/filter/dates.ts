const DAY = 86_400_000;

const units: Record<string, number> = { h: 3_600_000, d: DAY, j: DAY, w: 7 * DAY, m: 30 * DAY, y: 365 * DAY };

const spoken: Record<string, string> = {
  today: "today",
  "aujourd'hui": "today",
  "aujourd’hui": "today",
  yesterday: "yesterday",
  hier: "yesterday",
};

/**
 * A day or a distance as the filter keeps it: `2026-11-01`, `today`, `yesterday`, or a number of hours, days, weeks,
 * months of 30 and years of 365 days back from now (`36h`, `7d`, `2w`, `6m`, `1y`). Null for anything else.
 */
export function readDateWord(text: string): string | null {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(spoken, word)) return spoken[word] ?? null;
  const span = readSpan(word);
  if (span !== null) return span;
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  if (!day) return null;
  const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const parsed = new Date(Date.UTC(year, month - 1, date));
  return year >= 1970 && parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === date ? word : null;
}

/** A distance alone: `36h`, `7d`, `2w`, `6m`, `1y`. Null for anything else. */
export function readSpan(text: string): string | null {
  const distance = /^(\d{1,4})([hdjwmy])$/.exec(text.trim().toLowerCase());
  return distance ? `${Number(distance[1])}${distance[2] === "j" ? "d" : distance[2]}` : null;
}

/** The moment, in Unix ms, at which such a day begins in a zone, or that lies such a distance back. */
export function momentOf(word: string, now: number, zone: string): number {
  if (word === "today") return endOfDays(now, -1, zone);
  if (word === "yesterday") return endOfDays(now, -2, zone);
  const distance = /^(\d+)([hdwmy])$/.exec(word);
  if (distance) return now - Number(distance[1]) * (units[distance[2] ?? "d"] ?? DAY);
  return startOfDay(Date.parse(`${word}T00:00:00Z`), zone);
}

/** Midnight at the end of the day that lies `days` after the one of `now`, in a zone. Unix ms. */
export function endOfDays(now: number, days: number, zone: string): number {
  const wall = now + offsetAt(now, zone);
  return startOfDay(Math.floor(wall / DAY) * DAY + (days + 1) * DAY, zone);
}

/** `wall` is the midnight as a clock in the zone shows it, counted as if that were UTC. */
function startOfDay(wall: number, zone: string): number {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

// Asking Intl for a format costs more than asking the format: one for each zone stays.
const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(moment: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
  }
  const name = format.formatToParts(moment).find((part) => part.type === "timeZoneName")?.value ?? "";
  const parts = /([+-])(\d\d):?(\d\d)(?::?(\d\d))?/.exec(name);
  if (!parts) return 0;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === "-" ? -seconds : seconds) * 1000;
}
