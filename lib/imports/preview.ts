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
  would: Omit<Preview, "refused"> | null;
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
  const lines: number[] = [];
  const batches = read(sort, view, key, { found, lines });
  if (found.missing === null) {
    const { refused, ...would } = await sort.preview({ brandId: view.brandId, batches });
    // Every row is one of: stored, known, faulty, or in conflict with what is known.
    found.faulty += refused.length - would.conflicting;
    found.would = would;
    const named = refused.slice(0, namedFaults).map(({ place, ...why }) => ({ line: lines[place]!, ...why }));
    found.faults = [...found.faults, ...named].sort((a, b) => a.line - b.line).slice(0, namedFaults);
  } else for await (const _some of batches);
  return found;
}

/** Rows that can be stored, some at a time, their lines to `lines`; what is told of all of them goes to `found`. */
async function* read<Row>(
  sort: Sort<Row>,
  { mapping, reading }: ImportView,
  key: string,
  { found, lines }: { found: ImportPreview; lines: number[] },
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
      if (one.row !== null) {
        batch.push(one.row);
        lines.push(row.line);
      }
      if (fault === null) continue;
      found.faulty++;
      if (found.faults.length < namedFaults) found.faults.push(fault);
    }
    if (batch.length > 0) yield batch;
    if (found.looked >= mostRows || (found.missing !== null && found.rows.length >= shownRows)) return;
  }
}
