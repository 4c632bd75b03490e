import { daysBetween } from "@/app/_ui/days";
import type { QueueRow } from "@/lib/conversations/types";

export const bands = ["first", "now", "today", "week", "calm", "later"] as const;
export type Band = (typeof bands)[number];

const HOUR = 3_600_000;

/** Where a row stands by the clock: within the hour or late, today, in the coming seven days, or without a hurry. */
export function bandOf(row: Pick<QueueRow, "pin" | "dueAt">, now: number, zone: string | undefined): Band {
  if (row.pin < 0) return "first";
  if (row.pin > 0) return "later";
  if (!row.dueAt) return "calm";
  const due = Date.parse(row.dueAt);
  if (due - now <= HOUR) return "now";
  const days = daysBetween(now, due, zone);
  if (days <= 0) return "today";
  return days <= 7 ? "week" : "calm";
}

export type Entry<Row> =
  | { type: "heading"; band: Band; count: number }
  | { type: "row"; row: Row; band: Band };

/**
 * Rows with their headings. Rows that were kept in place although their hour changed stay under the heading they
 * stand below, so that no heading comes twice.
 */
export function withHeadings<Row extends Pick<QueueRow, "pin" | "dueAt">>(
  rows: readonly Row[],
  now: number,
  zone: string | undefined,
): Array<Entry<Row>> {
  const entries: Array<Entry<Row>> = [];
  let heading: { type: "heading"; band: Band; count: number } | null = null;
  for (const row of rows) {
    const band = bandOf(row, now, zone);
    if (!heading || bands.indexOf(band) > bands.indexOf(heading.band)) {
      heading = { type: "heading", band, count: 0 };
      entries.push(heading);
    }
    heading.count += 1;
    entries.push({ type: "row", row, band });
  }
  return entries;
}
