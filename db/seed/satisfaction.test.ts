import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { readReasons } from "@/lib/reports/read-reasons";
import { slice } from "@/lib/reports/slice";
import { readAnswers, readSatisfaction, readSatisfied } from "@/lib/satisfaction/report";
import { satisfactionCsv } from "@/lib/satisfaction/report-csv";
import { seedDemoWithPast } from "./demo";
import { removeSample } from "./remove";

testDatabase();
let hannah: Actor;
const year = slice.parse({ from: "2025-09-01", to: "2026-11-24" });

beforeAll(async () => {
  await seedDemoWithPast(new Date("2026-11-23T08:06:00Z"));
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
}, 120_000);

test("the past has answers: asked once in thirty days, a third answers, and whoever waited long is less content", async () => {
  const report = await readSatisfaction(hannah, { slice: year });
  expect(report.answered.n).toBeGreaterThan(400);
  expect(report.answered.hits / report.answered.n).toBeGreaterThan(0.2);
  expect(report.satisfied.n).toBe(report.answered.hits);
  expect(report.satisfied.hits / report.satisfied.n).toBeGreaterThan(0.6);
  expect(report.months.length).toBeGreaterThan(12);
  expect(report.months.reduce((sum, { answered }) => sum + answered.n, 0)).toBe(report.answered.n);
  expect(report.channels.reduce((sum, { answered }) => sum + answered.n, 0)).toBe(report.answered.n);
  expect(report.refused.map(({ reason }) => reason)).toContain("asked_lately");
  const twice = await db.execute(sql`
    select 1 from surveys a join surveys b on b.customer_id = a.customer_id and b.decided_at > a.decided_at
      and b.decided_at < a.decided_at + interval '30 days' where a.state = 'asked' and b.state = 'asked' limit 1`);
  expect(twice.rows).toEqual([]);
});

test("people appear by name, from twenty answers on", async () => {
  const { people } = await readSatisfaction(hannah, { slice: year });
  expect(people.rows.every(({ satisfied }) => satisfied.n >= 20)).toBe(true);
  expect(people.rows.map(({ name }) => name)).toEqual(people.rows.map(({ name }) => name).sort());
});

test("each figure opens exactly what it counts, page after page", async () => {
  const all = await readSatisfied(hannah, { slice: year });
  let [cursor, n]: [string | null, number] = [null, 0];
  do {
    const page: Awaited<ReturnType<typeof readAnswers>> = await readAnswers(hannah, {
      slice: year,
      figure: "unsatisfied",
      cursor,
    });
    n += page.rows.length;
    expect(page.rows.every(({ verdict }) => verdict === "unsatisfied")).toBe(true);
    cursor = page.next;
  } while (cursor !== null);
  expect(n).toBe(all.verdicts.unsatisfied);
  const csv = await satisfactionCsv(hannah, { slice: year, language: "en" });
  expect(csv.split("\r\n")[1]).toMatch(new RegExp(`^All,,${all.answered.n},${all.satisfied.n},`));
});

test("what they wrote about stands in two levels", async () => {
  const { themes, said, unsaid } = await readReasons(hannah, { slice: year });
  expect(themes[0]?.below.length).toBeGreaterThan(1);
  expect(themes.map(({ n }) => n)).toEqual(themes.map(({ n }) => n).sort((a, b) => b - a));
  for (const theme of themes) expect(theme.below.reduce((sum, { n }) => sum + n, 0)).toBe(theme.n);
  expect(said).toBeGreaterThan(unsaid);
});

test("a manager without the brand sees nothing of it, and who may not read reports is turned away", async () => {
  const stranger = await testAgent("Inès Carpentier", "manager", [], []);
  expect((await readSatisfied(stranger, { slice: year })).answered.n).toBe(0);
  const salma = await testAgent("Salma Idrissi", "agent", [], []);
  await expect(readSatisfaction(salma, { slice: year })).rejects.toMatchObject({ code: "forbidden" });
  expect(await readSatisfied(salma, { slice: { ...year, agentId: salma.id } })).toMatchObject({
    satisfied: { n: 0 },
  });
});

test("it goes with the sample", async () => {
  await removeSample({ kind: "system", name: "operator" });
  for (const table of ["surveys", "survey_channels", "contact_reasons", "marked_dates", "month_pages"]) {
    const left = await db.execute(sql`select 1 from ${sql.raw(table)} limit 1`);
    expect([table, left.rows]).toEqual([table, []]);
  }
});
