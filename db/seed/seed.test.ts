import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { seedDemo } from "./demo";
import { removeSample } from "./remove";
import { replayDemo } from "./replay";

testDatabase();

const operator = { kind: "system", name: "operator" } as const;
const mondayMorning = new Date("2026-11-23T08:06:00Z");

/** Any hour at which somebody may start the demo: a Monday, a Sunday night, a holiday, the days the clocks change. */
const moments = [
  mondayMorning,
  new Date("2026-11-22T23:30:00Z"),
  new Date("2026-11-20T17:30:00Z"),
  new Date("2026-12-25T12:00:00Z"),
  new Date("2027-03-28T00:59:00Z"),
  new Date("2026-10-25T01:30:00Z"),
  new Date("2027-01-01T10:00:00Z"),
];

beforeAll(async () => {
  await seedDemo(mondayMorning);
});

test("the demo fills an empty installation with under two seconds of work, and only once", async () => {
  await removeSample(operator);
  const start = process.cpuUsage();
  expect(await seedDemo(mondayMorning)).toEqual({ seeded: true });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  expect(await seedDemo(mondayMorning)).toEqual({ seeded: false });
});

test("about sixty conversations in two languages over every kind of channel", async () => {
  expect(await count(sql`conversations`)).toBeGreaterThanOrEqual(58);
  expect(
    await count(sql`channels h where not exists (select 1 from messages m where m.channel_id = h.id)`),
  ).toBe(1);
  expect(await count(sql`messages where language = 'fr'`)).toBeGreaterThan(20);
  expect(await count(sql`messages where language = 'en'`)).toBeGreaterThan(20);
});

test("every conversation agrees with its messages, its events and the list of work", async () => {
  expect(
    await count(sql`conversations c where message_count <> (select count(*) from messages m where m.conversation_id = c.id)
      or version <> (select count(*) from events e where e.conversation_id = c.id)
      or (status in ('open', 'waiting', 'snoozed')) <> exists (select 1 from queue q where q.conversation_id = c.id)
      or exists (select 1 from queue q where q.conversation_id = c.id and
           (q.version <> c.version or q.status <> c.status or q.due_at <> coalesce(c.due_at, '9999-12-31Z')))`),
  ).toBe(0);
});

test("every story is told in the order of time", async () => {
  expect(
    await count(
      sql`messages a join messages b on b.conversation_id = a.conversation_id and b.id > a.id and b.sent_at < a.sent_at`,
    ),
  ).toBe(0);
});

test("the numbers that people say follow the order in which customers wrote", async () => {
  expect(
    await count(
      sql`conversations a join conversations b on b.number = a.number + 1 and b.created_at < a.created_at`,
    ),
  ).toBe(0);
});

test.each(moments)(
  "started at %s nothing lies in the future and one old mail alone is days late",
  async (now) => {
    await removeSample(operator);
    await seedDemo(now);
    const at = now.toISOString();
    expect(await count(sql`messages where sent_at > ${at}`)).toBe(0);
    expect(await count(sql`events where occurred_at > ${at}`)).toBe(0);
    const late = await db.execute<{ name: string }>(sql`
    select k.name from queue q join customers k on k.id = q.customer_id
    where q.status = 'open' and q.due_at < ${at}::timestamptz - interval '1 day' order by q.due_at`);
    expect(late.rows.map((row) => row.name)).toEqual(["B. Okafor"]);
    expect(
      await count(
        sql`queue where status = 'open' and due_at between ${at}::timestamptz and ${at}::timestamptz + interval '5 days'`,
      ),
    ).toBeGreaterThan(15);
  },
);

test("playing it again tells the same story anew and keeps people and channels as they are", async () => {
  const before = await db.execute(sql`select id from agents union all select id from channels order by 1`);
  const conversations = await count(sql`conversations`);
  await db.execute(sql`update channels set cursor = 'the end' where address = 'customers'`);
  await replayDemo(operator, new Date("2026-11-24T09:00:00Z"));
  const after = await db.execute(sql`select id from agents union all select id from channels order by 1`);
  expect(after.rows).toEqual(before.rows);
  expect(await count(sql`conversations`)).toBe(conversations);
  expect(await count(sql`channels where cursor is not null`)).toBe(0);
});

test("removing the sample leaves nothing of it but the people who may still sign in", async () => {
  await removeSample(operator);
  for (const table of [
    "brands",
    "channels",
    "customers",
    "conversations",
    "queue",
    "messages",
    "deliveries",
    "events",
    "inbound",
    "tags",
    "schedules",
    "targets",
    "saved_replies",
    "macros",
    "notifications",
  ]) {
    expect([table, await count(sql.identifier(table))]).toEqual([table, 0]);
  }
  expect(await count(sql`agents`)).toBe(5);
});

test("the sample people leave as soon as a real administrator is there", async () => {
  await seedDemo(mondayMorning);
  await db.execute(
    sql`insert into agents (id, name, email, role) values (gen_random_uuid(), 'Olga', 'olga@boutique.example', 'owner')`,
  );
  await removeSample(operator);
  expect(await count(sql`agents`)).toBe(1);
  expect(await count(sql`teams`)).toBe(0);
});

async function count(from: ReturnType<typeof sql> | ReturnType<typeof sql.identifier>): Promise<number> {
  const result = await db.execute<{ count: number }>(sql`select count(*)::int as count from ${from}`);
  return result.rows[0]!.count;
}
