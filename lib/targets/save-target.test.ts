import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { responseDue } from "./in-force";
import { listTargets } from "./list-targets";
import { endTarget, setTarget as set, targetInput } from "./save-target";

testDatabase();
let desk: TestDesk;
let ines: Actor;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});

const setTarget = (actor: Actor, input: unknown) => set(actor, targetInput.parse(input));
const hours = (count: number) => count * 3600;
const dueAfter = async (waitingSince: Date) => {
  const due = await responseDue({
    waitingSince,
    isFirst: true,
    brandId: desk.brandId,
    channelId: desk.channelId,
  });
  return due.dueAt === null ? null : (due.dueAt.getTime() - waitingSince.getTime()) / 1000;
};

test("a target holds from this second on, the most particular first, and never for the past", async () => {
  const before = new Date(Date.now() - 60_000);
  await setTarget(hannah, { kind: "first_response", brandId: null, channelId: null, seconds: hours(8) });
  expect(await dueAfter(new Date())).toBe(hours(8));
  expect(await dueAfter(before)).toBeNull();
  await setTarget(ines, {
    kind: "first_response",
    brandId: null,
    channelId: desk.channelId,
    seconds: hours(1),
  });
  expect(await dueAfter(new Date())).toBe(hours(1));
  // Within one second the newer one replaces the other without a trace.
  const { id } = await setTarget(ines, {
    kind: "first_response",
    brandId: null,
    channelId: desk.channelId,
    seconds: hours(2),
  });
  expect(await dueAfter(new Date())).toBe(hours(2));
  await endTarget(ines, { targetId: id });
  expect(await dueAfter(new Date())).toBe(hours(8));
});

test("what held before stays readable, with who changed it", async () => {
  await db.execute(sql`update targets set valid_from = now() - interval '1 day' where channel_id is null`);
  await setTarget(hannah, { kind: "first_response", brandId: null, channelId: null, seconds: hours(4) });
  const all = (await listTargets(hannah)).filter(({ channelId }) => channelId === null);
  expect(all).toMatchObject([
    { seconds: hours(4), validUntil: null, by: "Hannah Whitlock" },
    { seconds: hours(8), validUntil: expect.any(String) },
  ]);
  const yesterday = new Date(Date.now() - 3600_000);
  expect(await dueAfter(yesterday)).toBe(hours(8));
});

test("a manager promises nothing for everybody, nor for a brand that is not theirs", async () => {
  const other = await testDesk();
  const target = { kind: "resolution", channelId: null, seconds: 3600 } as const;
  await expect(setTarget(ines, { ...target, brandId: null })).rejects.toMatchObject({ key: "target.all" });
  await expect(setTarget(ines, { ...target, brandId: other.brandId })).rejects.toMatchObject({
    code: "not_found",
  });
  await setTarget(hannah, { ...target, brandId: other.brandId });
  expect((await listTargets(ines)).some(({ brandId }) => brandId === other.brandId)).toBe(false);
});
