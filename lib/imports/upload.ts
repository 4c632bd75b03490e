import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { put, remove } from "@/lib/files";
import { newId } from "@/lib/id";
import { brandOf } from "./brand-of";
import { delimiterOf, guessMapping, headingsOf } from "./inspect";
import { type ImportView, loadImport, mayImport } from "./load";
import { readCsv } from "./read-csv";
import { lookAt, rowsOf } from "./read-rows";
import type { Reading } from "./sort";
import { type ImportSort, sortOf } from "./sorts";
import { dateOrderOf, decimalOf } from "./values";

/** What a file may weigh: about a million rows. */
export const importBytes = 100_000_000;

/** Rows whose values say how dates and amounts are written. */
const sample = 20_000;

/**
 * Takes a file in, looks how it is written and which column is what; nothing is stored of it yet. What was chosen the last
 * time for a file with the same headings is chosen again. Throws `invalid` for a file that is no table.
 */
export async function uploadImport(
  actor: Actor,
  input: { brandId: string; what: ImportSort; name: string; content: Uint8Array | AsyncIterable<Uint8Array> },
): Promise<ImportView> {
  authorize(actor, mayImport(input.what));
  const zone = await brandOf(actor, input.brandId);
  const file = await put(input.content, importBytes);
  try {
    const look = await lookOver(file.key);
    const kept = await lastTime(input, look.headings);
    const mapping = kept?.mapping ?? guessMapping(look.headings, sortOf(input.what).fields);
    const counted = await countRows(file.key, look, mapping, input.what);
    const reading: Reading = {
      ...look,
      dateOrder: counted.dateOrder === "ask" ? (kept?.dateOrder ?? "ask") : counted.dateOrder,
      decimal: counted.decimal,
      zone,
      choices: kept?.choices ?? {},
    };
    const id = newId();
    await db.execute(sql`
      insert into imports (id, brand_id, what, name, mapping, settings, storage_key, size, rows, created_by)
      values (${id}::uuid, ${input.brandId}::uuid, ${input.what}, ${input.name.slice(0, 200)}, ${JSON.stringify(mapping)}::jsonb,
        ${JSON.stringify(reading)}::jsonb, ${file.key}, ${file.size}, ${counted.rows}, ${actor.id}::uuid)`);
    return await loadImport(actor, { importId: id });
  } catch (error) {
    await remove(file.key);
    throw error;
  }
}

async function lookOver(key: string) {
  const { encoding, head } = await lookAt(key);
  if (head.byteLength === 0) fail("invalid", "imports.empty");
  const text = new TextDecoder(encoding).decode(head);
  // A picture or a spreadsheet's own format: full of zeros in its first bytes.
  if (text.startsWith("PK") || text.startsWith("%PDF") || text.slice(0, 2000).includes("\u0000\u0000"))
    fail("invalid", "imports.no_table");
  const delimiter = delimiterOf(text);
  for await (const rows of readCsv(once(text), delimiter)) {
    const first = rows[0];
    if (!first?.cells || first.cells.length > 300) break;
    return { encoding, delimiter, headings: headingsOf(first.cells) };
  }
  return fail("invalid", "imports.no_table");
}

async function* once(text: string) {
  yield text;
}

async function countRows(
  key: string,
  look: Pick<Reading, "encoding" | "delimiter" | "headings">,
  mapping: { [field: string]: string },
  what: ImportSort,
) {
  const { dateField, moneyField } = sortOf(what);
  const place = (field: string | null) =>
    look.headings.indexOf((field === null ? undefined : mapping[field]) ?? "\n");
  const [dateAt, moneyAt] = [place(dateField), place(moneyField)];
  const dates: string[] = [];
  const amounts: string[] = [];
  let rows = 0;
  for await (const some of rowsOf(key, look)) {
    rows += some.length;
    if (dates.length >= sample) continue;
    for (const { cells } of some) {
      if (cells && dateAt >= 0) dates.push((cells[dateAt] ?? "").slice(0, 60));
      if (cells && moneyAt >= 0) amounts.push((cells[moneyAt] ?? "").slice(0, 60));
    }
  }
  if (rows === 0) fail("invalid", "imports.empty");
  return { rows, dateOrder: dateOrderOf(dates), decimal: decimalOf(amounts, look.delimiter) };
}

type Kept = {
  mapping: { [field: string]: string };
  dateOrder: Reading["dateOrder"];
  choices: Reading["choices"];
};

async function lastTime(
  input: { brandId: string; what: ImportSort },
  headings: string[],
): Promise<Kept | null> {
  const found = await db.execute<Kept>(sql`
    select mapping, settings ->> 'dateOrder' as "dateOrder", settings -> 'choices' as choices from imports
    where brand_id = ${input.brandId}::uuid and what = ${input.what} and state <> 'preview'
      and settings -> 'headings' = ${JSON.stringify(headings)}::jsonb
    order by created_at desc limit 1`);
  return found.rows[0] ?? null;
}
