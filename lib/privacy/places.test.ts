import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { noted, ofTheHouse, places } from "./places";

testDatabase();

/** Types that cannot hold a word of anybody's. */
const wordless = "uuid,_uuid,bool,timestamptz,date,time,int2,int4,int8,float4,float8,numeric,xid8,bit".split(
  ",",
);

async function columns(): Promise<Map<string, string[]>> {
  const found = await db.execute<{ table: string; columns: string[] }>(sql`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and not udt_name = any(array(select jsonb_array_elements_text(${JSON.stringify(wordless)}::jsonb)))
    group by 1`);
  return new Map(found.rows.map((row) => [row.table, row.columns]));
}

test("every column that can hold words is erased, or known to hold none of a customer", async () => {
  const unknown: string[] = [];
  for (const [table, names] of await columns()) {
    if (ofTheHouse.includes(table) || noted.some((each) => each.table === table)) continue;
    const place = places.find((each) => each.table === table);
    if (!place) unknown.push(table);
    else if (place.erase !== "rows")
      for (const name of names)
        if (!(name in place.erase) && !place.stays.includes(name)) unknown.push(`${table}.${name}`);
  }
  // A new one: give it a line in places.ts, and it is exported and erased too.
  expect(unknown).toEqual([]);
});

test("the list names only tables and columns that exist", async () => {
  const all = await db.execute<{ name: string }>(
    sql`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  const known = new Set(all.rows.map(({ name }) => name));
  const named = [
    ...places.flatMap((place) => [
      ...(place.erase === "rows" ? [] : Object.keys(place.erase)).map((column) => `${place.table}.${column}`),
      ...place.stays.map((column) => `${place.table}.${column}`),
      ...(place.unexported === "table" ? [] : place.unexported).map((column) => `${place.table}.${column}`),
    ]),
    ...noted.map(({ table, column }) => `${table}.${column}`),
  ];
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  const tables = new Set([...known].map((name) => name.split(".")[0]));
  expect(ofTheHouse.filter((table) => !tables.has(table))).toEqual([]);
});
