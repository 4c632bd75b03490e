import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { recordCall } from "@/lib/conversations/record-call";
import { newId } from "@/lib/id";
import { rankExpired } from "@/lib/risk/rank";
import { createSchedule } from "@/lib/schedules/save-schedule";
import { setUses } from "@/lib/schedules/set-uses";
import { assign } from "@/lib/triage/assign";
import { pin } from "@/lib/triage/pin";
import { reopen } from "@/lib/triage/reopen";
import { resolve } from "@/lib/triage/resolve";
import { snooze } from "@/lib/triage/snooze";
import { tag, untag } from "@/lib/triage/tag";
import { undo } from "@/lib/triage/undo";
import { wait } from "@/lib/triage/wait";
import { readDue } from "./read-due";
import { forgetRules } from "./rules";
import { endTarget, setTarget, targetInput } from "./save-target";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
const HOUR = 3600;

beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});
beforeEach(async () => {
  await db.execute(sql`delete from targets`);
  forgetRules();
});

const promise = (input: unknown) => setTarget(hannah, targetInput.parse(input));

async function arrive(from = `${newId()}@example.org`, text = "Where is my invoice?"): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, { threadKey: from });
  const given = { claimedBy: "me", receivedAt: new Date(), channel: desk.channel, files: [] };
  const [placed] = await receive([{ ...given, inboundId, message }]);
  return placed!.conversationId;
}

type Stored = {
  dueAt: string | null;
  dueKind: string | null;
  resolveDueAt: string | null;
  queued: string;
  waitingSince: string | null;
  cycleStartedAt: string;
  pauses: string[];
};

async function stored(id: string): Promise<Stored> {
  const found = await db.execute<{ c: Stored }>(sql`
    select jsonb_build_object('dueAt', c.due_at, 'dueKind', c.due_kind, 'resolveDueAt', c.resolve_due_at, 'queued', q.due_at,
      'waitingSince', c.waiting_since, 'cycleStartedAt', c.cycle_started_at, 'pauses', c.pauses) as c
    from conversations c left join queue q on q.conversation_id = c.id where c.id = ${id}`);
  return found.rows[0]!.c;
}

const after = (due: string | null, start: string | null) =>
  due === null || start === null ? null : (Date.parse(due) - Date.parse(start)) / 1000;

test("a tag brings its target at once, and taking it off or back brings the other again", async () => {
  await tag(desk.salma, { conversationId: await arrive(), name: "urgent" });
  const tags = await db.execute<{ id: string }>(sql`select id from tags where name = 'urgent'`);
  await promise({ kind: "first_response", seconds: 8 * HOUR });
  await promise({ kind: "first_response", tagId: tags.rows[0]!.id, seconds: HOUR });
  const id = await arrive();
  const waited = async () => after((await stored(id)).dueAt, (await stored(id)).waitingSince);
  expect(await waited()).toBe(8 * HOUR);
  const tagged = await tag(desk.salma, { conversationId: id, name: "urgent" });
  expect(await waited()).toBe(HOUR);
  expect((await stored(id)).queued).toBe((await stored(id)).dueAt);
  const row = (await getConversation(desk.salma, { idOrNumber: id })).row;
  expect(row).toMatchObject({ version: tagged.version, dueKind: "first_response" });
  await undo(desk.salma, { eventId: tagged.eventId });
  expect(await waited()).toBe(8 * HOUR);
  await tag(desk.salma, { conversationId: id, name: "urgent" });
  const untagged = await untag(desk.salma, { conversationId: id, name: "urgent" });
  expect(await waited()).toBe(8 * HOUR);
  await undo(desk.salma, { eventId: untagged.eventId });
  expect(await waited()).toBe(HOUR);
});

