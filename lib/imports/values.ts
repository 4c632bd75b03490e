/** In which order a file writes its dates; `ask` where the values fit two. */
export type DateOrder = "ymd" | "dmy" | "mdy" | "ask";

const numeric =
  /^(\d{1,4})[./\-\s](\d{1,2})[./\-\s](\d{1,4})(?:[T,\s]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(am|pm)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;

/** Which orders all of these dates allow. */
export function dateOrderOf(values: Iterable<string>): DateOrder {
  let dayFirst = true;
  let monthFirst = true;
  let isSeen = false;
  for (const value of values) {
    const found = numeric.exec(value.trim());
    if (!found || found[1]!.length > 2) continue;
    isSeen = true;
    if (Number(found[1]) > 12) monthFirst = false;
    if (Number(found[2]) > 12) dayFirst = false;
  }
  if (!isSeen) return "ymd";
  if (dayFirst && monthFirst) return "ask";
  return monthFirst ? "mdy" : "dmy";
}

/**
 * A moment as a file writes it, null for none. Without a time it is noon, so that the day is the same everywhere; without
 * a zone it is told by the clock of `offsetAt`, in minutes east of UTC.
 */
export function momentOf(value: string, order: DateOrder, offsetAt: (day: string) => number): Date | null {
  const text = value.trim();
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  const found = numeric.exec(text);
  if (!found) return null;
  const [, a = "", b = "", c = "", hour, minute, second, half, zone] = found;
  const isYearFirst = a.length > 2;
  const [y, m, d] = isYearFirst ? [a, b, c] : order === "mdy" ? [c, a, b] : [c, b, a];
  const year = Number(y) < 100 ? 2000 + Number(y) : Number(y);
  const day = new Date(Date.UTC(year, Number(m) - 1, Number(d), 12));
  if (year < 1990 || year > 2200 || day.getUTCMonth() !== Number(m) - 1 || day.getUTCDate() !== Number(d))
    return null;
  if (hour === undefined) return day;
  const hours = half ? (Number(hour) % 12) + (/pm/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const minutes = zone ? minutesOf(zone) : offsetAt(day.toISOString().slice(0, 10));
  return new Date(
    day.getTime() + ((hours - 12) * 60 + Number(minute) - minutes) * 60_000 + Number(second ?? 0) * 1000,
  );
}

function minutesOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** The clock of a zone, asked once a day: asking for each of 100,000 rows takes seconds. */
export function offsetsOf(zone: string): (day: string) => number {
  const known = new Map<string, number>();
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (day) => {
    const kept = known.get(day);
    if (kept !== undefined) return kept;
    const name =
      format.formatToParts(new Date(`${day}T12:00:00Z`)).find(({ type }) => type === "timeZoneName")?.value ??
      "";
    const found = /GMT([+-]\d{2}:\d{2})/.exec(name);
    const minutes = found ? minutesOf(found[1]!) : 0;
    known.set(day, minutes);
    return minutes;
  };
}

/** Which sign parts whole from part in these amounts: the last one followed by one or two digits. */
export function decimalOf(values: Iterable<string>, delimiter: string): "," | "." {
  let commas = 0;
  let points = 0;
  for (const value of values) {
    if (/,\d{1,2}(\D*)$/.test(value)) commas++;
    if (/\.\d{1,2}(\D*)$/.test(value)) points++;
  }
  return commas > points || (commas === points && delimiter === ";") ? "," : ".";
}

/** "1 234,50 €" → 1234.5 and EUR; null where there is no number. */
export function moneyOf(
  value: string,
  decimal: "," | ".",
): { amount: number; currency: string | null } | null {
  const currency =
    signs.find(([sign]) => value.includes(sign))?.[1] ?? /\b[A-Z]{3}\b/.exec(value)?.[0] ?? null;
  const digits = value.replace(/[^\d.,-]/g, "");
  const other = decimal === "," ? "." : ",";
  const plain = digits.replaceAll(other, "").replace(decimal, ".");
  if (!/^-?\d+(\.\d*)?$/.test(plain)) return null;
  const amount = Number(plain);
  return Number.isFinite(amount) && Math.abs(amount) < 1e11 ? { amount, currency } : null;
}

const signs: ReadonlyArray<readonly [string, string]> = [
  ["€", "EUR"],
  ["£", "GBP"],
  ["$", "USD"],
];

/** A cell as it was meant: programs write ="0123" to keep a zero, and a sign before what looks like a formula. */
export function cellOf(cell: string): string {
  const formula = /^="(.*)"$/.exec(cell.trim());
  return (formula?.[1] ?? cell).replaceAll("\u0000", "").trim();
}
