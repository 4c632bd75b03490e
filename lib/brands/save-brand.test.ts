import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk } from "@/db/test-desk";
import { privateFacts } from "@/lib/replies/check-public";
import { listBrands } from "./list-brands";
import { brandChange, updateBrand } from "./save-brand";

testDatabase();

test("a brand's own hotline may stand in a public reply once it is written down, and the audit names it", async () => {
  const desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const change = brandChange.parse({ publicContacts: [" +33 4 65 71 04 00 ", "", "marmelune.example"] });
  await updateBrand(hannah, { brandId: desk.brandId, ...change });
  const brand = (await listBrands(hannah)).find(({ id }) => id === desk.brandId)!;
  expect(brand.publicContacts).toEqual(["+33 4 65 71 04 00", "marmelune.example"]);

  const known = { values: [], name: "", publicNames: [] };
  const text = "Call us: 04 65 71 04 00";
  expect(privateFacts(text, { known, allowed: [] })).toHaveLength(1);
  expect(privateFacts(text, { known, allowed: brand.publicContacts })).toEqual([]);
  const events = await db.execute(sql`select before, after from events where type = 'brand.changed'`);
  expect(events.rows).toEqual([
    { before: { publicContacts: [] }, after: { publicContacts: ["+33 4 65 71 04 00", "marmelune.example"] } },
  ]);
});
