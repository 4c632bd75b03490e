import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { getConversation } from "@/lib/conversations/get-conversation";
import { countViews } from "@/lib/conversations/list-queue";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { follow, unfollow } from "@/lib/triage/follow";
import { reopen } from "@/lib/triage/reopen";
import { resolve } from "@/lib/triage/resolve";
import { snooze } from "@/lib/triage/snooze";
import { tellFollowers } from "@/lib/triage/tell-followers";
import { block } from "./block";
import { listBlocks } from "./list-blocks";
import { unblock } from "./unblock";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

async function arrive(from: string, text: string, more: Partial<IncomingMessage> = {}) {
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
const bar = (kind: "address" | "domain", value: string, expiresAt: Date | null = null) =>
  block(desk.salma, { brandId: desk.brandId, kind, identityKind: null, value, expiresAt });

test("who is blocked is filed with the reason and counted nowhere; restored, it has waited all along", async () => {
  const { id } = await bar("domain", "watches.example");
  const before = await countViews(desk.salma);
  const { conversationId } = await arrive("sales@mail.watches.example", "Buy now");
  expect(await countViews(desk.salma)).toEqual(before);
  const filed = await see(conversationId);
  expect(filed).toMatchObject({
    row: { status: "spam", reason: { code: "blocked" } },
    block: { id, value: "watches.example" },
  });
  expect(await listBlocks(desk.salma)).toMatchObject([{ value: "watches.example", filedCount: 1 }]);
  await reopen(desk.salma, { conversationId });
  const back = await see(conversationId);
  expect(back.row).toMatchObject({ status: "open", waitingSince: filed.row.lastMessageAt });
  expect(back.row.dueAt === null).toBe(filed.row.dueAt === null);
  await unblock(desk.salma, { blockId: id });
  expect((await see((await arrive("sales@watches.example", "Again")).conversationId)).row.status).toBe(
    "open",
  );
});

test("a blocked sender reopens nothing, and leaves the queue with what was still open", async () => {
  const first = await arrive("eve@pest.example", "Question");
  await bar("address", "eve@pest.example");
  await arrive("eve@pest.example", "More", { inReplyTo: [first.externalId] });
  expect((await see(first.conversationId)).row.status).toBe("spam");
  const queued = await db.execute(sql`select 1 from queue where conversation_id = ${first.conversationId}`);
  expect(queued.rows).toHaveLength(0);
});

test("a block that has run out lets them in, and can be made anew", async () => {
  await bar("address", "late@pest.example", new Date(Date.now() + 60_000));
  await expect(bar("address", "Late@pest.example")).rejects.toMatchObject({ key: "block.already" });
  await db.execute(
    sql`update blocks set expires_at = now() - interval '1 second' where value = 'late@pest.example'`,
  );
  expect((await see((await arrive("late@pest.example", "Hello")).conversationId)).row.status).toBe("open");
  await bar("address", "late@pest.example");
});

test("neither one's own mail nor a service for everybody can be blocked by its domain", async () => {
  await expect(bar("domain", "gmail.com")).rejects.toMatchObject({ key: "block.shared_domain" });
  await expect(bar("domain", "marmelune.example")).rejects.toMatchObject({ key: "block.own_domain" });
  await expect(bar("domain", "example")).rejects.toMatchObject({ key: "block.domain" });
});

test("a word of thanks comes in and opens nothing; with a question in it, it does", async () => {
  const first = await arrive("odile@example.org", "Where is my pot?");
  await resolve(desk.salma, { conversationId: first.conversationId });
  await arrive("odile@example.org", "Merci beaucoup, Salma !", { inReplyTo: [first.externalId] });
  expect((await see(first.conversationId)).row).toMatchObject({
    status: "resolved",
    waitingSince: null,
    messageCount: 2,
    dueAt: null,
  });
  await arrive("odile@example.org", "Thanks, but it is still broken", { inReplyTo: [first.externalId] });
  expect((await see(first.conversationId)).row).toMatchObject({ status: "open", unansweredCount: 1 });
  await snooze(desk.salma, { conversationId: first.conversationId, until: new Date(Date.now() + 60_000) });
  await arrive("odile@example.org", "Thanks!", { inReplyTo: [first.externalId] });
  expect((await see(first.conversationId)).row.status).toBe("open");
});

test("comments under one public post share a key, private words do not", async () => {
  const parent = { externalId: "post-1", author: "Marmelune", text: "The blue one", url: null };
  const one = await arrive("a@example.org", "Back in stock?", { public: true, parent });
  const two = await arrive("b@example.org", "When?", { public: true, parent });
  const alone = await arrive("c@example.org", "When?", { parent });
  const keys = await Promise.all(
    [one, two, alone].map(async (each) => (await see(each.conversationId)).row.groupKey),
  );
  expect(keys[0]).not.toBeNull();
  expect(keys).toEqual([keys[0], keys[0], null]);
});

test("who follows hears of what others did, and not of their own acts", async () => {
  const { conversationId } = await arrive("follow@example.org", "Hello");
  await follow(desk.tom, { conversationId });
  await follow(desk.tom, { conversationId });
  expect((await getConversation(desk.tom, { idOrNumber: conversationId })).isFollowed).toBe(true);
  await resolve(desk.salma, { conversationId });
  const marked = await db.execute<{ followed: boolean | null }>(sql`
    select (after ->> 'followed')::boolean as followed from events where conversation_id = ${conversationId} and type = 'conversation.resolved'`);
  expect(marked.rows).toEqual([{ followed: true }]);
  await tellFollowers({ eventId: "1", conversationId, actorId: desk.salma.id });
  await tellFollowers({ eventId: "2", conversationId, actorId: desk.tom.id });
  const told = await db.execute<{ kind: string }>(
    sql`select kind from notifications where conversation_id = ${conversationId} and agent_id = ${desk.tom.id}`,
  );
  expect(told.rows).toEqual([{ kind: "followed" }]);
  await unfollow(desk.tom, { conversationId });
  const left = await db.execute<{ n: number }>(
    sql`select follower_count as n from conversations where id = ${conversationId}`,
  );
  expect(left.rows[0]!.n).toBe(0);
});
