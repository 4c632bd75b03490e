import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { readAudit } from "@/lib/audit/read-audit";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { grantGesture, refuseGesture, withdrawGesture } from "./decide";
import { giveGesture } from "./give";
import { gesturesOf } from "./list";
import { listLimits, setLimit } from "./set-limit";

testDatabase();
let desk: TestDesk;
let ines: Actor;
let hannah: Actor;
let jules: Actor;
beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
  jules = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
});

async function arrive(from = `${newId()}@example.org`): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    {
      inboundId,
      claimedBy: "me",
      receivedAt: new Date(),
      channel: { ...desk.channel, teamId: desk.teamId },
      message: testMessage(from, "The pot is broken."),
      files: [],
    },
  ]);
  return placed!.conversationId;
}

const refund = (conversationId: string, euros: number) =>
  ({
    conversationId,
    kind: "refund",
    amountMinor: euros * 100,
    currency: "EUR",
    note: null,
    commitmentId: null,
  }) as const;

const toldOf = async (gestureId: string) =>
  (
    await db.execute<{ name: string }>(sql`
    select a.name from notifications n join agents a on a.id = n.agent_id where n.event_id like ${`gesture:${gestureId}%`} order by a.name`)
  ).rows.map(({ name }) => name);

test("within my limit it is given at once, and stands in the sum of the year", async () => {
  const conversationId = await arrive();
  expect(await giveGesture(desk.salma, refund(conversationId, 40))).toMatchObject({ state: "granted" });
  expect(await gesturesOf(desk.tom, { conversationId })).toMatchObject({
    items: [{ state: "granted", amountMinor: 4000, askedBy: { name: "Salma Idrissi" } }],
    thisYear: [{ currency: "EUR", count: 1, amountMinor: 4000 }],
    leftMinor: 1000,
  });
});

test("above it, it waits for somebody who may, and nothing is given before", async () => {
  const conversationId = await arrive();
  const { id, state } = await giveGesture(desk.salma, refund(conversationId, 80));
  expect(state).toBe("asked");
  expect(await toldOf(id)).toEqual(["Hannah Whitlock", "Inès Carpentier"]);
  expect((await gesturesOf(desk.salma, { conversationId })).thisYear).toEqual([]);
  await expect(grantGesture(desk.salma, { gestureId: id })).rejects.toThrow("gesture.own");
  await expect(grantGesture(desk.tom, { gestureId: id })).rejects.toThrow("gesture.above");
  await grantGesture(ines, { gestureId: id });
  expect(await toldOf(id)).toContain("Salma Idrissi");
  expect((await gesturesOf(desk.salma, { conversationId })).items[0]).toMatchObject({
    state: "granted",
    decidedBy: { name: "Inès Carpentier" },
  });
});

test("a large one cannot be given in slices: not in one conversation, not in two, not by two people", async () => {
  const from = `${newId()}@example.org`;
  const first = await arrive(from);
  expect((await giveGesture(desk.salma, refund(first, 30))).state).toBe("granted");
  expect((await giveGesture(desk.salma, refund(first, 30))).state).toBe("asked");
  const second = await arrive(from);
  expect((await giveGesture(desk.tom, refund(second, 30))).state).toBe("asked");
  expect((await giveGesture(desk.tom, { ...refund(second, 30), currency: "USD" })).state).toBe("asked");
});

test("two slices at the same moment are added up one after the other", async () => {
  const conversationId = await arrive();
  const both = await Promise.all([
    giveGesture(desk.salma, refund(conversationId, 30)),
    giveGesture(desk.tom, refund(conversationId, 30)),
  ]);
  expect(both.map(({ state }) => state).sort()).toEqual(["asked", "granted"]);
});

test("of two who say yes at once, one is told of the other", async () => {
  const { id } = await giveGesture(desk.salma, refund(await arrive(), 90));
  const both = await Promise.allSettled([
    grantGesture(ines, { gestureId: id }),
    grantGesture(hannah, { gestureId: id }),
  ]);
  const lost = both.filter((one) => one.status === "rejected");
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toMatchObject({
    key: "gesture.decided",
    params: { by: expect.stringMatching(/Inès|Hannah/) },
  });
});

