import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { changePerson } from "@/lib/agents/change-person";
import { readProfile } from "@/lib/agents/list-agents";
import { readAudit } from "@/lib/audit/read-audit";
import { updateBrand } from "@/lib/brands/save-brand";
import type { Schedule } from "@/lib/clock/schedule";
import { newId } from "@/lib/id";
import { responseDue } from "@/lib/targets/in-force";
import { setTarget, targetInput } from "@/lib/targets/save-target";
import { listSchedules } from "./list-schedules";
import { createSchedule, deleteSchedule, scheduleInput, updateSchedule } from "./save-schedule";

testDatabase();
let desk: TestDesk;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});

const day = (...hours: [string, string][]): Schedule["week"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});

test("a change of hours holds from now on; what began before keeps the hours of before", async () => {
  const open = { zone: "UTC", week: day(["00:00", "24:00"]), exceptions: [] };
  const { id } = await createSchedule(hannah, { name: "Care", hours: open });
  await updateBrand(hannah, { brandId: desk.brandId, scheduleId: id });
  await db.execute(sql`update schedule_versions set valid_from = '2026-01-01T00:00:00Z'`);
  await setTarget(
    hannah,
    targetInput.parse({ kind: "first_response", brandId: desk.brandId, seconds: 3600 }),
  );
  await db.execute(sql`update targets set valid_from = '2026-01-01T00:00:00Z'`);
  const due = async (waitingSince: Date) =>
    (await responseDue({ waitingSince, isFirst: true, brandId: desk.brandId, channelId: null })).dueAt;
  const before = new Date("2026-03-02T12:00:00Z");
  await updateSchedule(hannah, {
    scheduleId: id,
    name: "Care",
    hours: { ...open, exceptions: [{ date: "2126-03-02", intervals: [], name: "" }], week: day() },
  });
  expect(await due(before)).toEqual(new Date("2026-03-02T13:00:00Z"));
  expect(await due(new Date())).toBeNull();
  const [schedule] = await listSchedules(hannah);
  expect(schedule?.versions).toMatchObject([{ by: "Hannah Whitlock" }, { by: "Hannah Whitlock" }]);
  await expect(deleteSchedule(hannah, { scheduleId: id })).rejects.toMatchObject({ key: "schedule.in_use" });
});

test("several intervals a day pass, overlapping ones do not", () => {
  const input = (...hours: [string, string][]) =>
    scheduleInput.safeParse({ name: "Care", hours: { zone: "Europe/Paris", week: day(...hours) } });
  expect(input(["09:00", "12:30"], ["13:30", "18:00"]).success).toBe(true);
  expect(input(["09:00", "13:30"], ["13:00", "18:00"]).success).toBe(false);
});

test("the audit tells who changed hours, brands and targets, without anybody's words", async () => {
  await updateBrand(hannah, { brandId: desk.brandId, houseRules: "Odile is always called back." });
  const { items, next } = await readAudit(hannah, { cursor: null });
  expect(next).toBeNull();
  expect(items.map(({ event }) => event)).toEqual([
    "brand.changed",
    "schedule.changed",
    "target.set",
    "brand.changed",
    "schedule.created",
  ]);
  expect(items.every(({ by }) => by === "Hannah Whitlock")).toBe(true);
  expect(items[0]).toMatchObject({ before: { houseRulesLength: 0 }, after: { houseRulesLength: 28 } });
  expect(JSON.stringify(items)).not.toContain("Odile");
  const tom = await testAgent("Tom Verhaegen", "manager", [], []);
  await expect(readAudit(tom, { cursor: null })).rejects.toMatchObject({ code: "forbidden" });
});

test("a colleague's own hours are on record, and stay while somebody works by them", async () => {
  const hours = { zone: "Europe/Paris", week: day(["08:00", "12:00"]), exceptions: [] };
  const { id: scheduleId } = await createSchedule(hannah, { name: "Mornings", hours });
  const agentId = desk.salma.id;
  await expect(changePerson(hannah, { agentId, scheduleId: newId() })).rejects.toMatchObject({
    key: "schedule.unknown",
  });
  await changePerson(hannah, { agentId, scheduleId });
  expect((await readProfile(desk.salma)).hours).toBe("Mornings");
  const { items, names } = await readAudit(hannah, { cursor: null });
  expect(items[0]).toMatchObject({
    event: "agent.changed",
    before: { scheduleId: null },
    after: { scheduleId },
  });
  expect(names[scheduleId]).toBe("Mornings");
  await expect(deleteSchedule(hannah, { scheduleId })).rejects.toMatchObject({ key: "schedule.in_use" });
  await changePerson(hannah, { agentId, scheduleId: null });
  await deleteSchedule(hannah, { scheduleId });
});
