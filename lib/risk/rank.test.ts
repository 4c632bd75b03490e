import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import type { IncomingMessage } from "@/lib/channels/channel";
import { listQueue } from "@/lib/conversations/list-queue";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { resolve } from "@/lib/triage/resolve";
import { takeNext } from "@/lib/triage/take-next";
import { calm, listCalmed, uncalm } from "./calm";
import { type Patience, type Signal, shippedModel, signals } from "./model";
import { rankOf, sortByTimeLeft } from "./order";
import { rankExpired } from "./rank";
import { timeLeft } from "./time-left";
import { whyOf } from "./why";

testDatabase();
let desk: TestDesk;
let ines: Actor;
const hour = 3_600_000;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await db.execute(sql`insert into installation (id) values (1) on conflict do nothing`);
});
beforeEach(async () => {
  await db.execute(sql`delete from conversations`);
  await db.execute(sql`delete from picks`);
});

const calmQuestion = "Hello, do you ship to Luxembourg?";
const angry =
  "My kettle leaks and is broken. I have had no answer to my mail. If nothing happens today I will tell everybody on social media.";

test("an angry mail stands before older questions at once, and says why; a second one raises it", async () => {
  for (let n = 0; n < 12; n++) await write(`asks${n}@post.example`, calmQuestion);
  const claire = await write("claire@post.example", angry);
  await ranked();
  const [top] = await rows();
  expect(top).toMatchObject({ id: claire, lane: 2, reason: { code: expect.any(String) } });
  expect(top!.rank).toBeLessThan(20);
  const before = top!.rank;
  await write("claire@post.example", "Still nothing? I want my money back.", claire);
  await ranked();
  const after = (await rows())[0]!;
  expect(after.id).toBe(claire);
  expect(after.rank).toBeLessThanOrEqual(before);
  expect(after.version).toBeGreaterThan(top!.version);
});

test("what is quoted never counts", async () => {
  const text = `${calmQuestion}\n\nOn Monday Ben wrote:\n> ${angry}`;
  const id = await write("nora@post.example", text, null, { quoteAt: text.indexOf("On Monday") });
  await ranked();
  expect((await rows()).find((row) => row.id === id)).toMatchObject({ band: "week", reason: null });
});

test("danger to people stands first however calmly it was written, and people are called once", async () => {
  await write("claire@post.example", angry);
  const odile = await write(
    "odile@post.example",
    "Hello, the pot smoked and I burnt my hand. I only wanted to tell you.",
  );
  await ranked();
  const [first] = await rows();
  expect(first).toMatchObject({ id: odile, lane: 0, band: "now", reason: { code: "safety" } });
  await db.execute(sql`update queue set rank_valid_until = '-infinity'`);
  await ranked();
  const told = await db.execute<{ agent_id: string }>(
    sql`select agent_id from notifications where kind = 'safety' and conversation_id = ${odile}`,
  );
  expect(told.rows.map((row) => row.agent_id)).toEqual([ines.id]);
});

test("who writes of danger again and again stands on top each time and calls people once an hour", async () => {
  const words = "Hello, the pot smoked and I burnt my hand.";
  for (let n = 0; n < 4; n++) await write("flood@post.example", words);
  await ranked();
  for (let n = 0; n < 12; n++) await write(`flood${n}@post.example`, words);
  await ranked();
  expect((await rows()).filter(({ lane }) => lane === 0)).toHaveLength(16);
  const told = await db.execute<{ n: number }>(
    sql`select count(distinct conversation_id)::int as n from notifications where kind = 'safety'`,
  );
  expect(told.rows).toEqual([{ n: 10 }]);
});