test("a refusal says why, and what was given can be taken back by whoever gave it", async () => {
  const conversationId = await arrive();
  const { id } = await giveGesture(desk.salma, refund(conversationId, 90));
  await refuseGesture(ines, { gestureId: id, reason: "A new pot is on its way" });
  await expect(grantGesture(hannah, { gestureId: id })).rejects.toThrow("gesture.decided");
  const given = await giveGesture(desk.salma, refund(conversationId, 20));
  await expect(withdrawGesture(desk.tom, { gestureId: given.id })).rejects.toThrow("gesture.not_yours");
  await withdrawGesture(desk.salma, { gestureId: given.id });
  const view = await gesturesOf(desk.salma, { conversationId });
  expect(view.items.map(({ state }) => state)).toEqual(["withdrawn", "refused"]);
  expect(view.thisYear).toEqual([]);
});

test("limits are for roles and for people, and nobody sets their own or more than they have", async () => {
  const conversationId = await arrive();
  expect((await giveGesture(jules, refund(conversationId, 5))).state).toBe("asked");
  await setLimit(ines, { whose: { role: "junior" }, currency: "EUR", amountMinor: 1000 });
  expect((await giveGesture(jules, refund(conversationId, 5))).state).toBe("granted");
  await setLimit(ines, { whose: { agentId: jules.id }, currency: "EUR", amountMinor: 0 });
  expect((await giveGesture(jules, refund(await arrive(), 5))).state).toBe("asked");
  const raise = (whose: Parameters<typeof setLimit>[1]["whose"], amountMinor: number) =>
    setLimit(ines, { whose, currency: "EUR", amountMinor });
  await expect(raise({ agentId: ines.id }, 100_000)).rejects.toThrow("gesture.own_limit");
  await expect(raise({ role: "manager" }, 100_000)).rejects.toThrow("gesture.own_limit");
  await expect(raise({ role: "agent" }, 100_000)).rejects.toThrow("gesture.more_than_own");
  await expect(raise({ role: "admin" }, 1)).rejects.toThrow("gesture.no_limit");
  await expect(
    setLimit(desk.salma, { whose: { role: "junior" }, currency: "EUR", amountMinor: 1 }),
  ).rejects.toThrow("forbidden");
  const limits = await listLimits(ines, { currency: "EUR" });
  expect(limits.roles.find(({ role }) => role === "junior")).toEqual({
    role: "junior",
    amountMinor: 1000,
    usualMinor: 0,
    isSet: true,
  });
  expect(limits).toMatchObject({ mostMinor: 50_000, people: [{ name: "Jules Lemaire", amountMinor: 0 }] });
});

test("a slip of the hand is refused, not rounded, and a limit goes back to what ships", async () => {
  const agent = { whose: { role: "agent" }, currency: "EUR" } as const;
  await expect(setLimit(hannah, { ...agent, amountMinor: 0.1 })).rejects.toMatchObject({
    key: "gesture.decimals",
    params: { currency: "EUR", digits: 2 },
  });
  await expect(setLimit(hannah, { ...agent, amountMinor: 100_000_001 })).rejects.toMatchObject({
    key: "gesture.amount",
    params: { most: 1_000_000 },
  });
  await expect(
    giveGesture(desk.salma, { ...refund(await arrive(), 1), amountMinor: 999_999_999_999 }),
  ).rejects.toMatchObject({ key: "gesture.amount" });
  const ofAgent = async () =>
    (await listLimits(hannah, { currency: "EUR" })).roles.find(({ role }) => role === "agent");
  await setLimit(hannah, { ...agent, amountMinor: 4000 });
  expect(await ofAgent()).toMatchObject({ amountMinor: 4000, isSet: true });
  await setLimit(hannah, { ...agent, amountMinor: null });
  expect(await ofAgent()).toMatchObject({ amountMinor: 5000, usualMinor: 5000, isSet: false });
  // Who changed what: the role, what it was and what it is.
  const { items } = await readAudit(hannah, { cursor: null });
  expect(items.slice(0, 2)).toMatchObject([
    { before: { amountMinor: 4000 }, after: { gestureLimit: "agent", amountMinor: 5000, currency: "EUR" } },
    { before: { amountMinor: 5000 }, after: { gestureLimit: "agent", amountMinor: 4000, currency: "EUR" } },
  ]);
});

test("observers give nothing, and whoever does not see the conversation finds nothing", async () => {
  const conversationId = await arrive();
  const watcher = await testAgent("Hannah Whitlock", "observer", [desk.teamId], [desk.brandId]);
  const stranger = await testAgent("Hannah Whitlock", "manager", [], []);
  await expect(giveGesture(watcher, refund(conversationId, 1))).rejects.toThrow("forbidden");
  await expect(giveGesture(stranger, refund(conversationId, 1))).rejects.toThrow("not_found");
  await expect(giveGesture(desk.salma, { ...refund(conversationId, 1), currency: "XYZ" })).rejects.toThrow(
    "gesture.currency",
  );
});
