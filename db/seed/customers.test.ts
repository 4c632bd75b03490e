import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { askFrom } from "@/lib/customers/compare";
import { seedDemo } from "./demo";

testDatabase();

test("Ben in public and b.okafor@ are asked about in the demo, above the weight from which the product asks", async () => {
  await seedDemo(new Date("2026-11-23T08:06:00Z"));
  const found = await db.execute<{ names: string[]; weight: number; codes: string[] }>(sql`
    select array[a.name, b.name] as names, l.weight, array(select r ->> 'code' from jsonb_array_elements(l.reasons) r) as codes
    from customer_links l join customers a on a.id = l.a_id join customers b on b.id = l.b_id where l.verdict = 'perhaps'`);
  expect(found.rows).toHaveLength(1);
  expect(found.rows[0]!.names.sort()).toEqual(["B. Okafor", "Ben Okafor"]);
  expect(found.rows[0]!.weight).toBeGreaterThanOrEqual(askFrom);
  expect(found.rows[0]!.codes).toEqual(["name_similar", "topic"]);
});
