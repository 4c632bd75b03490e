import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client";
import { migrate } from "./migrate";
import { putBack, setAside } from "./set-aside";
import { testDatabase } from "./test";

const { url } = testDatabase();
const tables = ["customers", "conversations", "messages", "events"];

test("what was set aside stands again as it was, and nothing is left of it", async () => {
  const before = await standing();
  await setAside(db, tables);
  expect((await standing()).length).toBeLessThan(before.length - 20);
  await putBack(db);
  expect(await standing()).toEqual(before);
  await putBack(db);
  expect(await standing()).toEqual(before);
});

test("whoever was killed on the way finds everything again after the next start, of several processes at once", async () => {
  const before = await standing();
  await setAside(db, tables);
  await Promise.all([migrate(url()), migrate(url())]);
  expect(await standing()).toEqual(before);
});

test("what is set aside once is not set aside twice", async () => {
  const before = await standing();
  await setAside(db, tables);
  await expect(setAside(db, tables)).rejects.toThrow();
  await putBack(db);
  expect(await standing()).toEqual(before);
});

/** Indexes, constraints and tables, as PostgreSQL writes them. */
async function standing(): Promise<string[]> {
  const found = await db.execute<{ text: string }>(sql`
    select indexdef as text from pg_indexes where schemaname = 'public' union all
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid <> 0 union all
    select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
  return found.rows.map(({ text }) => text);
}
