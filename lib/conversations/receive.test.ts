import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { newId } from "@/lib/id";
import { resolve } from "@/lib/triage/resolve";
import { undo } from "@/lib/triage/undo";
import { countViews, defaultPage, listQueue } from "./list-queue";
import { LeaseLost, type Received, receive } from "./receive";
import { threadToken } from "./thread-token";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

async function ledger(message: IncomingMessage): Promise<Received> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${message.externalId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  return { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] };
}

const queue = () => listQueue(desk.salma, { view: "queue", sort: "left", cursor: null, limit: 50 });

test("a first message opens a conversation and stands in the queue", async () => {
  const [placed] = await receive([await ledger(testMessage("claire@example.org", "Ma cocotte est fendue."))]);
  const page = await queue();
  expect(page.items.map((row) => row.id)).toContain(placed!.conversationId);
  expect(page.items[0]).toMatchObject({
    status: "open",
    excerpt: "Ma cocotte est fendue.",
    customerName: "claire",
  });
  expect((await countViews(desk.salma)).queue).toBe(page.items.length);
});

test("two messages of one new sender in one batch make one customer and one thread by reference", async () => {
  const first = testMessage("marek@example.org", "The mixer came in pieces.");
  const second = testMessage("marek@example.org", "The wedding is on Saturday.", {
    inReplyTo: [first.externalId],
  });
  const placed = await receive([await ledger(first), await ledger(second)]);
  expect(placed[0]!.conversationId).toBe(placed[1]!.conversationId);
  const row = (await queue()).items.find((r) => r.id === placed[0]!.conversationId);
  expect(row).toMatchObject({ unansweredCount: 2, reason: { code: "messages", params: { count: 2 } } });
  const customers = await db.execute(sql`select 1 from identities where value = 'marek@example.org'`);
  expect(customers.rows).toHaveLength(1);
});

test("a stranger who quotes a known message starts anew; one who holds the token is flagged", async () => {
  const message = testMessage("ben@example.org", "Second kettle leaking.");
  const [placed] = await receive([await ledger(message)]);
  const quoting = testMessage("stranger@example.org", "Me too", { inReplyTo: [message.externalId] });
  const holding = testMessage("b.okafor@example.org", "From my other address", {
    token: threadToken(placed!.conversationId),
  });
  const [a, b] = await receive([await ledger(quoting), await ledger(holding)]);
  expect(a!.conversationId).not.toBe(placed!.conversationId);
  expect(b!.conversationId).toBe(placed!.conversationId);
  const flagged = await db.execute<{ flagged: boolean }>(
    sql`select is_flagged as flagged from messages where id = ${b!.messageId}`,
  );
  expect(flagged.rows[0]!.flagged).toBe(true);
});

test("a forged token and a forged sender thread nowhere", async () => {
  const message = testMessage("odile@example.org", "The pot smoked.");
  const [placed] = await receive([await ledger(message)]);
  const token = threadToken(placed!.conversationId);
  const bent = `${token.slice(0, -2)}aa`;
  const forged = testMessage("odile@example.org", "Pay here", { inReplyTo: [message.externalId] });
  forged.author.identities[0]!.evidence = "failed";
  const [a, b] = await receive([
    await ledger(testMessage("x@example.org", "Hi", { token: bent })),
    await ledger(forged),
  ]);
  expect(a!.conversationId).not.toBe(placed!.conversationId);
  expect(b!.conversationId).not.toBe(placed!.conversationId);
});

test("a telephone number that is only claimed leads into nobody's history", async () => {
  const phone = {
    kind: "phone",
    value: "+33612345678",
    display: "06 12 34 56 78",
    evidence: "claimed",
  } as const;
  const odile = testMessage("odile.phone@example.org", "The lid is bent.");
  odile.author.identities.push(phone);
  const stranger = testMessage("stranger.phone@example.org", "What was my last order?");
  stranger.author.identities.push(phone);
  const [a, b] = await receive([await ledger(odile), await ledger(stranger)]);
  const found = await db.execute<{ id: string; customer: string }>(sql`
    select id, customer_id as customer from conversations where id in (${a!.conversationId}, ${b!.conversationId})`);
  expect(new Set(found.rows.map((row) => row.customer)).size).toBe(2);
});

test("an answer to a resolved conversation opens it again, and a resolve can be undone", async () => {
  const message = testMessage("paul@example.org", "Where is my invoice?");
  const [placed] = await receive([await ledger(message)]);
  const conversationId = placed!.conversationId;
  const resolved = await resolve(desk.salma, { conversationId });
  expect((await queue()).items.map((r) => r.id)).not.toContain(conversationId);
  await undo(desk.salma, { eventId: resolved.eventId });
  expect((await queue()).items.find((r) => r.id === conversationId)?.waitingSince).not.toBeNull();
  await resolve(desk.salma, { conversationId });
  await receive([
    await ledger(testMessage("paul@example.org", "Still nothing", { inReplyTo: [message.externalId] })),
  ]);
  expect((await queue()).items.find((r) => r.id === conversationId)).toMatchObject({
    status: "open",
    unansweredCount: 1,
  });
});

test("nothing is stored when somebody else has claimed the ledger row", async () => {
  const item = await ledger(testMessage("late@example.org", "Twice?"));
  await expect(receive([{ ...item, claimedBy: "another" }])).rejects.toThrow(LeaseLost);
  const rows = await db.execute(sql`select 1 from identities where value = 'late@example.org'`);
  expect(rows.rows).toHaveLength(0);
});

test("twenty first messages of one person at the same moment make one customer", async () => {
  const items = await Promise.all(
    Array.from({ length: 20 }, (_, i) => ledger(testMessage("giulia@example.org", `Message ${i}`))),
  );
  await Promise.all(items.map((item) => receive([item])));
  const rows = await db.execute(
    sql`select distinct customer_id from identities where value = 'giulia@example.org'`,
  );
  expect(rows.rows).toHaveLength(1);
  const all = await db.execute(
    sql`select 1 from conversations where customer_id = ${rows.rows[0]!.customer_id}`,
  );
  expect(all.rows).toHaveLength(20);
});

test("the default queue walks its index and never sorts the table", async () => {
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at)
    select gen_random_uuid(), ${desk.brandId}, (select id from customers limit 1), now(), now() from generate_series(1, 20000)`);
  await db.execute(sql`
    insert into queue (conversation_id, status, brand_id, customer_id, is_public, is_restricted, pin, rank, since_at, version)
    select id, 'open', brand_id, customer_id, false, false, 0, random() * 900, now(), 1 from conversations
    on conflict do nothing`);
  await db.execute(sql`analyze queue`);
  const plan = await db.execute<{ "QUERY PLAN": string }>(sql`explain ${defaultPage(desk.salma, 50)}`);
  const text = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toContain("queue_open_by_rank");
  expect(text).not.toContain("Sort");
});
