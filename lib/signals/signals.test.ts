import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import type { SignalKind, SignalRuleKind } from "@/db/enums";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { receive } from "@/lib/conversations/receive";
import { getCustomer } from "@/lib/customers/get-customer";
import { newId } from "@/lib/id";
import { replyWays } from "@/lib/replies/ways";
import { dryRunSignalRule } from "./dry-run";
import { evaluateBrand, evaluateSignals } from "./evaluate";
import { refreshFacts } from "./facts";
import { signalsOfCustomer } from "./list-signals";
import { endOutreach, readOutreach } from "./outreach";
import { recordSignals } from "./record";
import { saveOutreachCap, saveSignalRule } from "./save-rule";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeEach(async () => {
  await db.execute(sql`delete from pauses`);
  desk = await testDesk("email");
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await saveOutreachCap(ines, { perDay: 500 });
  // What is usual in the house, as it would be counted from thousands of orders.
  await db.execute(
    sql`insert into signal_houses (brand_id, gap_days, gap_at) values (${desk.brandId}::uuid, 24, now())`,
  );
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

function told(kind: SignalKind, days: number, email: string, more: object = {}) {
  return { kind, at: daysAgo(days), customer: { email }, ...more };
}

const record = (...items: unknown[]) => recordSignals(desk.salma, { brandId: desk.brandId, items });

async function turnOn(kind: SignalRuleKind, settings: { [name: string]: number } = {}, coolDownDays = 90) {
  await saveSignalRule(ines, { brandId: desk.brandId, kind, isOn: true, settings, coolDownDays });
}

async function opened() {
  const found = await db.execute<{
    id: string;
    kind: string;
    way: string;
    lane: number;
    waiting: string | null;
    rule: string;
    channelId: string | null;
  }>(sql`
    select c.id, c.kind, o.way, q.lane, c.waiting_since as waiting, o.rule_kind as rule, c.channel_id as "channelId"
    from conversations c join outreaches o on o.conversation_id = c.id left join queue q on q.conversation_id = c.id
    where c.brand_id = ${desk.brandId}::uuid order by o.score desc`);
  return found.rows;
}

/** Henrik: filters every 19 days, and now it is 64. */
async function henrik(email = "h.sorensen@post.example") {
  return record(
    ...[64, 83, 102, 121, 140, 159, 178].map((days) =>
      told("order_placed", days, email, { amountMinor: 2990, currency: "EUR" }),
    ),
  );
}

test("told twice, also at the same moment, it is one", async () => {
  const batch = Array.from({ length: 60 }, (_, n) =>
    told("order_placed", n + 1, `ben${n % 7}@post.example`, { id: `o-${n}` }),
  );
  const both = await Promise.all([record(...batch), record(...batch)]);
  expect(both.map(({ stored }) => stored).sort((a, b) => a - b)).toEqual([0, 60]);
  expect(both[0]!.newCustomers + both[1]!.newCustomers).toBe(7);
  expect(await record(...batch)).toMatchObject({ stored: 0, known: 60, newCustomers: 0 });
});

test("whatever is told how often and in what order, each sign is there once and each address is one customer", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 1,
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 10 }),
      async (pairs, size) => {
        const mark = newId().slice(-8);
        const items = pairs.map(([id, who]) =>
          told("order_placed", id + 1, `p${who}.${mark}@post.example`, { id: `${mark}-${id}` }),
        );
        for (let at = 0; at < items.length; at += size) await record(...items.slice(at, at + size));
        const found = await db.execute<{ signals: number; customers: number }>(sql`
          select (select count(*)::int from signals where brand_id = ${desk.brandId}::uuid and external_id like ${`${mark}-%`}) as signals,
            (select count(distinct customer_id)::int from identities where brand_id = ${desk.brandId}::uuid and value like ${`%.${mark}@post.example`}) as customers`);
        expect(found.rows[0]).toEqual({
          signals: new Set(pairs.map(([id]) => id)).size,
          customers: new Set(pairs.map(([, who]) => who)).size,
        });
      },
    ),
    { numRuns: 15 },
  );
});

test("one faulty item leaves the others alone and says what is wrong", async () => {
  const done = await record(
    told("order_placed", 1, "ben@post.example"),
    { kind: "order_eaten", at: daysAgo(1), customer: { email: "ben@post.example" } },
    { kind: "visited", at: daysAgo(1), customer: {} },
    told("visited", -30, "ben@post.example"),
    { kind: "visited", at: daysAgo(1), customer: { email: "not an address" } },
    told("visited", 1, "nul\u0000@post.example", { details: { page: "a\u0000b" } }),
  );
  expect(done.items.map(({ outcome, fault }) => fault ?? outcome)).toEqual([
    "stored",
    "field",
    "nobody",
    "future",
    "nobody",
    "stored",
  ]);
});

