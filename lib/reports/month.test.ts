import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { readAudit } from "@/lib/audit/read-audit";
import { changeMarkedDate, markDate, markedDates, unmarkDate } from "./marked-dates";
import { readMonthPage, saveMonthPage } from "./month-page";
import { monthSlices, shiftMonth } from "./month-slices";
import { threeOf, type Words } from "./month-words";

testDatabase();
let desk: TestDesk;
let other: TestDesk;
let ines: Actor;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  other = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});

test("a running month stands beside as many days of the others, a past one beside whole months", () => {
  const running = monthSlices({ month: "2026-11-01", today: "2026-11-22", brandId: null });
  expect(running).toMatchObject({
    isRunning: true,
    days: 22,
    month: { from: "2026-11-01", to: "2026-11-23" },
    before: { from: "2026-10-01", to: "2026-10-23" },
    yearAgo: { from: "2025-11-01", to: "2025-11-23" },
  });
  const past = monthSlices({ month: "2026-03-01", today: "2026-11-22", brandId: null });
  expect(past).toMatchObject({
    isRunning: false,
    days: 31,
    before: { from: "2026-02-01", to: "2026-03-01" },
  });
  const long = monthSlices({ month: "2026-03-01", today: "2026-03-31", brandId: null });
  expect(long.before.to).toBe("2026-03-01");
  expect(shiftMonth("2026-01-01", -1)).toBe("2025-12-01");
});

test("what a manager writes is kept, and nobody's words are lost to an older version", async () => {
  const which = { month: "2026-10-01", brandId: desk.brandId };
  expect(await readMonthPage(ines, which)).toMatchObject({ changed: "", version: 0, isMine: true });
  const { version } = await saveMonthPage(ines, { ...which, changed: "We open at 8:30.", version: 0 });
  await expect(saveMonthPage(hannah, { ...which, changed: "Mine", version: 0 })).rejects.toMatchObject({
    code: "conflict",
  });
  await saveMonthPage(hannah, { ...which, picked: [desk.brandId], version });
  expect(await readMonthPage(ines, which)).toMatchObject({
    changed: "We open at 8:30.",
    picked: [desk.brandId],
    updatedBy: "Hannah Whitlock",
  });
  await expect(saveMonthPage(desk.salma, { ...which, changed: "x", version: 2 })).rejects.toMatchObject({
    code: "forbidden",
  });
  // Who and when and how much, never the words; what was refused is nothing that happened.
  const { items } = await readAudit(hannah, { cursor: null });
  expect(items.filter(({ event }) => event === "month_page.changed")).toMatchObject([
    { by: "Hannah Whitlock", after: { month: "2026-10-01", pickedCount: 1 } },
    { by: "Inès Carpentier", after: { month: "2026-10-01", changedLength: 16 } },
  ]);
  expect(JSON.stringify(items)).not.toContain("We open");
});

test("the page of all brands is read and written only by who sees them all", async () => {
  const which = { month: "2026-10-01", brandId: null };
  await saveMonthPage(hannah, { ...which, changed: "Of both brands", version: 0 });
  expect(await readMonthPage(ines, which)).toMatchObject({ changed: "", isMine: false });
  await expect(saveMonthPage(ines, { ...which, changed: "x", version: 0 })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(readMonthPage(ines, { ...which, brandId: other.brandId })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a marked date shows in its days, in its brand, and can be put back", async () => {
  const strike = {
    kind: "strike" as const,
    title: "Parcel carriers on strike",
    firstDay: "2026-10-20",
    lastDay: "2026-10-22",
    brandId: desk.brandId,
  };
  const { id } = await markDate(ines, strike);
  await markDate(hannah, { ...strike, kind: "recall", title: "Recall", brandId: other.brandId });
  const around = { from: "2026-10-22", to: "2026-10-31", brandId: null };
  expect((await markedDates(ines, around)).map(({ title }) => title)).toEqual(["Parcel carriers on strike"]);
  expect(await markedDates(hannah, around)).toHaveLength(2);
  expect(await markedDates(hannah, { ...around, brandId: other.brandId })).toHaveLength(1);
  expect(await markedDates(ines, { ...around, from: "2026-10-23" })).toEqual([]);
  await changeMarkedDate(ines, { ...strike, title: "Strike", markedDateId: id });
  expect(await unmarkDate(ines, { markedDateId: id })).toEqual({ ...strike, title: "Strike" });
  await expect(markDate(ines, { ...strike, lastDay: "2026-10-01" })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(markDate(ines, { ...strike, brandId: other.brandId })).rejects.toMatchObject({
    code: "not_found",
  });
  const events = await db.execute(sql`select 1 from events where type = 'marked_date.changed'`);
  expect(events.rows).toHaveLength(4);
});

test("until somebody chooses, the newest with each answer stand there, and no words twice", () => {
  const said = (id: string, text: string, verdict: Words["verdict"]): Words => ({
    id,
    text,
    verdict,
    channelName: null,
    number: 1,
  });
  const all = [
    said("a", "Quick and kind.", "satisfied"),
    said("b", "quick and kind", "satisfied"),
    said("c", "It took a week.", "unsatisfied"),
    said("d", "Half of it came.", "partly"),
    said("e", "The cup broke again.", "unsatisfied"),
  ];
  const ids = (words: Words[], picked: string[] = []) => threeOf(words, picked).map(({ id }) => id);
  expect(ids(all)).toEqual(["c", "d", "a"]);
  expect(ids(all.filter(({ verdict }) => verdict !== "partly"))).toEqual(["c", "a", "e"]);
  expect(ids(all.filter(({ verdict }) => verdict === "satisfied"))).toEqual(["a"]);
  expect(ids(all, ["d", "gone"])).toEqual(["d"]);
});
