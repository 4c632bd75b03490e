import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { System } from "@/lib/access";
import { AppError } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { remove } from "@/lib/files";
import { wake } from "@/lib/live/wake";
import { log, withoutData } from "@/lib/log";
import { transact } from "@/lib/transact";
import type { CsvRow } from "./read-csv";
import { columnsOf, readRow, rowsOf } from "./read-rows";
import type { Fault, Reading, Sort } from "./sort";
import { type ImportSort, sortOf, withSort } from "./sorts";

const timer: System = { kind: "system", name: "timer" };

/** Rows of one transaction: nobody else waits long for a customer in it. */
const batchRows = 1000;
/** After so long somebody else may go on with what a dead worker had in hand. */
const leaseSeconds = 30;
/** Then the loop looks whether it has to stop. */
const turnMs = 2000;
const namedFaults = 100;

type Work = {
  id: string;
  brandId: string;
  what: ImportSort;
  state: "running" | "undoing";
  mapping: { [field: string]: string };
  settings: Reading;
  storageKey: string | null;
  readRows: number;
};

/** A file that is being read: kept from one turn to the next, so that it is not read from its beginning each time. */
type Open = { readRows: number; rows: AsyncGenerator<CsvRow[]>; waiting: CsvRow[] };
const opened = new Map<string, Open>();

/**
 * Goes on with the import that has waited longest, for some seconds. What is stored and that it is stored are one commit:
 * after a crash another worker begins behind the last row that is safe. Resolves with false when there is nothing to do.
 */
export async function workOnImports(): Promise<boolean> {
  const claimed = await db.execute<Work>(sql`
    update imports set lease_until = now() + make_interval(secs => ${leaseSeconds}) where id = (
      select id from imports where state in ('running', 'undoing') and (lease_until is null or lease_until < now())
      order by started_at, id limit 1 for update skip locked)
    returning id, brand_id as "brandId", what, state, mapping, settings, storage_key as "storageKey", read_rows as "readRows"`);
  const work = claimed.rows[0];
  if (!work) return false;
  try {
    const until = Date.now() + turnMs;
    let hasMore = true;
    while (hasMore && Date.now() < until) {
      hasMore = work.state === "running" ? await storeSome(work) : await takeSomeBack(work);
      wake("imports");
    }
    await db.execute(
      sql`update imports set lease_until = null where id = ${work.id}::uuid and state in ('running', 'undoing')`,
    );
  } catch (error) {
    close(work.id);
    if (!(error instanceof AppError) && !(error instanceof Gone)) throw error;
    if (error instanceof AppError) await failed(work, error.key);
  }
  return true;
}

/** Somebody cancelled it, or another worker took it over. */
class Gone extends Error {}

async function storeSome(work: Work): Promise<boolean> {
  const rows = await nextRows(work);
  if (rows.length === 0) {
    await finish(work);
    return false;
  }
  await withSort(work.what, (sort) => keep(sort, work, rows));
  await countAnew(work.what, work.readRows, work.readRows + rows.length);
  work.readRows += rows.length;
  const file = opened.get(work.id);
  if (file) file.readRows = work.readRows;
  return true;
}

async function keep<Row>(sort: Sort<Row>, work: Work, rows: readonly CsvRow[]): Promise<void> {
  const columns = columnsOf(work.mapping, work.settings);
  const read = sort.reader(work.settings, work.mapping);
  const good: Row[] = [];
  const lines: number[] = [];
  const faults: Fault[] = [];
  for (const row of rows) {
    const one = readRow(row, columns, read);
    if (one.fault) faults.push(one.fault);
    else {
      good.push(one.row);
      lines.push(row.line);
    }
  }
  await transact(async (tx) => {
    const done = await sort.store(tx, { brandId: work.brandId, importId: work.id, rows: good });
    for (const { place, ...why } of done.refused) faults.push({ line: lines[place]!, ...why });
    const kept = await tx.execute(sql`
      update imports set read_rows = read_rows + ${rows.length}, stored = stored + ${done.stored}, already_known = already_known + ${done.known},
        new_customers = new_customers + ${done.newCustomers}, faulty = faulty + ${faults.length},
        faults = case when jsonb_array_length(faults) >= ${namedFaults} then faults else faults || ${JSON.stringify(faults.slice(0, namedFaults))}::jsonb end,
        lease_until = now() + make_interval(secs => ${leaseSeconds})
      where id = ${work.id}::uuid and state = 'running' and read_rows = ${work.readRows}`);
    if (kept.rowCount === 0) throw new Gone();
  });
}

