import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { type Received, receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { rankExpired } from "@/lib/risk/rank";
import { countHours } from "@/lib/spikes/count";
import { tag } from "@/lib/triage/tag";
import { forgetMark, marksOf } from "./marks";

type Placed = { conversationId: string; messageId: string };

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

async function said(text: string, more: Partial<IncomingMessage> = {}): Promise<Placed> {
  const inboundId = newId();
  const message = testMessage(`${newId()}@example.org`, text, more);
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${message.externalId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const received: Received = {
    inboundId,
    claimedBy: "me",
    receivedAt: new Date(),
    channel: desk.channel,
    message,
    files: [],
  };
  const [placed] = await receive([received]);
  return placed!;
}

const marks = (placed: Placed) =>
  db.transaction((tx) => marksOf(tx, [placed.messageId], [placed.conversationId]));
const markOf = async (placed: Placed) => (await marks(placed)).get(placed.messageId);

test("what a message says is found once, kept, and read in the language of the message", async () => {
  const placed = await said("Ma cocotte est arrivée cassée, c'est inadmissible", { language: "fr" });
  const mark = await markOf(placed);
  expect(mark).toMatchObject({ isComplaint: true, isPublic: false, labels: {} });
  expect(mark!.scores.complaint).toBeGreaterThan(0.5);
  expect(mark!.found.map(({ family }) => family)).toContain("complaint");
  await db.execute(sql`update message_marks set found = '[]' where message_id = ${placed.messageId}`);
  expect((await markOf(placed))!.found).toEqual([]);
});

test("a message too short to tell its language is read in the customer's, then in the brand's", async () => {
  const placed = await said("cassé :(", { language: null });
  await db.execute(sql`update brands set language = 'fr' where id = ${desk.brandId}`);
  expect((await markOf(placed))!.isComplaint).toBe(true);
  await db.execute(sql`update brands set language = 'en' where id = ${desk.brandId}`);
  await db.transaction((tx) => forgetMark(tx, placed.messageId));
  expect((await markOf(placed))!.found.map(({ reason }) => reason)).not.toContain("broken");
  await db.execute(sql`
    update customers set language = 'fr' where id = (select customer_id from conversations where id = ${placed.conversationId})`);
  await db.transaction((tx) => forgetMark(tx, placed.messageId));
  expect((await markOf(placed))!.isComplaint).toBe(true);
});

test("quoted history counts for nothing, the customer's own subject counts, an answer's subject does not", async () => {
  const text = "Yes please.\n\nThe heater is broken and dangerous.";
  const quoted = await markOf(await said(text, { quoteAt: text.indexOf("The heater") }));
  expect(quoted!.found.filter(({ family }) => family === "complaint")).toEqual([]);
  const subject = await markOf(
    await said("See the picture.", { subject: "The plug melted, smoke everywhere" }),
  );
  expect(subject!.scores.safety).toBeGreaterThan(0.5);
  expect(subject!.found[0]).toMatchObject({ at: -1 });
  const answer = await markOf(await said("See you then.", { subject: "Re: The plug melted, smoke" }));
  expect(answer!.scores.safety).toBeLessThan(0.5);
});

test("a colleague's word goes before the score, and an older edition is made anew", async () => {
  const placed = await said("The lid of it is broken.");
  expect((await markOf(placed))!.isComplaint).toBe(true);
  await db.execute(sql`
    insert into cue_labels (message_id, family, conversation_id, is_said)
    values (${placed.messageId}, 'complaint', ${placed.conversationId}, false)`);
  expect(await markOf(placed)).toMatchObject({ isComplaint: false, labels: { complaint: false } });
  await db.execute(sql`
    insert into cue_phrases (id, language, family, reason, pattern, weight, edition)
    values (${newId()}, 'en', 'urgent', 'a lid', 'lid', 4, 1)`);
  const mark = await markOf(placed);
  expect(mark).toMatchObject({ isComplaint: false, scores: { complaint: 0 } });
  expect(mark!.scores.urgent).toBeGreaterThan(0.5);
  const kept = await db.execute(
    sql`select is_complaint from message_marks where message_id = ${placed.messageId}`,
  );
  expect(kept.rows).toEqual([{ is_complaint: false }]);
});

test("only what customers said has a mark, and a deleted message says nothing", async () => {
  const placed = await said("Broken again!");
  const nobody = await db.transaction((tx) => marksOf(tx, [newId()]));
  expect(nobody.size).toBe(0);
  await db.execute(sql`update messages set deleted_at = now() where id = ${placed.messageId}`);
  expect(await markOf(placed)).toMatchObject({ found: [], isComplaint: false });
});

test("those who mark the same messages side by side, and those who change their conversations, wait in no ring", async () => {
  const placed: Placed[] = [];
  for (let n = 0; n < 12; n++) placed.push(await said(`The kettle leaks and is broken, ${n}`));
  const ids = placed.map(({ messageId }) => messageId);
  const parts = placed.map(({ conversationId }) => conversationId);
  for (let round = 0; round < 8; round++) {
    await db.execute(sql`delete from message_marks`);
    await db.execute(sql`update queue set rank_valid_until = '-infinity'`);
    await Promise.all([
      db.transaction((tx) => marksOf(tx, [...ids].reverse(), parts)),
      db.transaction((tx) => marksOf(tx, ids, parts)),
      countHours(new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)),
      rankExpired(),
      tag(desk.salma, { conversationId: parts[round]!, name: `round ${round}` }),
      tag(desk.salma, { conversationId: parts[11 - round]!, name: `round ${round}` }),
    ]);
  }
  expect((await db.transaction((tx) => marksOf(tx, ids, parts))).size).toBe(ids.length);
});

test("the ranker holding a conversation does not stop a mark of it from being written", async () => {
  const placed = await said("The lid is broken");
  await db.execute(sql`update queue set rank_valid_until = 'infinity'`);
  await db.transaction(async (tx) => {
    // As the ranker claims it.
    await tx.execute(sql`select 1 from conversations where id = ${placed.conversationId} for no key update`);
    expect((await markOf(placed))!.isComplaint).toBe(true);
  });
});
