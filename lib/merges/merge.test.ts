import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { getConversation } from "@/lib/conversations/get-conversation";
import { countViews, listQueue } from "@/lib/conversations/list-queue";
import { addNote } from "@/lib/conversations/note";
import { receive } from "@/lib/conversations/receive";
import { threadToken } from "@/lib/conversations/thread-token";
import { readCues } from "@/lib/cues/read-cues";
import { newId } from "@/lib/id";
import { split } from "@/lib/splits/split";
import { assign } from "@/lib/triage/assign";
import { resolve } from "@/lib/triage/resolve";
import { restrict } from "@/lib/triage/restrict";
import { snooze } from "@/lib/triage/snooze";
import { tag } from "@/lib/triage/tag";
import { undo } from "@/lib/triage/undo";
import { wait } from "@/lib/triage/wait";
import { merge } from "./merge";
import { previewMerge } from "./preview-merge";
import { unmerge } from "./unmerge";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

type Arrived = { conversationId: string; messageId: string; externalId: string };

async function arrive(from: string, text: string, more: Partial<IncomingMessage> = {}): Promise<Arrived> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, more);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return { ...placed!, externalId: message.externalId };
}

const see = (id: string) => getConversation(desk.salma, { idOrNumber: id });
const someone = () => `claire.${newId().slice(-8)}@example.org`;

/** Every field that a merge could touch. */
async function stateOf(id: string): Promise<object> {
  const found = await db.execute<{ state: object }>(sql`
    select to_jsonb(c) - 'version' || jsonb_build_object('tags', (select jsonb_agg(tag_id order by tag_id) from conversation_tags t where t.conversation_id = c.id),
      'queued', (select to_jsonb(q) - 'version' from queue q where q.conversation_id = c.id)) as state
    from conversations c where c.id = ${id}`);
  return found.rows[0]!.state;
}

async function pair(): Promise<{ one: Arrived; two: Arrived; claire: string }> {
  const claire = someone();
  const one = await arrive(claire, "The refund has not come.", { sentAt: new Date(Date.now() - 60_000) });
  const two = await arrive(claire, "By the way, the lid is broken too.");
  return { one, two, claire };
}

test("of two that become one, both are read in order of time, the older wait counts, and no message has moved", async () => {
  const { one, two } = await pair();
  const before = await see(one.conversationId);
  await merge(desk.salma, {
    survivorId: two.conversationId,
    stubId: one.conversationId,
    mayMixCustomers: "no",
  });
  const now = await see(two.conversationId);
  expect(now.row).toMatchObject({
    waitingSince: before.row.waitingSince,
    messageCount: 2,
    unansweredCount: 2,
  });
  expect(now.timeline.flatMap((item) => (item.type === "message" ? [item.id] : []))).toEqual([
    one.messageId,
    two.messageId,
  ]);
  const where = await db.execute<{ id: string }>(
    sql`select conversation_id as id from messages where id = ${one.messageId}`,
  );
  expect(where.rows[0]!.id).toBe(one.conversationId);
  expect(now.parts.map((part) => part.id)).toEqual([one.conversationId]);
});

test("the number of the one that was put away still opens, and lists and counts no longer know it", async () => {
  const { one, two } = await pair();
  const { number } = (await see(one.conversationId)).row;
  const before = await countViews(desk.salma);
  await merge(desk.salma, {
    survivorId: two.conversationId,
    stubId: one.conversationId,
    mayMixCustomers: "no",
  });
  expect((await getConversation(desk.salma, { idOrNumber: String(number) })).row.id).toBe(two.conversationId);
  expect((await countViews(desk.salma)).queue).toBe(before.queue - 1);
  const page = await listQueue(desk.salma, { view: "queue", sort: "left", cursor: null, limit: 200 });
  expect(page.items.map((row) => row.id)).not.toContain(one.conversationId);
});

test("what is written later lands in the one that goes on, through a chain, by answer and by token", async () => {
  const { one, two, claire } = await pair();
  const three = await arrive(claire, "And the pan.");
  await merge(desk.salma, {
    survivorId: two.conversationId,
    stubId: one.conversationId,
    mayMixCustomers: "no",
  });
  await merge(desk.tom, {
    survivorId: three.conversationId,
    stubId: two.conversationId,
    mayMixCustomers: "no",
  });
  const answer = await arrive(claire, "Any news?", { inReplyTo: [one.externalId] });
  const byToken = await arrive(claire, "Hello?", { token: threadToken(one.conversationId) });
  expect([answer.conversationId, byToken.conversationId]).toEqual([
    three.conversationId,
    three.conversationId,
  ]);
  const note = await addNote(desk.tom, {
    conversationId: one.conversationId,
    text: "I ask logistics.",
    mentions: [],
  });
  expect((await see(three.conversationId)).timeline.map((item) => item.id)).toContain(note.messageId);
  await expect(unmerge(desk.salma, { stubId: one.conversationId })).rejects.toMatchObject({
    key: "merge.chained",
  });
});

