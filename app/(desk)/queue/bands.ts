import { daysBetween } from "@/app/_ui/days";
import type { QueueRow } from "@/lib/conversations/types";

export const bands = ["first", "now", "today", "week", "calm", "later"] as const;
export type Band = (typeof bands)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where a row stands by the clock: within the hour or late, today, in the coming seven days, or without a hurry. */
export function bandOf(row: Pick<QueueRow, "pin" | "dueAt">, now: number, zone: string | undefined): Band {
  if (row.pin < 0) return "first";
  if (row.pin > 0) return "later";
  if (!row.dueAt) return "calm";
  const due = Date.parse(row.dueAt);
  if (due - now <= HOUR) return "now";
  const { today, week } = endsOf(now, zone);
  if (due < today) return "today";
  return due < week ? "week" : "calm";
}

export type Entry<Row> =
  | { type: "heading"; band: Band; count: number }
  | { type: "row"; row: Row; band: Band; place: number };

/**
 * Rows with their headings. Rows that were kept in place although their hour changed stay under the heading they
 * stand below, so that no heading comes twice. `place` counts the rows from 1.
 */
export function withHeadings<Row extends Pick<QueueRow, "pin" | "dueAt">>(
  rows: readonly Row[],
  now: number,
  zone: string | undefined,
): Array<Entry<Row>> {
  const entries: Array<Entry<Row>> = [];
  let heading: { type: "heading"; band: Band; count: number } | null = null;
  for (const [index, row] of rows.entries()) {
    const band = bandOf(row, now, zone);
    if (!heading || bands.indexOf(band) > bands.indexOf(heading.band)) {
      heading = { type: "heading", band, count: 0 };
      entries.push(heading);
    }
    heading.count += 1;
    entries.push({ type: "row", row, band, place: index + 1 });
  }
  return entries;
}

type Ends = { now: number; zone: string | undefined; today: number; week: number };
let last: Ends | null = null;

/** Where today and the coming seven days end in a zone. Asking the calendar for each of ten thousand rows takes 100 ms. */
function endsOf(now: number, zone: string | undefined): Ends {
  if (last?.now !== now || last.zone !== zone) {
    last = { now, zone, today: endOfDay(now, 0, zone), week: endOfDay(now, 7, zone) };
  }
  return last;
}

/** The first moment, to the second, of the calendar day after the one in `days` days. */
function endOfDay(now: number, days: number, zone: string | undefined): number {
  let before = now + (days - 1) * DAY;
  let after = now + (days + 2) * DAY;
  while (after - before > 1_000) {
    const middle = (before + after) / 2;
    if (daysBetween(now, middle, zone) <= days) before = middle;
    else after = middle;
  }
  return after;
}