test("“not a risk” sinks it until they write again, is listed for managers, and is taken back", async () => {
  const claire = await write("claire@post.example", angry);
  const quiet = await write("paul@post.example", "My parcel is broken and damaged.");
  await ranked();
  expect((await rows()).map(({ id }) => id)).toEqual([claire, quiet]);
  await calm(desk.salma, { conversationId: claire, because: "She is my neighbour" });
  await ranked();
  expect((await rows()).map(({ id }) => id)).toEqual([quiet, claire]);
  expect((await listCalmed(ines, { limit: 5 }))[0]).toMatchObject({
    by: "Salma Idrissi",
    because: "She is my neighbour",
    isOver: false,
  });
  expect(await whyOf(desk.tom, { conversationId: claire })).toMatchObject({
    calmed: { by: "Salma Idrissi", because: "She is my neighbour" },
    chance: null,
  });
  await uncalm(desk.salma, { conversationId: claire });
  await ranked();
  expect((await rows())[0]?.id).toBe(claire);
  await calm(desk.salma, { conversationId: claire, because: "She is my neighbour" });
  await write("claire@post.example", "And now?", claire);
  await ranked();
  expect((await rows())[0]).toMatchObject({ id: claire, risk: { isCalmed: false } });
  expect((await whyOf(ines, { conversationId: claire })).chance).toMatchObject({ isCalibrated: false });
});

test("a row is announced when people see something else, and not when the same is found again", async () => {
  const id = await write("claire@post.example", angry);
  await ranked();
  const once = await rankings(id);
  await db.execute(sql`update queue set rank_valid_until = '-infinity'`);
  await ranked();
  expect(await rankings(id)).toBe(once);
  expect(once).toBe(1);
  const versions = await db.execute<{ same: boolean }>(
    sql`select c.version = q.version as same from queue q join conversations c on c.id = q.conversation_id`,
  );
  expect(versions.rows.every(({ same }) => same)).toBe(true);
});

test("the history of a waiting has a stretch for all that was known, and ends where the waiting ends", async () => {
  const id = await write("paul@post.example", calmQuestion);
  await ranked();
  await write("paul@post.example", "My parcel is broken and damaged.", id);
  await ranked();
  await resolve(desk.salma, { conversationId: id });
  const spans = await db.execute<{ ending: string; known: number }>(
    sql`select ending, known from risk_spans where conversation_id = ${id} order by from_at, to_at`,
  );
  expect(spans.rows.map(({ ending }) => ending)).toEqual(["changed", "no_reply_needed"]);
  expect(spans.rows[1]!.known & 1).toBe(1);
});

test("a promise shows its date, and once it is broken it presses", async () => {
  const id = await write("giulia@post.example", calmQuestion);
  await db.execute(sql`update conversations set waiting_since = null where id = ${id}`);
  await ranked();
  expect((await rows())[0]).toMatchObject({ band: "calm", risk: { by: "patience", hours: null } });
  const due = new Date(Date.now() + 5 * hour);
  await db.execute(sql`
    insert into commitments (id, brand_id, customer_id, conversation_id, text, due_at, show_at)
    select ${newId()}, brand_id, customer_id, id, 'the refund', ${due.toISOString()}::timestamptz, now() - interval '1 second'
    from conversations where id = ${id}`);
  await again();
  // Its time to show has come, but it stands in a reply that has not left: nobody has heard it.
  expect((await rows())[0]).toMatchObject({ band: "calm", risk: { promiseAt: null } });
  await db.execute(sql`update commitments set shown_at = now()`);
  await again();
  const shown = (await rows())[0]!;
  expect(shown).toMatchObject({ band: "today", risk: { by: "promise", promiseAt: due.toISOString() } });
  expect(shown.rank).toBeCloseTo(5, 1);
  await db.execute(
    sql`update commitments set state = 'broken', due_at = now() - interval '2 hours', broken_at = now()`,
  );
  await again();
  expect((await rows())[0]).toMatchObject({ reason: { code: "promise_broken" }, risk: { by: "patience" } });
  // The day is the house's, which it ends: at six in the morning of Saturday in Tokyo.
  await db.execute(sql`update organisation set zone = 'Europe/Paris'`);
  await db.execute(sql`
    update commitments set is_day = true, due_at = (date_trunc('day', now() at time zone 'Europe/Paris') - interval '1 second') at time zone 'Europe/Paris'`);
  await again();
  const yesterday = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(
    Date.now() - 24 * hour,
  );
  expect((await rows())[0]).toMatchObject({ reason: { params: { at: yesterday } } });
});

