import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { testDatabase } from "@/db/test";
import { limiter } from "./limits";

testDatabase();

test("two processes count together", async () => {
  const one = limiter("door", 3, 600);
  const other = limiter("door", 3, 600);
  expect([
    await one.pass("203.0.113.7"),
    await other.pass("203.0.113.7"),
    await one.pass("203.0.113.7"),
  ]).toEqual([null, null, null]);
  const wait = await other.pass("203.0.113.7");
  expect(wait).toBeGreaterThan(590);
  expect(await one.wait("203.0.113.7")).toBeGreaterThan(590);
  expect(await one.pass("203.0.113.8")).toBeNull();
  await one.forget("203.0.113.7");
  expect(await other.wait("203.0.113.7")).toBe(0);
});

test("while the database cannot count, each process counts for itself", async () => {
  const alone = limiter("alone", 1, 600);
  await pool.query("alter table rate_limits rename to rate_limits_away");
  try {
    expect(await alone.pass("203.0.113.7")).toBeNull();
    expect(await alone.pass("203.0.113.7")).toBeGreaterThan(0);
  } finally {
    await pool.query("alter table rate_limits_away rename to rate_limits");
  }
});
