import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { arrive } from "@/lib/customers/test-arrive";
import { prepareFacts } from "./follow";
import { factsLag } from "./lag";
import { settled } from "./test-live";

testDatabase();

test("figures say how far they are complete while they are behind, and nothing once they are not", async () => {
  const desk = await testDesk();
  await prepareFacts();
  await arrive(desk, "paul@example.org", "Where is my invoice?");
  expect(await factsLag()).toBe(null);
  await db.execute(sql`alter table events disable trigger user`);
  await db.execute(sql`update events set recorded_at = now() - interval '1 minute'`);
  expect(await factsLag()).toMatchObject({
    isRebuilding: false,
    completeUntil: expect.stringMatching(/^20/),
  });
  await settled();
  expect(await factsLag()).toBe(null);
});