test("two people are warned about and asked for; then both go on writing into the one", async () => {
  const one = await arrive(someone(), "The kettle leaks.");
  const ben = someone();
  const two = await arrive(ben, "My wife wrote about the kettle.");
  const ids = { survivorId: one.conversationId, stubId: two.conversationId };
  expect(await previewMerge(desk.salma, ids)).toMatchObject({ mixesCustomers: true, refusal: null });
  await expect(merge(desk.salma, { ...ids, mayMixCustomers: "no" })).rejects.toMatchObject({
    key: "merge.customers",
  });
  await merge(desk.salma, { ...ids, mayMixCustomers: "yes" });
  const later = await arrive(ben, "Well?", { inReplyTo: [two.externalId] });
  expect(later.conversationId).toBe(one.conversationId);
  const said = (await see(one.conversationId)).timeline.find((item) => item.id === later.messageId);
  expect(said).toMatchObject({ isFlagged: false });
});

test("another brand's, spam, a restricted one and itself are refused; what I cannot see does not exist", async () => {
  const { one, two, claire } = await pair();
  const ids = { survivorId: one.conversationId, stubId: two.conversationId, mayMixCustomers: "no" } as const;
  await expect(merge(desk.salma, { ...ids, stubId: one.conversationId })).rejects.toMatchObject({
    key: "merge.itself",
  });
  const elsewhere = await testDesk();
  await expect(merge(elsewhere.salma, ids)).rejects.toMatchObject({ code: "not_found" });
  const both = await testAgent("Hannah Whitlock", "admin", [], []);
  const ours = desk;
  desk = elsewhere;
  const other = await arrive(claire, "Another brand");
  desk = ours;
  await expect(merge(both, { ...ids, stubId: other.conversationId })).rejects.toMatchObject({
    key: "merge.brand",
  });
  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await restrict(ines, { conversationId: two.conversationId, agentIds: [ines.id, desk.salma.id] });
  await expect(merge(desk.salma, ids)).rejects.toMatchObject({ key: "merge.restricted" });
  await expect(merge(desk.tom, ids)).rejects.toMatchObject({ code: "not_found" });
  await restrict(ines, { conversationId: one.conversationId, agentIds: [ines.id, desk.salma.id] });
  await merge(desk.salma, ids);
});

test("of two agents who merge crosswise at the same moment, one is told that it is done", async () => {
  for (let round = 0; round < 6; round++) {
    const { one, two } = await pair();
    const both = await Promise.allSettled([
      merge(desk.salma, {
        survivorId: one.conversationId,
        stubId: two.conversationId,
        mayMixCustomers: "no",
      }),
      merge(desk.tom, { survivorId: two.conversationId, stubId: one.conversationId, mayMixCustomers: "no" }),
    ]);
    expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(both.find((each) => each.status === "rejected")).toMatchObject({
      reason: { key: "merge.already" },
    });
  }
});

test("whatever arrives while they are merged is found in the one that goes on", async () => {
  for (let round = 0; round < 8; round++) {
    const { one, two, claire } = await pair();
    const [, ...arrived] = await Promise.all([
      merge(desk.salma, {
        survivorId: two.conversationId,
        stubId: one.conversationId,
        mayMixCustomers: "no",
      }),
      ...[1, 2, 3, 4].map((n) =>
        arrive(claire, `Reminder ${n}`, { inReplyTo: [n % 2 === 0 ? one.externalId : two.externalId] }),
      ),
    ]);
    const view = await see(two.conversationId);
    const told = view.timeline.map((item) => item.id);
    for (const { messageId } of arrived) expect(told).toContain(messageId);
    expect(view.row).toMatchObject({ messageCount: 6, unansweredCount: 6, status: "open" });
  }
});

test("taking it back, in any order and after any history, leaves each as it was", async () => {
  const random = seeded(7);
  for (let round = 0; round < 12; round++) {
    const claire = someone();
    const all: string[] = [];
    for (let i = 0; i < 4; i++) all.push((await history(claire, random)).conversationId);
    const before = await Promise.all(all.map(stateOf));
    const stubs: string[] = [];
    const survivor = all[Math.floor(random() * all.length)]!;
    for (const id of shuffled(all, random).filter((one) => one !== survivor)) {
      await merge(desk.salma, { survivorId: survivor, stubId: id, mayMixCustomers: "no" });
      stubs.push(id);
    }
    for (const id of shuffled(stubs, random)) await unmerge(desk.salma, { stubId: id });
    expect(await Promise.all(all.map(stateOf))).toEqual(before);
  }
});

