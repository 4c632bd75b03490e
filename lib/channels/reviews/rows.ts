import { type Field, ofCsv, proposeFields } from "./table";

export type Row = { [field in Field]?: string };

/** The rows of a table of reviews, by what their columns mean; null where no column is an id. */
export function readTable(text: string): Array<{ [field: string]: string | boolean }> | null {
  const table = ofCsv(text);
  const columns = proposeFields(table?.head ?? []);
  if (table === null || !columns.includes("id")) return null;
  return table.rows.map((cells) => {
    const { deleted, date, answered, ...row } = toRow(cells, columns);
    return {
      ...row,
      ...(date === undefined ? {} : { date: isoDate(date) }),
      ...(answered === undefined ? {} : { answered: isoDate(answered) }),
      ...(deleted === undefined ? {} : { deleted: isYes(deleted) }),
    };
  });
}

/** What stands under each meaning; empty cells are left out. */
export function toRow(cells: readonly string[], columns: ReadonlyArray<Field | null>): Row {
  const row: Row = {};
  for (const [place, field] of columns.entries()) {
    const cell = cells[place]?.trim() ?? "";
    if (field !== null && cell !== "") row[field] = cell;
  }
  return row;
}

export function isYes(cell: string): boolean {
  return /^(?:1|true|yes|oui|vrai|x)$/i.test(cell);
}

/** "14/11/2026" is the day first, as in all of Europe, unless there is no such month. */
export function isoDate(written: string): string {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[,\s]+(?:à\s*)?(\d{1,2}:\d{2}))?/.exec(written);
  if (!found) return written;
  const [, one = "", two = "", year = "", time] = found;
  const [day, month] = Number(two) > 12 ? [two, one] : [one, two];
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${time ? `T${time.padStart(5, "0")}:00Z` : ""}`;
}
