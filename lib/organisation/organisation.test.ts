import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { organisationChange, readOrganisation, updateOrganisation } from "./organisation";

testDatabase();
let desk: TestDesk;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});

test("what needs a yes, and how long it waits for the chosen one, is the house's to say, and is on record", async () => {
  await updateOrganisation(
    hannah,
    organisationChange.parse({ legalTag: "  juridique ", approvalFallbackMinutes: 30 }),
  );
  expect(await readOrganisation(desk.salma)).toMatchObject({
    name: "Marmelune",
    legalTag: "juridique",
    approvalFallbackMinutes: 30,
  });
  const events = await db.execute(sql`select before, after from events where type = 'organisation.changed'`);
  expect(events.rows).toEqual([
    {
      before: { legalTag: "legal", approvalFallbackMinutes: 60 },
      after: { legalTag: "juridique", approvalFallbackMinutes: 30 },
    },
  ]);
});

test("a tag without a letter, and a wait of no time, are refused", () => {
  expect(organisationChange.safeParse({ legalTag: " " }).success).toBe(false);
  expect(organisationChange.safeParse({ approvalFallbackMinutes: 0 }).success).toBe(false);
});
