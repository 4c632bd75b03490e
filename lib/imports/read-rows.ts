import { open } from "@/lib/files";
import { type Encoding, encodingOf, textOf } from "./inspect";
import { type CsvRow, readCsv } from "./read-csv";
import type { Cells, Fault, Read, Reading } from "./sort";
import { cellOf } from "./values";

/** No cell says more than this. */
const longestCell = 4000;

/** The rows of a stored file below its headings, some at a time. */
export async function* rowsOf(
  storageKey: string,
  reading: { encoding: Encoding; delimiter: string },
): AsyncGenerator<CsvRow[]> {
  let isFirst = true;
  for await (const rows of readCsv(textOf(await open(storageKey), reading.encoding), reading.delimiter)) {
    const below = isFirst ? rows.slice(1) : rows;
    isFirst = false;
    if (below.length > 0) yield below;
  }
}

/** Encoding, and the first 64 kB. */
export async function lookAt(storageKey: string): ReturnType<typeof encodingOf> {
  return encodingOf(await open(storageKey));
}

/** A row's cells by our fields. */
export function cellsOf(cells: readonly string[], columns: ReadonlyArray<readonly [string, number]>): Cells {
  const found: Cells = {};
  for (const [field, place] of columns) {
    const value = cellOf((cells[place] ?? "").slice(0, longestCell));
    if (value !== "") found[field] = value;
  }
  return found;
}

/** Which column each field stands in. */
export function columnsOf(
  mapping: { [field: string]: string },
  reading: Reading,
): Array<readonly [string, number]> {
  return Object.entries(mapping).flatMap(([field, heading]) => {
    const place = reading.headings.indexOf(heading);
    return place === -1 ? [] : [[field, place] as const];
  });
}

/** One row read by a sort, or why not. */
export function readRow<Row>(
  row: CsvRow,
  columns: ReadonlyArray<readonly [string, number]>,
  read: (cells: Cells) => Read<Row>,
): { row: Row; fault: null } | { row: null; fault: Fault } {
  if (row.cells === null) return { row: null, fault: { line: row.line, code: "long", params: {} } };
  const done = read(cellsOf(row.cells, columns));
  if ("row" in done) return { row: done.row, fault: null };
  return { row: null, fault: { line: row.line, code: done.code, params: done.params } };
}
