import type { QueueRow } from "@/lib/conversations/types";

/** Where the list is cut, from its top: `danger` to people, `outreach` where nobody wrote and we opened it. */
export const bands = ["danger", "first", "now", "today", "week", "calm", "later", "outreach"] as const;
export type Band = (typeof bands)[number];

export function bandOf({ lane, band }: Pick<QueueRow, "lane" | "band">): Band {
  return lanes[lane] ?? band;
}

const lanes: ReadonlyArray<Band | null> = ["danger", "first", null, "later", "outreach"];

export type Entry<Row> =
  | { type: "heading"; band: Band; count: number }
  | { type: "row"; row: Row; band: Band; place: number };

/**
 * Rows with their headings. Rows that were kept in place although their band changed stay under the heading they
 * stand below, so that no heading comes twice. `place` counts the rows from 1.
 */
export function withHeadings<Row extends Pick<QueueRow, "lane" | "band">>(
  rows: readonly Row[],
): Array<Entry<Row>> {
  const entries: Array<Entry<Row>> = [];
  let heading: { type: "heading"; band: Band; count: number } | null = null;
  for (const [index, row] of rows.entries()) {
    const band = bandOf(row);
    if (!heading || bands.indexOf(band) > bands.indexOf(heading.band)) {
      heading = { type: "heading", band, count: 0 };
      entries.push(heading);
    }
    heading.count += 1;
    entries.push({ type: "row", row, band, place: index + 1 });
  }
  return entries;
}
