import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import type { Schedule } from "@/lib/clock/schedule";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { closedPeriod } from "./closed-period";
import { forgetHandlingTime, handlingTime } from "./handling-time";
import { dismissOpening, readOpening } from "./read-opening";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

const day: [string, string][] = [
  ["09:00", "12:30"],
  ["13:30", "18:00"],
];
const paris: Schedule = {
  zone: "Europe/Paris",
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  exceptions: [{ date: "2026-11-27", intervals: [], name: "Closed" }],
};
const iso = (period: ReturnType<typeof closedPeriod>) =>
  period && [period.since.toISOString(), period.openedAt.toISOString()];

test("on Monday morning the closed period began on Friday, or before a day that was closed too", () => {
  const monday = ["2026-11-20T17:00:00.000Z", "2026-11-23T08:00:00.000Z"];
  expect(iso(closedPeriod([paris], new Date("2026-11-23T08:05:00Z")))).toEqual(monday);
  expect(iso(closedPeriod([paris], new Date("2026-11-23T06:30:00Z")))).toEqual(monday);
  expect(iso(closedPeriod([paris], new Date("2026-11-30T08:05:00Z")))).toEqual([
    "2026-11-26T17:00:00.000Z",
    "2026-11-30T08:00:00.000Z",
  ]);
});

test("there is none at lunch, in the afternoon, at night, or where nobody closes", () => {
  for (const now of ["2026-11-23T12:35:00Z", "2026-11-23T15:00:00Z", "2026-11-24T03:00:00Z"])
    expect(closedPeriod([paris], new Date(now))).toBeNull();
  const always: Schedule = { ...paris, exceptions: [], week: { ...paris.week } };
  for (const name of ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const)
    always.week[name] = [["00:00", "24:00"]];
  expect(closedPeriod([always], new Date("2026-11-23T08:05:00Z"))).toBeNull();
  expect(closedPeriod([], new Date("2026-11-23T08:05:00Z"))).toBeNull();
});

test("the line counts what came, what is due, and who is here, and says how long only from enough answers", async () => {
  await openJustNow();
  for (let i = 0; i < 3; i++) await arrive();
  await db.execute(
    sql`update queue set due_at = now() where conversation_id in (select conversation_id from queue limit 2)`,
  );
  forgetHandlingTime();
  expect(await readOpening(desk.salma)).toMatchObject({ arrived: 3, due: 2, people: 2, seconds: null });
  await settle(25);
  forgetHandlingTime();
  expect(await handlingTime()).toMatchObject({ median: 240, isEnough: true });
  // Three at four minutes each, by two people: six minutes, said as ten.
  expect(await readOpening(desk.salma)).toMatchObject({ arrived: 3, people: 2, seconds: 600 });
});

test("once put away it stays away for that person only", async () => {
  await dismissOpening(desk.salma);
  expect(await readOpening(desk.salma)).toBeNull();
  expect(await readOpening(desk.tom)).not.toBeNull();
});

/** Hours that began a minute ago and ended two days before. */
async function openJustNow(): Promise<void> {
  const clock = (at: Date) => at.toISOString().slice(11, 16);
  const start = new Date(Date.now() - 60_000);
  const opens = clock(start);
  const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
  const week: Schedule["week"] = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  week[names[start.getUTCDay()]!] = [[opens, "24:00"]];
  week[names[(start.getUTCDay() + 5) % 7]!] = [["00:00", "24:00"]];
  const id = newId();
  await db.execute(sql`insert into schedules (id, name) values (${id}, 'Just now')`);
  await db.execute(sql`
    insert into schedule_versions (schedule_id, valid_from, hours)
    values (${id}, now() - interval '90 days', ${JSON.stringify({ zone: "UTC", week, exceptions: [] })}::jsonb)`);
  await db.execute(sql`update brands set schedule_id = ${id} where id = ${desk.brandId}`);
}

async function arrive(): Promise<void> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  await receive([
    {
      inboundId,
      claimedBy: "me",
      receivedAt: new Date(),
      channel: desk.channel,
      message: testMessage(`${inboundId}@example.org`, "Where is my invoice?"),
      files: [],
    },
  ]);
}

/** So many conversations settled by Salma, one every four minutes, two days ago. */
async function settle(count: number): Promise<void> {
  for (let i = 0; i <= count; i++)
    await db.execute(sql`
      insert into events (epoch, type, actor_kind, actor_id, conversation_id, occurred_at)
      values (1, 'conversation.resolved', 'agent', ${desk.salma.id}, ${newId()}, date_trunc('day', now() - interval '2 days') + make_interval(mins => ${i * 4}))`);
}
