import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import { getConversation } from "@/lib/conversations/get-conversation";
import { countViews, listQueue } from "@/lib/conversations/list-queue";
import { addNote } from "@/lib/conversations/note";
import { receive } from "@/lib/conversations/receive";
import { recordCall } from "@/lib/conversations/record-call";
import { newId } from "@/lib/id";
import { link, unlink } from "@/lib/links/link";
import { assign } from "./assign";
import { closeWithoutReply } from "./close-without-reply";
import { markRead, markUnread } from "./mark-read";
import { markSpam } from "./mark-spam";
import { pin } from "./pin";
import { reopen } from "./reopen";
import { restrict } from "./restrict";
import { snooze } from "./snooze";
import { tag, untag } from "./tag";
import { takeNext } from "./take-next";
import { undo } from "./undo";
import { wait } from "./wait";
import { wakeSnoozed } from "./wake-snoozed";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

async function arrive(text = "Where is my invoice?"): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    {
      inboundId,
      claimedBy: "me",
      receivedAt: new Date(),
      channel: desk.channel,
      message: testMessage(`${inboundId}@example.org`, text),
      files: [],
    },
  ]);
  return placed!.conversationId;
}

const see = async (id: string) => (await getConversation(desk.salma, { idOrNumber: id })).row;

test("two who take the next at the same moment get two different conversations", async () => {
  const ids = await Promise.all([arrive(), arrive(), arrive()]);
  const taken = await Promise.all([
    takeNext(desk.salma, { exceptId: null }),
    takeNext(desk.tom, { exceptId: null }),
  ]);
  expect(new Set(taken.map((one) => one?.conversationId)).size).toBe(2);
  for (const one of taken) expect(ids).toContain(one!.conversationId);
});

test("a snoozed conversation leaves the queue, wakes when its time has come, and its wait has run on", async () => {
  const id = await arrive();
  const before = await see(id);
  await snooze(desk.salma, { conversationId: id, until: new Date(Date.now() + 60_000) });
  expect(await see(id)).toMatchObject({ status: "snoozed", waitingSince: before.waitingSince });
  expect((await wakeSnoozed())?.getTime()).toBeGreaterThan(Date.now());
  await db.execute(
    sql`update conversations set snoozed_until = now() - interval '1 second' where id = ${id}`,
  );
  await db.execute(
    sql`update queue set snoozed_until = now() - interval '1 second' where conversation_id = ${id}`,
  );
  expect(await wakeSnoozed()).toBeNull();
  expect(await see(id)).toMatchObject({
    status: "open",
    snoozedUntil: null,
    waitingSince: before.waitingSince,
  });
});