test("a promise made in a conversation goes on with the one that it was merged into", async () => {
  const into = await write("nora@post.example", calmQuestion);
  const from = await write("nora@post.example", "My parcel is broken and damaged.");
  const due = new Date(Date.now() + 5 * hour);
  await db.execute(sql`
    insert into commitments (id, brand_id, customer_id, conversation_id, text, due_at, show_at, shown_at)
    select ${newId()}, brand_id, customer_id, id, 'the refund', ${due.toISOString()}::timestamptz, now(), now()
    from conversations where id = ${from}`);
  await db.execute(
    sql`update conversations set status = 'resolved', resolved_at = now(), merged_into_id = ${into}, version = version + 1 where id = ${from}`,
  );
  await db.execute(sql`delete from queue where conversation_id = ${from}`);
  await again();
  expect((await rows())[0]).toMatchObject({ id: into, risk: { promiseAt: due.toISOString() } });
});

test("every fifth that a team takes is the oldest, but danger never waits for a turn", async () => {
  const oldest = await write("paul@post.example", calmQuestion);
  await db.execute(sql`
    update conversations set waiting_since = now() - interval '60 hours', version = version + 1 where id = ${oldest}`);
  await db.execute(sql`update queue set since_at = now() - interval '60 hours', version = version + 1`);
  for (let n = 0; n < 6; n++) await write(`claire${n}@post.example`, angry);
  await ranked();
  const taken: string[] = [];
  for (let n = 0; n < 5; n++) taken.push((await takeNext(desk.salma, { exceptId: null }))!.why);
  expect(taken).toEqual(["order", "order", "order", "order", "oldest"]);
  const mark = await db.execute<{ is_oldest: boolean }>(
    sql`select is_oldest from risk_spans where conversation_id = ${oldest} and to_at is null`,
  );
  expect(mark.rows).toEqual([{ is_oldest: true }]);
  await db.execute(sql`update picks set count = 4`);
  const odile = await write("odile@post.example", "The pot smoked and I burnt my hand.");
  await ranked();
  expect(await takeNext(desk.tom, { exceptId: null })).toMatchObject({ conversationId: odile, why: "order" });
  expect((await db.execute(sql`select count from picks`)).rows).toEqual([{ count: 4 }]);
});

