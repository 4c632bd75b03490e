import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect, databaseUrl, db, disconnect } from "@/db/client";
import { testDatabase } from "@/db/test";
import { readHealth } from "@/lib/health";

testDatabase();

test("without a worker it is not ready, and says so", async () => {
  await db.execute(sql`delete from worker_heartbeats`);
  expect(await readHealth()).toMatchObject({
    ready: false,
    database: { ready: true },
    worker: { ready: false },
  });
});

test("with a worker seen lately it is ready", async () => {
  await db.execute(sql`insert into worker_heartbeats (id) values ('one')`);
  expect(await readHealth()).toMatchObject({ ready: true, worker: { ready: true } });
});

test("without a database it answers all the same", async () => {
  const url = databaseUrl();
  await disconnect();
  connect("postgres://nobody@127.0.0.1:1/nowhere");
  expect(await readHealth()).toMatchObject({ ready: false, database: { ready: false } });
  await disconnect();
  connect(url);
});