test("so does a priority; each move is an event with what was due before and is now", async () => {
  await promise({ kind: "first_response", seconds: 8 * HOUR });
  await promise({ kind: "first_response", pin: -1, seconds: HOUR / 2 });
  const id = await arrive();
  const before = await stored(id);
  const pinned = await pin(desk.salma, { conversationId: id, pin: -1 });
  const now = await stored(id);
  expect(after(now.dueAt, now.waitingSince)).toBe(HOUR / 2);
  const moved = await db.execute<{ before: Stored; after: Stored }>(sql`
    select before, after from events where conversation_id = ${id} and type = 'conversation.due_moved'`);
  expect(moved.rows).toMatchObject([{ before: { due_at: before.dueAt }, after: { due_at: now.dueAt } }]);
  await undo(desk.salma, { eventId: pinned.eventId });
  expect((await stored(id)).dueAt).toBe(before.dueAt);
});

test("another team has other opening hours, and what is due follows them", async () => {
  await promise({ kind: "first_response", seconds: HOUR });
  const none: [string, string][] = [];
  const closed = {
    zone: "UTC",
    week: { mon: none, tue: none, wed: none, thu: none, fri: none, sat: none, sun: none },
    exceptions: [{ date: "2031-01-06", intervals: [["09:00", "18:00"] as [string, string]], name: "" }],
  };
  const { id: scheduleId } = await createSchedule(hannah, { name: "Far away", hours: closed });
  const other = newId();
  await db.execute(sql`insert into teams (id, name) values (${other}, ${`Repairs ${other}`})`);
  await setUses(hannah, { scheduleId, brandIds: [], teamIds: [other] });
  const id = await arrive();
  const before = await stored(id);
  expect(after(before.dueAt, before.waitingSince)).toBe(HOUR);
  const moved = await assign(desk.salma, { conversationId: id, agentId: null, teamId: other });
  expect((await stored(id)).dueAt).toBe("2031-01-06T10:00:00+00:00");
  await undo(desk.salma, { eventId: moved.eventId });
  expect((await stored(id)).dueAt).toBe(before.dueAt);
  // A brand that counts by it from now on moves nothing that began before.
  await setUses(hannah, { scheduleId, brandIds: [desk.brandId], teamIds: [] });
  await pin(desk.salma, { conversationId: id, pin: -1 });
  expect((await stored(id)).dueAt).toBe(before.dueAt);
  await db.execute(sql`update brands set schedule_id = null where id = ${desk.brandId}`);
  await db.execute(sql`delete from schedule_uses`);
  forgetRules();
});

test("the band of their patience moves what is due, and a target never moves the band", async () => {
  await promise({ kind: "first_response", seconds: 8 * HOUR });
  for (const band of ["now", "today", "week", "calm"]) {
    const seconds = band === "calm" ? 6 * HOUR : 3 * HOUR;
    await promise({ kind: "first_response", band, seconds });
  }
  const id = await arrive();
  await rankExpired();
  const band = async () =>
    (
      await db.execute<{ band: string }>(
        sql`select patience_band as band from risks where conversation_id = ${id}`,
      )
    ).rows[0]?.band;
  const first = await band();
  expect(first).toBeDefined();
  const now = await stored(id);
  expect(after(now.dueAt, now.waitingSince)).toBe(first === "calm" ? 6 * HOUR : 3 * HOUR);
  // The target is due in a minute: the row stands with what is now, their patience is what it was.
  await db.execute(sql`update conversations set due_at = now() + interval '1 minute' where id = ${id}`);
  await db.execute(sql`update queue set rank_valid_until = '-infinity' where conversation_id = ${id}`);
  await rankExpired();
  expect(await band()).toBe(first);
});