test("a refund that names only its order belongs to who ordered", async () => {
  await record(
    told("order_placed", 20, "marek.nowak@post.example", {
      id: "5512",
      customer: { email: "marek.nowak@post.example", name: "Marek Nowak" },
    }),
  );
  const back = await record({ kind: "order_returned", at: daysAgo(1), customer: { orderNumber: "5512" } });
  expect(back).toMatchObject({ stored: 1, newCustomers: 0 });
  expect(
    await record({ kind: "order_returned", at: daysAgo(1), customer: { orderNumber: "9" } }),
  ).toMatchObject({ faults: [{ code: "nobody" }] });
});

test("an office's address is never tied to somebody's customer number", async () => {
  await record({
    kind: "order_placed",
    at: daysAgo(9),
    customer: { email: "compta@mairie.example", customerNumber: "K-1" },
  });
  await record({
    kind: "order_placed",
    at: daysAgo(8),
    customer: { email: "compta@mairie.example", customerNumber: "K-2" },
  });
  const found = await db.execute(
    sql`select kind from identities where brand_id = ${desk.brandId}::uuid order by value`,
  );
  expect(found.rows).toEqual([{ kind: "customer_number" }, { kind: "customer_number" }]);
});

test("an order stops: one row under the people who wrote, without a clock, with its reason", async () => {
  await turnOn("rhythm_broken");
  await henrik();
  expect(await opened()).toEqual([]);
  await evaluateBrand({ brandId: desk.brandId, customerIds: null, now: new Date() });
  await evaluateBrand({ brandId: desk.brandId, customerIds: null, now: new Date() });
  const rows = await opened();
  expect(rows).toMatchObject([
    {
      kind: "proactive",
      way: "mail",
      lane: 4,
      waiting: null,
      rule: "rhythm_broken",
      channelId: desk.channelId,
    },
  ]);
  const view = await readOutreach(desk.salma, { conversationId: rows[0]!.id });
  expect(view?.reasons).toEqual([{ code: "rhythm_broken", params: { usual: 19, since: 64 } }]);
});

test("who unsubscribed is never mailed a proposal; when they write, a person may answer", async () => {
  await turnOn("rhythm_broken");
  await record({
    kind: "product_registered",
    at: daysAgo(300),
    customer: { email: "h.sorensen@post.example", phone: "+44 20 7946 0318" },
  });
  await henrik();
  await record(told("unsubscribed", 9, "h.sorensen@post.example"));
  await evaluateBrand({ brandId: desk.brandId, customerIds: null, now: new Date() });
  const [row] = await opened();
  expect(row).toMatchObject({ way: "call", channelId: null });
  expect(await replyWays(row!.id)).toEqual([]);
  // Consent that is taken back after a mail was proposed counts as well.
  await db.execute(sql`update outreaches set way = 'mail' where conversation_id = ${row!.id}::uuid`);
  await db.execute(
    sql`update conversations set channel_id = ${desk.channelId}::uuid where id = ${row!.id}::uuid`,
  );
  expect(await replyWays(row!.id)).toEqual([]);
});

test("who has an open conversation gets a line there, not a second row", async () => {
  await turnOn("returns", { times: 1, days: 30 });
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
      message: testMessage("paul.rey@courriel.example", "Where is my invoice?"),
      files: [],
    },
  ]);
  await record(told("order_returned", 0.1, "paul.rey@courriel.example"));
  const rows = await opened();
  expect(rows).toMatchObject([{ id: placed!.conversationId, kind: "contact", way: "none", lane: 2 }]);
  const lines = await db.execute(
    sql`select after ->> 'reason' as reason from events where conversation_id = ${placed!.conversationId}::uuid and type = 'signal.recorded'`,
  );
  expect(lines.rows).toEqual([{ reason: "returns" }]);
});

test("a pause, an objection, a wish not to be contacted: nothing is opened", async () => {
  await turnOn("counter_complaint");
  await db.execute(sql`insert into pauses (id, until) values (${newId()}::uuid, now() + interval '1 hour')`);
  await record(told("counter_complaint", 0.1, "a@post.example"));
  expect(await opened()).toEqual([]);
  await db.execute(sql`update pauses set ended_at = now()`);
  await record(told("visited", 3, "b@post.example"), told("visited", 3, "c@post.example"));
  await db.execute(sql`
    update customers set no_profile_at = now() where id in (select customer_id from identities where value = 'b@post.example' and brand_id = ${desk.brandId}::uuid)`);
  await db.execute(sql`
    update customers set do_not_contact_at = now() where id in (select customer_id from identities where value = 'c@post.example' and brand_id = ${desk.brandId}::uuid)`);
  const done = await record(
    told("counter_complaint", 0.1, "b@post.example"),
    told("counter_complaint", 0.1, "c@post.example"),
  );
  expect(done.items.map(({ outcome }) => outcome)).toEqual(["objected", "stored"]);
  expect(await opened()).toEqual([]);
});

