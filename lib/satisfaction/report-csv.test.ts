import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { slice } from "@/lib/reports/slice";
import { satisfactionCsv } from "./report-csv";

testDatabase();
let desk: TestDesk;
let ines: Actor;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});

test("the table is written in the reader's words, with the unit of a share in its heading", async () => {
  const days = slice.parse({ from: "2026-10-01", to: "2026-11-01" });
  const french = await satisfactionCsv(ines, { slice: days, language: "fr" });
  expect(french).toBe(
    "\uFEFFPar,Nom,Interrogés,Ont répondu,Satisfaits,En partie,Pas satisfaits,Part de satisfaits (0–1),Part de (0–1),Part à (0–1),Non interrogés\r\nTout,,0,0,0,0,0,,,,\r\n",
  );
  expect(await satisfactionCsv(ines, { slice: days, language: "en" })).toContain("\r\nAll,,0,");
});
