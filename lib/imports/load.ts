import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ImportState } from "@/db/enums";
import { type Action, type Actor, authorize, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import type { Fault, Reading } from "./sort";
import { type ImportSort, importSorts } from "./sorts";

/** One file that was handed in, and how far it has come. */
export type ImportView = {
  id: string;
  brandId: string;
  brandName: string;
  what: ImportSort;
  name: string;
  state: ImportState;
  mapping: { [field: string]: string };
  reading: Reading;
  /** Bytes. */
  size: number;
  rows: number;
  readRows: number;
  stored: number;
  alreadyKnown: number;
  newCustomers: number;
  faulty: number;
  /** The first hundred. */
  faults: Fault[];
  failure: string | null;
  by: string | null;
  createdAt: string;
  endedAt: string | null;
  /** The other fields that a column may be. */
  storageKey: string | null;
};

const actions: Record<ImportSort, Action> = { signals: "customer.import", customers: "customer.import" };

export function mayImport(what: ImportSort): Action {
  return actions[what];
}

const fields = sql`i.id, i.brand_id as "brandId", b.name as "brandName", i.what, i.name, i.state, i.mapping, i.settings as reading, i.size, i.rows,
  i.read_rows as "readRows", i.stored, i.already_known as "alreadyKnown", i.new_customers as "newCustomers", i.faulty, i.faults,
  i.failure, a.name as by, i.created_at as "createdAt", i.ended_at as "endedAt", i.storage_key as "storageKey"`;
const joins = sql`from imports i join brands b on b.id = i.brand_id left join agents a on a.id = i.created_by`;

/** Throws `not_found` for one that is not of the actor's brands. */
export async function loadImport(actor: Actor, input: { importId: string }): Promise<ImportView> {
  authorize(actor, "customer.import");
  const found = await db.execute<ImportView>(sql`
    select ${fields} ${joins} where i.id = ${input.importId}::uuid and ${visibleBrand(actor, sql`i.brand_id`)}`);
  const row = found.rows[0] ?? fail("not_found", "imports.gone");
  return shown(row);
}

/** The latest imports of my brands, at most fifty. */
export async function listImports(actor: Actor): Promise<ImportView[]> {
  authorize(actor, "customer.import");
  const found = await db.execute<ImportView>(sql`
    select ${fields} ${joins} where ${visibleBrand(actor, sql`i.brand_id`)} and i.what = any(${`{${importSorts.join(",")}}`}::text[])
    order by i.created_at desc limit 50`);
  return found.rows.map(shown);
}

function shown(row: ImportView): ImportView {
  return { ...row, createdAt: isoText(row.createdAt), endedAt: iso(row.endedAt) };
}
