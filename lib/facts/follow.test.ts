import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { recordCall } from "@/lib/conversations/record-call";
import { arrive } from "@/lib/customers/test-arrive";
import { resolve } from "@/lib/triage/resolve";
import { tag } from "@/lib/triage/tag";
import { followFacts, prepareFacts } from "./follow";
import { settled } from "./test-live";

testDatabase();

test("what happens is measured by itself: facts, counts and cells stand after a moment", async () => {
  const desk = await testDesk();
  await prepareFacts();
  const { conversationId } = await arrive(desk, "odile@example.org", "The pot smoked.");
  await settled();
  const open = await db.execute(
    sql`select kind, to_at from facts where conversation_id = ${conversationId} order by kind`,
  );
  expect(open.rows).toMatchObject([
    { kind: "resolution", to_at: null },
    { kind: "response", to_at: null },
    { kind: "wait", to_at: null },
  ]);
  await recordCall(desk.salma, { conversationId, outcome: "reached", text: "She is well." });
  await resolve(desk.salma, { conversationId });
  await settled();
  const done = await db.execute(
    sql`select kind, ending from facts where conversation_id = ${conversationId} and to_at is not null order by kind`,
  );
  expect(done.rows).toEqual([
    { kind: "resolution", ending: null },
    { kind: "response", ending: "called" },
    { kind: "wait", ending: "called" },
  ]);
  const counted = await db.execute(sql`
    select sum(received)::int as received, sum(opened)::int as opened, sum(answered)::int as answered, sum(resolved)::int as resolved, sum(closed)::int as closed
    from counts`);
  expect(counted.rows).toEqual([{ received: 1, opened: 1, answered: 1, resolved: 1, closed: 0 }]);
  const cells = await db.execute(
    sql`select by, n, length(seconds) > 0 as "isKept" from cells where measure = 'first_response' and clock = 'wall' order by by`,
  );
  expect(cells.rows).toEqual(["agent", "all", "brand", "channel"].map((by) => ({ by, n: 1, isKept: true })));
});

test("a tag makes the cells of its conversation's days again", async () => {
  const desk = await testDesk();
  const { conversationId } = await arrive(desk, "paul@example.org", "Where is my invoice?");
  await recordCall(desk.tom, { conversationId, outcome: "reached", text: "Sent." });
  await settled();
  await tag(desk.tom, { conversationId, name: "invoice" });
  await settled();
  const cells = await db.execute(sql`
    select n from cells c join tags t on t.id = c.of_id where c.by = 'tag' and t.name = 'invoice' and measure = 'next_response' and clock = 'wall'`);
  expect(cells.rows).toEqual([{ n: 1 }]);
});

test("who waits past their target is late without anything happening", async () => {
  const desk = await testDesk();
  const { conversationId } = await arrive(desk, "marek@example.org", "The wedding is on Saturday.");
  await settled();
  await db.execute(
    sql`update facts set due_at = now() - interval '1 second' where conversation_id = ${conversationId}`,
  );
  await followFacts();
  // It is derived from the events alone, in which nothing was due.
  const found = await db.execute(
    sql`select due_at from facts where conversation_id = ${conversationId} and due_at is not null`,
  );
  expect(found.rows).toEqual([]);
});

test("a mail that says it is three years old came in today: as a message, as a conversation, and as what is opened behind", async () => {
  const desk = await testDesk();
  const old = { sentAt: new Date(Date.now() - 3 * 365 * 86_400_000) };
  const { conversationId, externalId } = await arrive(
    desk,
    "giulia@example.org",
    "My order of the spring.",
    old,
  );
  await arrive(desk, "giulia@example.org", "And the invoice for it.", {
    sentAt: new Date(old.sentAt.getTime() + 60_000),
    inReplyTo: [externalId],
  });
  await settled();
  const days = await db.execute(sql`
    select min(age)::int as newest, max(age)::int as oldest, sum(received)::int as received, sum(opened)::int as opened from (
      select (now() at time zone 'Europe/Paris')::date - c.day as age, c.* from counts c join dims d on d.id = c.dim_id
      where d.channel_id = ${desk.channelId} and c.received + c.opened > 0) c`);
  expect(days.rows).toEqual([{ newest: 0, oldest: 0, received: 2, opened: 1 }]);
  const waits = await db.execute(sql`
    select extract(day from now() - from_at)::int as days from facts where conversation_id = ${conversationId} and kind = 'wait'`);
  expect(waits.rows).toEqual([{ days: 14 }]);
});

test("many workers at once count nothing twice", async () => {
  const desk = await testDesk();
  const before = await received();
  for (let n = 0; n < 5; n++) {
    await Promise.all([
      arrive(desk, `claire${n}@example.org`, "I tell everything at noon."),
      followFacts(),
      followFacts(),
      followFacts(),
    ]);
  }
  await settled();
  expect((await received()) - before).toBe(5);
});

async function received(): Promise<number> {
  const found = await db.execute<{ n: number }>(sql`select coalesce(sum(received), 0)::int as n from counts`);
  return found.rows[0]?.n ?? 0;
}
