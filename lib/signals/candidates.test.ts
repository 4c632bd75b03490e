import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { candidatesOf } from "./candidates";
import { scoreOf } from "./rules";

testDatabase();

test("what somebody paid counts in the currency they mostly buy in, and is never added over currencies", async () => {
  const desk = await testDesk();
  const now = new Date();
  const buyers = {
    "Odile Aubry": [
      ["EUR", 3000],
      ["EUR", 2000],
      ["CHF", 900_000],
    ],
    // Yen have no cents.
    "Ben Okafor": [
      ["JPY", 5000],
      ["JPY", 3000],
    ],
    "Claire Dumontet": [],
  } as const;
  const firings = [];
  for (const [name, orders] of Object.entries(buyers)) {
    const id = newId();
    await db.execute(
      sql`insert into customers (id, person_id, brand_id, name) values (${id}, ${id}, ${desk.brandId}, ${name})`,
    );
    for (const [currency, minor] of orders)
      await db.execute(sql`
        insert into signals (id, brand_id, customer_id, kind, occurred_at, external_id, currency, amount_minor)
        values (${newId()}, ${desk.brandId}, ${id}, 'order_placed', now() - interval '3 days', ${newId()}, ${currency}, ${minor})`);
    const at = now.toISOString();
    firings.push({ personId: id, customerId: id, at, number: 4, ownDays: null, lastAt: at });
  }
  const found = await candidatesOf(db, { rule: "unsubscribed", coolDownDays: 30, firings, now });
  const score = (orders: number, spent: number) =>
    scoreOf({ rule: "unsubscribed", beyond: 2, orders, spent });
  expect(Object.fromEntries(found.map((one) => [one.name, one.score]))).toEqual({
    "Odile Aubry": score(3, 50),
    "Ben Okafor": score(2, 8000),
    "Claire Dumontet": score(0, 0),
  });
});