test("a resolution is counted in our time: their turn and sleep without anybody waiting are pauses", async () => {
  await promise({ kind: "resolution", seconds: 10 * HOUR });
  const id = await arrive();
  const start = (await stored(id)).cycleStartedAt;
  expect(after((await stored(id)).resolveDueAt, start)).toBe(10 * HOUR);
  const row = (await getConversation(desk.salma, { idOrNumber: id })).row;
  expect(row).toMatchObject({
    dueKind: "resolution",
    dueAt: new Date(Date.parse(start) + 36e6).toISOString(),
  });

  const waited = await wait(desk.salma, { conversationId: id });
  expect(await stored(id)).toMatchObject({ resolveDueAt: null, pauses: [expect.any(String)] });
  const paused = (await readDue(desk.salma, { conversationId: id })).dues;
  expect(paused.find(({ kind }) => kind === "resolution")).toMatchObject({
    dueAt: null,
    pauses: [{ to: null }],
  });
  await undo(desk.salma, { eventId: waited.eventId });
  expect(await stored(id)).toMatchObject({ pauses: [] });
  expect(after((await stored(id)).resolveDueAt, start)).toBe(10 * HOUR);

  // Asleep while they wait for us is our time; asleep after our answer is theirs.
  await snooze(desk.salma, { conversationId: id, until: new Date(Date.now() + 60_000) });
  expect((await stored(id)).resolveDueAt).not.toBeNull();
  await recordCall(desk.salma, { conversationId: id, outcome: "reached", text: "" });
  expect((await stored(id)).resolveDueAt).toBeNull();

  // Two hours of their turn, as if: the end moves by as much.
  await db.execute(sql`
    update conversations set cycle_started_at = cycle_started_at - interval '3 hours',
      pauses = array[now() - interval '2 hours'] where id = ${id}`);
  await db.execute(sql`update targets set valid_from = valid_from - interval '1 day'`);
  forgetRules();
  await reopen(desk.salma, { conversationId: id });
  const now = await stored(id);
  expect(now.pauses).toHaveLength(2);
  const theirs = after(now.pauses[1]!, now.pauses[0]!) ?? 0;
  expect(after(now.resolveDueAt, now.cycleStartedAt)).toBeCloseTo(10 * HOUR + theirs, 2);
  const told = await readDue(desk.salma, { conversationId: id });
  expect(told.dues).toMatchObject([{ kind: "resolution", businessSeconds: 10 * HOUR }]);
  expect(told.dues[0]?.pauses).toHaveLength(1);

  const done = await resolve(desk.salma, { conversationId: id });
  expect((await stored(id)).resolveDueAt).toBeNull();
  await undo(desk.salma, { eventId: done.eventId });
  expect((await stored(id)).resolveDueAt).toBe(now.resolveDueAt);
});

test("a customer who writes in their turn makes it ours: the pause ends when the message came in", async () => {
  await promise({ kind: "resolution", seconds: 10 * HOUR });
  const from = `${newId()}@example.org`;
  const id = await arrive(from);
  await wait(desk.salma, { conversationId: id });
  expect(await arrive(from, "And another thing")).toBe(id);
  const now = await stored(id);
  expect(now.pauses).toHaveLength(2);
  const theirs = after(now.pauses[1]!, now.pauses[0]!) ?? 0;
  expect(after(now.resolveDueAt, now.cycleStartedAt)).toBeCloseTo(10 * HOUR + theirs, 2);
});

test("the earlier of the two stands in the list of work, and says which it is", async () => {
  await promise({ kind: "first_response", seconds: HOUR });
  await promise({ kind: "resolution", seconds: 2 * HOUR });
  const id = await arrive();
  const row = async () => (await getConversation(desk.salma, { idOrNumber: id })).row;
  expect(await row()).toMatchObject({ dueKind: "first_response" });
  await resolve(desk.salma, { conversationId: id });
  await reopen(desk.salma, { conversationId: id });
  const now = await stored(id);
  expect(await row()).toMatchObject({ dueKind: "resolution" });
  expect(now.queued).toBe(now.resolveDueAt);
});

test("a target that ends or begins moves nothing that was due", async () => {
  const { id: targetId } = await promise({ kind: "first_response", seconds: HOUR });
  const id = await arrive();
  const before = await stored(id);
  await db.execute(sql`update targets set valid_from = valid_from - interval '1 minute'`);
  await endTarget(hannah, { targetId });
  await promise({ kind: "first_response", channelId: desk.channelId, seconds: 60 });
  await db.execute(
    sql`update targets set valid_from = valid_from + interval '1 hour' where valid_until is null`,
  );
  forgetRules();
  await pin(desk.salma, { conversationId: id, pin: 1 });
  expect((await stored(id)).dueAt).toBe(before.dueAt);
});
