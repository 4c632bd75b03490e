import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect, databaseUrl, db, disconnect, pool } from "@/db/client";
import { migrate } from "@/db/migrate";
import { testDatabase } from "@/db/test";

const { url } = testDatabase();

test("a database of its own is there, migrated, and reachable through db and pool", async () => {
  const tables = await pool.query(
    "select count(*)::int as n from information_schema.tables where table_schema = 'public'",
  );
  expect(tables.rows[0].n).toBeGreaterThan(10);
  const { rows } = await db.execute(sql`select current_database() as name`);
  expect(databaseUrl()).toContain(String(rows[0]?.name));
});

test("a transaction that fails leaves nothing", async () => {
  await db.execute(sql`create table scratch (n int)`);
  const attempt = db.transaction(async (tx) => {
    await tx.execute(sql`insert into scratch values (1)`);
    throw new Error("changed my mind");
  });
  await expect(attempt).rejects.toThrow("changed my mind");
  expect((await pool.query("select * from scratch")).rows).toEqual([]);
});

test("three migrations at once wait for each other", async () => {
  await Promise.all([migrate(url()), migrate(url()), migrate(url())]);
});

test("a statement that takes too long is given up, and its connection is not used again", async () => {
  await disconnect();
  connect(url(), "request", 1);
  await expect(pool.query("select pg_sleep(30)")).rejects.toThrow(/timeout/);
  const begun = Date.now();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  expect(Date.now() - begun).toBeLessThan(2_000);
});

test("a connection cut by the server is replaced without anybody noticing", async () => {
  const other = await pool.connect();
  await other.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
  );
  other.release();
  expect((await pool.query("select 2 as two")).rows).toEqual([{ two: 2 }]);
});
