import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { recordCall } from "@/lib/conversations/record-call";
import { newId } from "@/lib/id";
import { reply } from "@/lib/replies/reply";
import { failDelivery, markSent } from "@/lib/replies/settle";
import { rankExpired } from "./rank";

testDatabase();
let desk: TestDesk;
let answered: string;
let other: string;
let stranger: string;

beforeAll(async () => {
  desk = await testDesk();
});
beforeEach(async () => {
  await db.execute(sql`delete from conversations`);
  answered = await write("claire@post.example");
  other = await write("claire@post.example");
  stranger = await write("paul@post.example");
  while (await rankExpired());
  expect(await stale()).toEqual([]);
});

test("an answer that has left, and one that failed, rank at once what else the same person waits for", async () => {
  const deliveryId = await answer(answered);
  while (await rankExpired());
  await markSent(deliveryId, { externalId: `<${newId()}@example.org>`, refused: [] });
  expect(await stale()).toEqual([answered, other].sort());
  while (await rankExpired());
  await failDelivery(deliveryId, "bounced", {});
  expect(await stale()).toEqual([answered, other].sort());
});

test("a call in which somebody was reached does too, one that nobody took does not", async () => {
  await recordCall(desk.salma, { conversationId: answered, outcome: "voicemail", text: "" });
  expect(await stale()).not.toContain(other);
  await recordCall(desk.salma, { conversationId: answered, outcome: "reached", text: "" });
  expect(await stale()).toContain(other);
  expect(await stale()).not.toContain(stranger);
});

test("whoever changes the other one meanwhile is not waited for, and it is ranked again after them", async () => {
  const deliveryId = await answer(answered);
  while (await rankExpired());
  let sent: Promise<void> | null = null;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from queue where conversation_id = ${other} for update`);
    sent = markSent(deliveryId, { externalId: `<${newId()}@example.org>`, refused: [] });
    await expect.poll(stale).toEqual([answered]);
    // Would be a ring: it holds the other one, and comes for ours.
    await tx.execute(sql`update conversations set pin = 0 where id = ${answered}`);
  });
  await sent;
  expect(await stale()).toEqual([answered, other].sort());
});

/** What is to be ranked again. */
async function stale(): Promise<string[]> {
  const found = await db.execute<{ id: string }>(
    sql`select conversation_id as id from queue where rank_valid_until = '-infinity' order by 1`,
  );
  return found.rows.map(({ id }) => id);
}

async function answer(conversationId: string): Promise<string> {
  const view = await getConversation(desk.salma, { idOrNumber: conversationId });
  const way = view.ways[0]!;
  const { deliveryId } = await reply(desk.salma, {
    conversationId,
    messageId: newId(),
    mode: "private",
    channelId: way.channelId,
    to: way.to,
    cc: [],
    bcc: [],
    subject: null,
    text: "It is on its way.",
    attachmentIds: [],
    seen: view.seen,
  });
  await db.execute(sql`update deliveries set state = 'sending' where id = ${deliveryId}`);
  return deliveryId ?? "";
}

async function write(from: string): Promise<string> {
  const inboundId = newId();
  const message = testMessage(from, "My parcel has not come.");
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${message.externalId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed!.conversationId;
}