test("a moment that has passed is no time to sleep until", async () => {
  const id = await arrive();
  await expect(snooze(desk.salma, { conversationId: id, until: new Date(0) })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("each action is undone to the field, and not when somebody has changed it since", async () => {
  const id = await arrive();
  const start = await see(id);
  const same = [
    "status",
    "assigneeId",
    "teamId",
    "pin",
    "waitingSince",
    "snoozedUntil",
    "tags",
    "unansweredCount",
  ] as const;
  for (const act of [
    () => assign(desk.salma, { conversationId: id, agentId: desk.tom.id, teamId: desk.teamId }),
    () => wait(desk.salma, { conversationId: id }),
    () => snooze(desk.salma, { conversationId: id, until: new Date(Date.now() + 60_000) }),
    () => closeWithoutReply(desk.salma, { conversationId: id, reason: "praise" }),
    () => markSpam(desk.salma, { conversationId: id }),
    () => pin(desk.salma, { conversationId: id, pin: -1 }),
    () => tag(desk.salma, { conversationId: id, name: "Refund" }),
  ]) {
    const { eventId } = await act();
    await undo(desk.salma, { eventId });
    const now = await see(id);
    for (const field of same) expect([field, now[field]]).toEqual([field, start[field]]);
  }
  const { eventId } = await assign(desk.salma, { conversationId: id, agentId: desk.tom.id, teamId: null });
  await assign(desk.tom, { conversationId: id, agentId: null, teamId: null });
  await expect(undo(desk.salma, { eventId })).rejects.toMatchObject({ code: "conflict" });
  await expect(undo(desk.tom, { eventId })).rejects.toMatchObject({ code: "not_found" });
});

test("an act that takes a conversation out of my sight can be taken back by me, and by nobody else", async () => {
  const id = await arrive();
  const legal = newId();
  await db.execute(sql`insert into teams (id, name) values (${legal}, ${`Legal ${legal}`})`);
  const { eventId } = await assign(desk.salma, { conversationId: id, agentId: null, teamId: legal });
  await expect(see(id)).rejects.toMatchObject({ code: "not_found" });
  await expect(undo(desk.tom, { eventId })).rejects.toMatchObject({ code: "not_found" });
  await undo(desk.salma, { eventId });
  expect((await see(id)).teamId).toBeNull();
});

test("linking, unlinking and restricting are undone too, and a tag that was there stays", async () => {
  const [id, otherId] = [await arrive(), await arrive()];
  const links = async () =>
    (await getConversation(desk.salma, { idOrNumber: id })).links.map((one) => one.id);
  const made = await link(desk.salma, { conversationId: id, otherId });
  expect(await links()).toEqual([otherId]);
  await expect(link(desk.tom, { conversationId: otherId, otherId: id })).rejects.toMatchObject({
    key: "link.already",
  });
  await undo(desk.salma, { eventId: made.eventId });
  expect(await links()).toEqual([]);
  await link(desk.salma, { conversationId: id, otherId });
  await undo(desk.salma, { eventId: (await unlink(desk.salma, { conversationId: id, otherId })).eventId });
  expect(await links()).toEqual([otherId]);

  await tag(desk.tom, { conversationId: id, name: "refund" });
  await undo(desk.salma, {
    eventId: (await tag(desk.salma, { conversationId: id, name: "refund" })).eventId,
  });
  expect((await see(id)).tags).toEqual(["refund"]);

  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  const restricted = await restrict(ines, { conversationId: id, agentIds: [ines.id] });
  await undo(ines, { eventId: restricted.eventId });
  expect((await see(id)).isRestricted).toBe(false);
  const first = await restrict(ines, { conversationId: id, agentIds: [ines.id, desk.salma.id] });
  await restrict(ines, { conversationId: id, agentIds: [ines.id] });
  await expect(undo(ines, { eventId: first.eventId })).rejects.toMatchObject({ code: "conflict" });
});

test("of a restricted conversation others learn only where they would answer the same customer", async () => {
  const [secret, open] = [await arrive("about the lawyer"), await arrive("about the lid")];
  await db.execute(sql`
    update conversations set customer_id = (select customer_id from conversations where id = ${open}) where id = ${secret}`);
  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await restrict(ines, { conversationId: secret, agentIds: [ines.id] });
  const view = await getConversation(desk.salma, { idOrNumber: open });
  expect(view.hasHidden).toBe(true);
  expect(JSON.stringify(view)).not.toContain(secret);
  expect((await getConversation(ines, { idOrNumber: open })).hasHidden).toBe(false);
});

test("tags are made on the way, told apart by their words only, and taken off again", async () => {
  const id = await arrive();
  await tag(desk.salma, { conversationId: id, name: "  Broken  on ARRIVAL " });
  await tag(desk.tom, { conversationId: id, name: "broken on arrival" });
  expect((await see(id)).tags).toEqual(["broken on arrival"]);
  await untag(desk.salma, { conversationId: id, name: "broken on arrival" });
  expect((await see(id)).tags).toEqual([]);
});

test("reaching the customer on the phone stops the clock, their voicemail does not", async () => {
  const id = await arrive();
  await recordCall(desk.salma, { conversationId: id, outcome: "voicemail", text: "" });
  expect((await see(id)).waitingSince).not.toBeNull();
  await recordCall(desk.salma, { conversationId: id, outcome: "reached", text: "She gets a new one." });
  expect(await see(id)).toMatchObject({ waitingSince: null, status: "waiting", assigneeId: desk.salma.id });
});

test("a note is for colleagues and changes neither status nor clock", async () => {
  const id = await arrive();
  const before = await see(id);
  await addNote(desk.salma, { conversationId: id, text: "Who can push it?", mentions: [desk.tom.id] });
  expect(await see(id)).toMatchObject({ status: "open", waitingSince: before.waitingSince });
  await expect(addNote(desk.salma, { conversationId: id, text: "  ", mentions: [] })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("a restricted conversation is there for nobody but the people named, administrators included", async () => {
  const id = await arrive();
  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  await restrict(ines, { conversationId: id, agentIds: [ines.id, desk.tom.id] });
  expect((await getConversation(desk.tom, { idOrNumber: id })).row.isRestricted).toBe(true);
  for (const other of [desk.salma, hannah]) {
    await expect(getConversation(other, { idOrNumber: id })).rejects.toMatchObject({ code: "not_found" });
    await expect(assign(other, { conversationId: id, agentId: null, teamId: null })).rejects.toMatchObject({
      code: "not_found",
    });
    const page = await listQueue(other, { view: "queue", sort: "left", cursor: null, limit: 100 });
    expect(page.items.map((row) => row.id)).not.toContain(id);
  }
});

test("reading and unreading are my own business", async () => {
  const id = await arrive();
  await markRead(desk.salma, { conversationId: id });
  expect((await getConversation(desk.salma, { idOrNumber: id })).row.readAt).not.toBeNull();
  expect((await getConversation(desk.tom, { idOrNumber: id })).row.readAt).toBeNull();
  await markUnread(desk.salma, { conversationId: id });
  expect((await getConversation(desk.salma, { idOrNumber: id })).row.readAt).toBeNull();
});

test("pages by keyset show every row once, in the order of the queue, in every view", async () => {
  for (let i = 0; i < 7; i++) await arrive(`Message ${i}`);
  for (const sort of ["left", "longest"] as const) {
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await listQueue(desk.salma, { view: "queue", sort, cursor, limit: 3 });
      seen.push(...page.items.map((row) => row.id));
      cursor = page.next;
      if (cursor === null) break;
    }
    const counts = await countViews(desk.salma);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(counts.queue);
  }
  const closed = await arrive("thanks");
  await closeWithoutReply(desk.salma, { conversationId: closed, reason: "done" });
  const resolved = await listQueue(desk.salma, { view: "resolved", sort: "left", cursor: null, limit: 5 });
  expect(resolved.items[0]!.id).toBe(closed);
  await reopen(desk.salma, { conversationId: closed });
  expect((await see(closed)).status).toBe("open");
  await expect(
    listQueue(desk.salma, { view: "queue", sort: "left", cursor: "x", limit: 5 }),
  ).rejects.toMatchObject({ code: "invalid" });
});