test("the day's number is kept, the best first, also when two look at once", async () => {
  const before = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from outreaches where way <> 'none'`,
  );
  await saveOutreachCap(ines, { perDay: before.rows[0]!.n + 3 });
  await turnOn("rhythm_broken");
  for (const n of [1, 2, 3, 4, 5, 6]) {
    await record(
      ...[80, 100, 120].map((days) =>
        told("order_placed", days, `c${n}@post.example`, { amountMinor: n * 10_000, currency: "EUR" }),
      ),
    );
  }
  await Promise.all(
    [1, 2].map(() => evaluateBrand({ brandId: desk.brandId, customerIds: null, now: new Date() })),
  );
  const names = await db.execute<{ value: string }>(sql`
    select i.value from outreaches o join identities i on i.customer_id = o.customer_id where o.brand_id = ${desk.brandId}::uuid order by o.score desc`);
  expect(names.rows.map(({ value }) => value[1]).sort()).toEqual(["4", "5", "6"]);
});

test("not now: nobody asks again before the day, and writing makes it a conversation like any other", async () => {
  await turnOn("counter_complaint", {}, 1);
  await record(told("counter_complaint", 0.2, "nora@noracooks.example"));
  const [row] = await opened();
  await endOutreach(desk.salma, {
    conversationId: row!.id,
    outcome: "not_now",
    because: "On holiday",
    quietDays: 90,
  });
  await db.execute(
    sql`update outreaches set opened_at = opened_at - interval '30 days' where conversation_id = ${row!.id}::uuid`,
  );
  await record(told("counter_complaint", 0.1, "nora@noracooks.example"));
  expect(await opened()).toHaveLength(1);
  expect(await readOutreach(desk.salma, { conversationId: row!.id })).toMatchObject({
    outcome: "not_now",
    because: "On holiday",
    endedBy: "Salma Idrissi",
  });
  await expect(
    endOutreach(desk.salma, { conversationId: row!.id, outcome: "called", because: "", quietDays: null }),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("a dry run tells how many the last month would have brought, and changes nothing", async () => {
  for (const n of [1, 2, 3]) {
    await record(...[60, 80, 100].map((days) => told("order_placed", days - n, `d${n}@post.example`)));
  }
  const dry = await dryRunSignalRule(ines, {
    brandId: desk.brandId,
    kind: "rhythm_broken",
    settings: {},
    coolDownDays: 90,
  });
  // Usual are (40 + 2 × 24) / 4 = 22 days: 66 without an order have not passed yet.
  expect(dry.count).toBe(0);
  for (const n of [1, 2, 3])
    await record(...[86, 106, 126].map((days) => told("order_placed", days - n, `e${n}@post.example`)));
  expect(
    await dryRunSignalRule(ines, {
      brandId: desk.brandId,
      kind: "rhythm_broken",
      settings: {},
      coolDownDays: 90,
    }),
  ).toMatchObject({ count: 3, rows: [{ way: "mail" }, {}, {}] });
  expect(await opened()).toEqual([]);
});

test("an address that the API told is said to come from it, and not from a file", async () => {
  const { items } = await henrik();
  const { identities } = await getCustomer(desk.salma, { customerId: items[0]!.customerId!, exceptId: null });
  expect(identities).toMatchObject([{ value: "h.sorensen@post.example", evidence: "api" }]);
});

test("orders become facts and a segment, and a rhythm in words' numbers", async () => {
  await henrik();
  for (const n of [1, 2, 3, 4, 5])
    await record(told("order_placed", n, `f${n}@post.example`, { amountMinor: 100, currency: "EUR" }));
  await refreshFacts({ brandId: desk.brandId, customerIds: null });
  const found = await db.execute<{ id: string; facts: object }>(sql`
    select k.id, k.facts from customers k join identities i on i.customer_id = k.id where i.value = 'h.sorensen@post.example' and i.brand_id = ${desk.brandId}::uuid`);
  expect(found.rows[0]!.facts).toMatchObject({
    orders: 7,
    spent: 209.3,
    currency: "EUR",
    segment: expect.stringMatching(/lost|slipping/),
  });
  expect(await signalsOfCustomer(desk.salma, { customerId: found.rows[0]!.id })).toMatchObject({
    count: 7,
    rhythm: { usualDays: 20, ownDays: 19, daysSince: 64, hasStopped: true },
  });
});

test("the morning's run happens once a day", async () => {
  await turnOn("rhythm_broken");
  await record(...[75, 85, 95, 105].map((days) => told("order_placed", days, "g@post.example")));
  const next = await evaluateSignals();
  expect(next!.getTime()).toBeGreaterThan(Date.now());
  expect(await opened()).toHaveLength(1);
  await db.execute(sql`delete from outreaches where brand_id = ${desk.brandId}::uuid`);
  await evaluateSignals();
  expect(await opened()).toHaveLength(0);
});

test("who may not see the brand may not tell its signs", async () => {
  const stranger = await testAgent("Jules Lemaire", "agent", [], []);
  await expect(recordSignals(stranger, { brandId: desk.brandId, items: [] })).rejects.toMatchObject({
    code: "not_found",
  });
  const junior = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  await expect(recordSignals(junior, { brandId: desk.brandId, items: [] })).rejects.toMatchObject({
    code: "forbidden",
  });
});