/**
 * A planner that has never seen a brand takes it for empty and reads all of it for each row; it learns by itself after a
 * minute, which a file of some size has filled long before.
 */
async function countAnew(what: ImportSort, before: number, after: number): Promise<void> {
  const isDue = (rows: number) =>
    [1_000, 4_000, 16_000, 64_000, 256_000].filter((each) => rows >= each).length;
  if (isDue(after) > isDue(before))
    await db.execute(sql`analyze (skip_locked) ${sql.raw(sortOf(what).tables.join(", "))}`);
}

async function nextRows(work: Work): Promise<CsvRow[]> {
  const file = await fileOf(work);
  while (file.waiting.length < batchRows) {
    const some = await file.rows.next();
    if (some.done) break;
    file.waiting.push(...some.value);
  }
  return file.waiting.splice(0, batchRows);
}

async function fileOf(work: Work): Promise<Open> {
  const kept = opened.get(work.id);
  if (kept && kept.readRows === work.readRows) return kept;
  close(work.id);
  const file: Open = {
    readRows: work.readRows,
    rows: rowsOf(work.storageKey ?? "", work.settings),
    waiting: [],
  };
  let passed = 0;
  while (passed < work.readRows) {
    const some = await file.rows.next();
    if (some.done) break;
    const rest = some.value.slice(Math.max(0, work.readRows - passed));
    passed += some.value.length;
    file.waiting.push(...rest);
  }
  opened.set(work.id, file);
  return file;
}

function close(id: string): void {
  opened
    .get(id)
    ?.rows.return(undefined)
    .catch(() => {});
  opened.delete(id);
}

async function finish(work: Work): Promise<void> {
  close(work.id);
  await db.execute(sql`analyze (skip_locked) ${sql.raw(sortOf(work.what).tables.join(", "))}`);
  await sortOf(work.what).finish({ brandId: work.brandId, importId: work.id });
  await end(work, "done", "running");
  if (work.storageKey) await remove(work.storageKey).catch(() => {});
}

async function takeSomeBack(work: Work): Promise<boolean> {
  const sort = sortOf(work.what);
  const done = await transact(async (tx) => {
    const some = await sort.undo(tx, { brandId: work.brandId, importId: work.id });
    const kept = await tx.execute(sql`
      update imports set read_rows = greatest(0, read_rows - ${some.removed}), lease_until = now() + make_interval(secs => ${leaseSeconds})
      where id = ${work.id}::uuid and state = 'undoing'`);
    if (kept.rowCount === 0) throw new Gone();
    return some;
  });
  if (done.hasMore) return true;
  await sort.undone({ brandId: work.brandId, importId: work.id });
  await end(work, "undone", "undoing");
  if (work.storageKey) await remove(work.storageKey).catch(() => {});
  return false;
}

async function end(work: Work, state: "done" | "undone", from: "running" | "undoing"): Promise<void> {
  await transact(async (tx) => {
    const ended = await tx.execute(sql`
      update imports set state = ${state}, ended_at = clock_timestamp(), lease_until = null, storage_key = null
      where id = ${work.id}::uuid and state = ${from}`);
    if (ended.rowCount === 0) return;
    await recordEvent(tx, {
      type: "import.ended",
      actor: actorOf(timer),
      brandId: work.brandId,
      after: { importId: work.id, what: work.what, state },
      occurredAt: new Date(),
    });
  }, "imports");
}

async function failed(work: Work, key: string): Promise<void> {
  log.warn({ import: work.id, error: withoutData(key) }, "an import could not go on");
  await db.execute(sql`
    update imports set state = 'failed', failure = ${key}, ended_at = clock_timestamp(), lease_until = null where id = ${work.id}::uuid`);
  wake("imports");
}
