import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { type ImportView, loadImport, mayImport } from "./load";
import { cellsOf, columnsOf, readRow, rowsOf } from "./read-rows";
import type { Cells, Fault, Preview, Sort } from "./sort";
import { withSort } from "./sorts";

/** Rows that are looked at: what a longer file would do is said of its beginning. */
const mostRows = 100_000;
const shownRows = 8;
const namedFaults = 50;

export type ImportPreview = {
  /** A code under `imports.missing`: the rest is null until it is chosen. */
  missing: string | null;
  rows: Array<{ line: number; cells: Cells; fault: string | null }>;
  faults: Fault[];
  faulty: number;
  looked: number;
  would: Preview | null;
};

/** What an import would do, row by row and as a whole; changes nothing. */
export async function previewImport(actor: Actor, input: { importId: string }): Promise<ImportPreview> {
  authorize(actor, "customer.import");
  const view = await loadImport(actor, input);
  authorize(actor, mayImport(view.what));
  return withSort(view.what, (sort) => previewBy(sort, view));
}

async function previewBy<Row>(sort: Sort<Row>, view: ImportView): Promise<ImportPreview> {
  const key = view.storageKey ?? fail("conflict", "imports.read");
  const found: ImportPreview = {
    missing: sort.missing(view.mapping, view.reading),
    rows: [],
    faults: [],
    faulty: 0,
    looked: 0,
    would: null,
  };
  const batches = read(sort, view, key, found);
  if (found.missing === null) found.would = await sort.preview({ brandId: view.brandId, batches });
  else for await (const _some of batches);
  return found;
}

/** Rows that can be stored, some at a time; what is told of all of them goes to `found`. */
async function* read<Row>(
  sort: Sort<Row>,
  { mapping, reading }: ImportView,
  key: string,
  found: ImportPreview,
): AsyncGenerator<Row[]> {
  const columns = columnsOf(mapping, reading);
  const readOne = sort.reader(reading, mapping);
  for await (const some of rowsOf(key, reading)) {
    const batch: Row[] = [];
    for (const row of some) {
      if (found.looked >= mostRows) break;
      found.looked++;
      const one = readRow(row, columns, readOne);
      const fault = found.missing === null ? one.fault : null;
      if (found.rows.length < shownRows)
        found.rows.push({
          line: row.line,
          cells: row.cells === null ? {} : cellsOf(row.cells, columns),
          fault: fault?.code ?? null,
        });
      if (one.row !== null) batch.push(one.row);
      if (fault === null) continue;
      found.faulty++;
      if (found.faults.length < namedFaults) found.faults.push(fault);
    }
    if (batch.length > 0) yield batch;
    if (found.looked >= mostRows || (found.missing !== null && found.rows.length >= shownRows)) return;
  }
}
