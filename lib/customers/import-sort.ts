import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { newId } from "@/lib/id";
import type { Preview, Refused, Sort } from "@/lib/imports/sort";
import { lockKeys, textOf } from "@/lib/signals/store";
import { storable } from "@/lib/text/storable";
import { type CustomerRow, customerFields, customerReader, missingOf } from "./import-fields";
import { knownBy, type PlacedRow, placeRow, type Whose } from "./place-rows";

/** Rows taken back in one transaction. */
const atOnce = 2000;

/**
 * A file of customers. Who is unknown gets a record with everything that the row says; who is known keeps what is known and
 * gets the addresses that were missing: so that taking the file back can leave everything as it was.
 */
export const customerSort: Sort<CustomerRow> = {
  fields: customerFields,
  dateField: null,
  moneyField: null,
  missing: missingOf,
  tables: ["customers", "identities"],
  reader: customerReader,
  store: storeCustomers,
  finish: async () => {},
  undo: takeBack,
  undone: async () => {},
  preview: previewCustomers,
};

async function storeCustomers(
  tx: Tx,
  { brandId, importId, rows }: { brandId: string; importId: string; rows: readonly CustomerRow[] },
): Promise<{ stored: number; known: number; newCustomers: number; refused: Refused[] }> {
  const before = await knownBy(tx, brandId, rows);
  const unknown = rows.flatMap(({ keys }) => keys.map(textOf)).filter((key) => !before.has(key));
  await lockKeys(tx, brandId, [...new Set(unknown)]);
  const known = unknown.length > 0 ? await knownBy(tx, brandId, rows) : before;
  const placed = rows.map((row) => placeRow(row, known));
  const customers = rows.flatMap((row, n) => {
    const one = placed[n]!;
    if (one.whose === null || !one.isNew) return [];
    const { city, language, tags, note, facts } = row;
    return [{ id: one.whose.customerId, name: storable(one.whose.name), city, language, tags, note, facts }];
  });
  const identities = placed.flatMap((one) =>
    one.whose === null
      ? []
      : one.adds.map(({ kind, value, display }) => ({
          id: newId(),
          customer_id: one.whose.customerId,
          kind,
          value: storable(value),
          display: storable(display),
        })),
  );
  await tx.execute(sql`
    with new_customer as (
      insert into customers (id, brand_id, name, city, language, tags, note, facts, import_id)
      select id, ${brandId}::uuid, name, city, language, array(select jsonb_array_elements_text(tags)), note, facts, ${importId}::uuid
      from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb)
        as x(id uuid, name text, city text, language text, tags jsonb, note text, facts jsonb)
    )
    insert into identities (id, customer_id, brand_id, kind, value, display, evidence, import_id)
    select id, customer_id, ${brandId}::uuid, kind, value, display, 'import', ${importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(identities)}::jsonb) as x(id uuid, customer_id uuid, kind text, value text, display text)
    on conflict do nothing`);
  return {
    ...countOf(placed),
    newCustomers: customers.length,
    refused: placed.flatMap((one, place) =>
      one.fault === null ? [] : [{ place, code: one.fault, params: {} }],
    ),
  };
}

function countOf(placed: readonly PlacedRow[]): { stored: number; known: number } {
  const stored = placed.filter((one) => one.whose !== null && one.adds.length > 0).length;
  return { stored, known: placed.filter((one) => one.whose !== null).length - stored };
}

async function previewCustomers({
  brandId,
  batches,
}: {
  brandId: string;
  batches: AsyncIterable<CustomerRow[]>;
}): Promise<Preview> {
  const made = new Map<string, Whose>();
  const people = { known: new Set<string>(), fresh: new Set<string>() };
  const found: Preview = {
    stored: 0,
    known: 0,
    knownCustomers: 0,
    newCustomers: 0,
    conflicting: 0,
    refused: [],
    rules: [],
  };
  let place = -1;
  for await (const rows of batches) {
    const known = new Map([...made, ...(await knownBy(db, brandId, rows))]);
    for (const row of rows) {
      place++;
      const one = placeRow(row, known);
      if (one.whose === null) {
        found.conflicting++;
        found.refused.push({ place, code: one.fault ?? "two", params: {} });
        continue;
      }
      if (one.isNew) people.fresh.add(one.whose.personId);
      else if (!people.fresh.has(one.whose.personId)) people.known.add(one.whose.personId);
      for (const key of one.adds) made.set(textOf(key), one.whose);
      found[one.adds.length > 0 ? "stored" : "known"]++;
    }
  }
  return { ...found, knownCustomers: people.known.size, newCustomers: people.fresh.size };
}

/** Addresses that it tied to others first, then people whom nobody has touched since. */
async function takeBack(
  tx: Tx,
  { importId }: { brandId: string; importId: string },
): Promise<{ removed: number; hasMore: boolean }> {
  const tied = await tx.execute(sql`
    delete from identities where id in (select i.id from identities i join customers k on k.id = i.customer_id
      where i.import_id = ${importId}::uuid and k.import_id is distinct from ${importId}::uuid limit ${atOnce})`);
  if ((tied.rowCount ?? 0) > 0) return { removed: tied.rowCount ?? 0, hasMore: true };
  const done = await tx.execute<{ n: number }>(sql`
    with batch as materialized (
      select k.id, k.person_id from customers k where k.import_id = ${importId}::uuid order by k.id limit ${atOnce}
    ), touched as materialized (
      select distinct e.customer_id as id from events e where e.type like 'customer.%' and e.customer_id in (select id from batch)
    ), seen as (
      select k.id, not (k.person_id <> k.id or k.id in (select id from touched)
        or exists (select 1 from customers o where o.person_id = k.id and o.id <> k.id)
        or exists (select 1 from signals s where s.customer_id = k.id)
        or exists (select 1 from identities i where i.customer_id = k.id and i.import_id is distinct from ${importId}::uuid)
        or exists (select 1 from customer_links l where l.a_id = k.id) or exists (select 1 from customer_links l where l.b_id = k.id)
        or exists (select 1 from conversations c where c.customer_id = k.id)) as "isAlone" from batch k
    ), gone as (
      delete from customers where id in (select id from seen where "isAlone") returning id
    ), kept as (
      update customers k set import_id = null from seen where k.id = seen.id and not seen."isAlone" returning k.id
    ), theirs as (
      update identities i set import_id = null from kept where i.customer_id = kept.id and i.import_id = ${importId}::uuid
    )
    select ((select count(*) from gone) + (select count(*) from kept))::int as n`);
  const n = done.rows[0]?.n ?? 0;
  return { removed: n, hasMore: n > 0 };
}
