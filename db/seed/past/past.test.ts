import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { followFacts, prepareFacts } from "@/lib/facts/follow";
import { settled } from "@/lib/facts/test-live";
import { seedDemoWithPast } from "../demo";
import { removeSample } from "../remove";
import { replayDemo } from "../replay";
import { isPast } from "./past";

testDatabase();

const operator = { kind: "system", name: "operator" } as const;
const mondayMorning = new Date("2026-11-23T08:06:00Z");

beforeAll(async () => {
  await seedDemoWithPast(mondayMorning, 60);
  await prepareFacts();
  await settled();
}, 120_000);

test("sixty days lie behind the story, all settled and none of them in the list of work", async () => {
  expect(await count(sql`conversations where ${isPast("id")}`)).toBeGreaterThan(500);
  expect(await count(sql`conversations where ${isPast("id")} and status <> 'resolved'`)).toBe(0);
  expect(await count(sql`queue where ${isPast("conversation_id")}`)).toBe(0);
  expect(await count(sql`conversations where not ${isPast("id")}`)).toBeLessThan(100);
  expect(await count(sql`events where occurred_at > ${mondayMorning.toISOString()}`)).toBe(0);
});

test("every conversation agrees with its messages and events, and numbers follow the order of time", async () => {
  expect(
    await count(sql`conversations c where message_count <> (select count(*) from messages m where m.conversation_id = c.id)
      or version <> (select count(*) from events e where e.conversation_id = c.id)`),
  ).toBe(0);
  expect(
    await count(
      sql`conversations a join conversations b on b.number = a.number + 1 and b.created_at < a.created_at`,
    ),
  ).toBe(0);
});

test("what is measured of it is what its rows say", async () => {
  const past = sql`${isPast("c.id")}`;
  expect(
    await count(sql`conversations c join facts f on f.conversation_id = c.id and f.kind = 'response' and f.cycle = 0
      where ${past} and c.first_response_at is not null and f.ending <> 'closed' and f.to_at <> c.first_response_at`),
  ).toBeLessThan(5);
  expect(
    await count(sql`conversations c where ${past} and not exists (
      select 1 from facts f where f.conversation_id = c.id and f.kind = 'resolution' and f.to_at = c.resolved_at)`),
  ).toBe(0);
  expect(await count(sql`facts f where ${isPast("f.conversation_id")} and f.to_at is null`)).toBe(0);
  expect(await count(sql`facts f where f.kind = 'handling'`)).toBeGreaterThan(300);
  const reasons = await db.execute<{ missed: string }>(
    sql`select distinct missed from facts where missed is not null`,
  );
  expect(reasons.rows.map(({ missed }) => missed)).toEqual(
    expect.arrayContaining(["nobody_had_it", "not_answered"]),
  );
});

test("nobody is told of anything that is long over", async () => {
  const cursor = await db.execute<{ isBehind: boolean }>(sql`
    select bool_and((e.epoch, e.xid, e.id) <= (k.epoch, k.xid, k.event_id)) as "isBehind"
    from event_cursors k, events e where k.name = 'dispatcher' and ${isPast("e.conversation_id")}`);
  expect(cursor.rows[0]?.isBehind).toBe(true);
});

test("playing the story again keeps the past and what was measured of it", async () => {
  const before = await count(sql`facts where ${isPast("conversation_id")}`);
  const opened = await sum();
  await replayDemo(operator, mondayMorning);
  expect(await count(sql`facts where not ${isPast("conversation_id")}`)).toBe(0);
  expect(await count(sql`facts where ${isPast("conversation_id")}`)).toBe(before);
  await settled();
  expect(await sum()).toBe(opened);
});

test("taking the sample away takes its figures along", async () => {
  await removeSample(operator);
  await settled();
  for (const table of ["conversations", "messages", "facts", "counts"])
    expect([table, await count(sql.identifier(table))]).toEqual([table, 0]);
  // Cells are made again once in a while only.
  await expect
    .poll(async () => {
      while (await followFacts());
      return count(sql`cells`);
    })
    .toBe(0);
}, 120_000);

async function sum(): Promise<number> {
  const found = await db.execute<{ n: number }>(
    sql`select sum(opened + resolved + answered)::int as n from counts`,
  );
  return found.rows[0]!.n;
}

async function count(from: ReturnType<typeof sql> | ReturnType<typeof sql.identifier>): Promise<number> {
  const result = await db.execute<{ count: number }>(sql`select count(*)::int as count from ${from}`);
  return result.rows[0]!.count;
}