test("what was written or decided meanwhile stays with the one that went on", async () => {
  const { one, two, claire } = await pair();
  await merge(desk.salma, {
    survivorId: two.conversationId,
    stubId: one.conversationId,
    mayMixCustomers: "no",
  });
  await arrive(claire, "Third mail", { inReplyTo: [one.externalId] });
  await assign(desk.salma, { conversationId: two.conversationId, agentId: desk.tom.id, teamId: null });
  await unmerge(desk.salma, { stubId: one.conversationId });
  expect((await see(two.conversationId)).row).toMatchObject({
    messageCount: 2,
    unansweredCount: 2,
    assigneeId: desk.tom.id,
  });
  expect((await see(one.conversationId)).row).toMatchObject({
    messageCount: 1,
    unansweredCount: 1,
    assigneeId: null,
    status: "open",
  });
});

test("a merge is undone by its event, like every other act", async () => {
  const { one, two } = await pair();
  const before = [await stateOf(one.conversationId), await stateOf(two.conversationId)];
  const { eventId } = await merge(desk.salma, {
    survivorId: two.conversationId,
    stubId: one.conversationId,
    mayMixCustomers: "no",
  });
  await undo(desk.salma, { eventId });
  expect([await stateOf(one.conversationId), await stateOf(two.conversationId)]).toEqual(before);
});

test("from one message on, a conversation of its own with its own wait; undoing puts it back", async () => {
  const claire = someone();
  const first = await arrive(claire, "The refund has not come.", { sentAt: new Date(Date.now() - 90_000) });
  const second = await arrive(claire, "And the lid is broken.", { inReplyTo: [first.externalId] });
  const before = (await see(first.conversationId)).row;
  const parted = await split(desk.salma, {
    conversationId: first.conversationId,
    messageId: second.messageId,
  });
  const [old, made] = [await see(first.conversationId), await see(parted.newId)];
  expect(old.row).toMatchObject({ messageCount: 1, unansweredCount: 1, waitingSince: before.waitingSince });
  expect(made.row).toMatchObject({
    messageCount: 1,
    unansweredCount: 1,
    status: "open",
    excerpt: "And the lid is broken.",
  });
  expect(made.links.map((link) => [link.id, link.kind])).toEqual([[first.conversationId, "split"]]);
  const answer = await arrive(claire, "About the lid", {
    inReplyTo: [second.externalId],
    token: threadToken(first.conversationId),
  });
  expect(answer.conversationId).toBe(parted.newId);
  await undo(desk.salma, { eventId: parted.eventId });
  const back = await see(first.conversationId);
  expect(back.row).toMatchObject({
    messageCount: 3,
    unansweredCount: 3,
    waitingSince: before.waitingSince,
    status: "open",
  });
  expect((await see(parted.newId)).row.id).toBe(first.conversationId);
});

test("what was found in a message's words goes with it when it is split off", async () => {
  const claire = someone();
  const first = await arrive(claire, "Do you ship to Lille?", { sentAt: new Date(Date.now() - 90_000) });
  const second = await arrive(claire, "And the lid is broken.", { inReplyTo: [first.externalId] });
  await readCues(desk.salma, { conversationId: first.conversationId, messageId: null });
  const parted = await split(desk.salma, {
    conversationId: first.conversationId,
    messageId: second.messageId,
  });
  const marks = await db.execute<{ conversationId: string }>(sql`
    select conversation_id as "conversationId" from message_marks
    where message_id in (${first.messageId}, ${second.messageId}) order by message_id`);
  expect(marks.rows.map(({ conversationId }) => conversationId)).toEqual([
    first.conversationId,
    parted.newId,
  ]);
});

/** A conversation with a past. */
async function history(from: string, random: () => number): Promise<Arrived> {
  const made = await arrive(from, `Question ${Math.floor(random() * 1e6)}`, {
    sentAt: new Date(Date.now() - Math.floor(random() * 86_400_000)),
  });
  const { conversationId } = made;
  const acts = [
    () => tag(desk.salma, { conversationId, name: random() < 0.5 ? "refund" : "press" }),
    () => assign(desk.salma, { conversationId, agentId: random() < 0.5 ? desk.tom.id : null, teamId: null }),
    () => resolve(desk.salma, { conversationId }),
    () => wait(desk.salma, { conversationId }),
    () => snooze(desk.salma, { conversationId, until: new Date(Date.now() + 60_000 + random() * 1e7) }),
    () => arrive(from, "And another thing", { inReplyTo: [made.externalId] }),
  ];
  for (let i = 0; i < 3; i++) await acts[Math.floor(random() * acts.length)]!().catch(() => {});
  return made;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