test("at any moment the stored order is that of everybody's time left, but for a twentieth", async () => {
  const now = Date.now();
  const people = Array.from({ length: 300 }, (_, n) => ({
    id: newId(),
    customerId: newId(),
    waitedHours: ((n * 7919) % 2_000) / 10,
    targetHours: n % 3 === 0 ? ((n * 31) % 90) - 30 : null,
    text: [calmQuestion, angry, "My parcel is broken and damaged.", "Where is my invoice?"][n % 4]!,
  }));
  const given = JSON.stringify(people);
  await db.execute(sql`
    insert into customers (id, brand_id, name) select "customerId", ${desk.brandId}, 'Paul Rey'
    from jsonb_to_recordset(${given}::jsonb) as x("customerId" uuid)`);
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, cycle_started_at, last_message_at, last_customer_message_at, waiting_since, due_at, due_kind)
    select x.id, ${desk.brandId}, x."customerId", ${desk.channelId}, t.at, t.at, t.at, t.at,
      ${new Date(now).toISOString()}::timestamptz + x."targetHours" * interval '1 hour', case when x."targetHours" is not null then 'first_response' end
    from jsonb_to_recordset(${given}::jsonb) as x(id uuid, "customerId" uuid, "waitedHours" float8, "targetHours" float8),
      lateral (select ${new Date(now).toISOString()}::timestamptz - x."waitedHours" * interval '1 hour' as at) t`);
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, text, sent_at)
    select c.id, gen_random_uuid(), 'customer', c.channel_id, x.text, c.waiting_since
    from jsonb_to_recordset(${given}::jsonb) as x(id uuid, text text) join conversations c on c.id = x.id`);
  await db.execute(sql`
    insert into queue (conversation_id, status, brand_id, customer_id, channel_id, is_public, is_restricted, pin, due_at, since_at, version)
    select id, 'open', brand_id, customer_id, channel_id, false, false, 0, coalesce(due_at, '9999-12-31Z'), waiting_since, 1 from conversations`);
  for (const later of [0, 0.4, 3, 3.1, 20, 100]) {
    const at = now + later * hour;
    while (await rankExpired(at));
    const stored = await db.execute<{
      id: string;
      rank: number;
      patience: Patience;
      known: number;
      since: string | null;
      dueAt: string | null;
    }>(sql`
      select q.conversation_id as id, q.rank, z.patience, z.known, z.waiting_since as since, c.due_at as "dueAt" from queue q
      join conversations c on c.id = q.conversation_id join risks z on z.conversation_id = q.conversation_id
      where q.status = 'open' order by q.lane, q.rank, q.since_at, q.conversation_id`);
    const exact = stored.rows.map((row) => ({
      id: row.id,
      isSafety: false,
      pin: 0 as const,
      targetAt: row.dueAt === null ? null : Date.parse(row.dueAt),
      promiseAt: null,
      phase: { patience: row.patience, waitingSince: Date.parse(row.since!), known: known(row.known) },
    }));
    const hours = new Map(
      exact.map((each) => [each.id, rankOf(timeLeft(shippedModel, each.phase, at), each, at).hours]),
    );
    expect(stored.rows).toHaveLength(300);
    for (const { id, rank } of stored.rows)
      expect(Math.abs(rank - hours.get(id)!) / hours.get(id)!).toBeLessThan(0.06);
    const sorted = sortByTimeLeft(shippedModel, exact, at).map(({ id }) => hours.get(id)!);
    stored.rows.forEach(({ id }, place) => {
      expect(Math.abs(hours.get(id)! - sorted[place]!) / sorted[place]!).toBeLessThan(0.06);
    });
  }
});

function known(bits: number): { [S in Signal]: boolean } {
  const is = (signal: Signal) => (bits & (1 << signals.indexOf(signal))) !== 0;
  return {
    complaint: is("complaint"),
    threat: is("threat"),
    anger: is("anger"),
    urgent: is("urgent"),
    unanswered: is("unanswered"),
    unansweredAgain: is("unansweredAgain"),
    recoveryFailed: is("recoveryFailed"),
    lapsed: is("lapsed"),
    publicProfile: is("publicProfile"),
  };
}

async function ranked(): Promise<void> {
  while (await rankExpired());
}

async function again(): Promise<void> {
  await db.execute(sql`update queue set rank_valid_until = '-infinity'`);
  await ranked();
}

async function rows() {
  return (await listQueue(desk.salma, { view: "queue", sort: "left", cursor: null, limit: 100 })).items;
}

async function rankings(id: string): Promise<number> {
  const found = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from events where conversation_id = ${id} and type = 'conversation.ranked'`,
  );
  return found.rows[0]!.count;
}

/** A mail that has just come; with `into` an answer in that conversation. */
async function write(
  from: string,
  text: string,
  into: string | null = null,
  more: Partial<IncomingMessage> = {},
): Promise<string> {
  const first = into
    ? await db.execute<{ id: string }>(
        sql`select external_id as id from messages where conversation_id = ${into} and kind = 'customer' limit 1`,
      )
    : null;
  const message = testMessage(from, text, {
    ...more,
    ...(first ? { inReplyTo: first.rows.map(({ id }) => id) } : {}),
  });
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${message.externalId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const row = {
    inboundId,
    claimedBy: "me",
    receivedAt: new Date(),
    channel: desk.channel,
    message,
    files: [],
  };
  return (await receive([row]))[0]!.conversationId;
}
