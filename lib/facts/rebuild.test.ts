import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { arrive } from "@/lib/customers/test-arrive";
import { newId } from "@/lib/id";
import { prepareFacts } from "./follow";
import { rebuildFacts } from "./rebuild";
import { factRules } from "./rules-now";
import { settled } from "./test-live";

testDatabase();
let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
  await prepareFacts();
  await db.execute(sql`update organisation set zone = 'Europe/Paris'`);
});

const days = async () =>
  (
    await db.execute<{ day: string; n: number }>(
      sql`select day::text as day, count(*)::int as n from facts group by 1 order by 1`,
    )
  ).rows;

test("a zone that changes while all is made again is the one that all is made by in the end", async () => {
  await arrive(desk, "odile@example.org", "The pot smoked.");
  await settled();
  const before = await days();
  let asked: Promise<unknown> | null = null;
  const done = await rebuildFacts({
    onProgress() {
      // As a change of the house's settings does it: on the other side of the date line, and a rebuild is asked for.
      asked ??= db
        .execute(
          sql`update organisation set zone = case when now()::time < '12:00' then 'Pacific/Pago_Pago' else 'Pacific/Kiritimati' end`,
        )
        .then(() => rebuildFacts({ onProgress() {} }));
    },
  });
  expect(done).not.toBe(null);
  await asked;
  const after = await days();
  expect(after.map(({ n }) => n)).toEqual(before.map(({ n }) => n));
  expect(after).not.toEqual(before);
  const found = await db.execute(sql`
    select 1 from facts f, organisation o where f.day <> (f.from_at at time zone o.zone)::date
    union all select 1 from event_cursors where name = 'facts.rebuild'`);
  expect(found.rows).toEqual([]);
});

test("of several that are asked for in one moment after the zone has changed, none leaves the days of the old one", async () => {
  await arrive(desk, "paul@example.org", "Where is my invoice?");
  await settled();
  for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris", "Pacific/Kiritimati"]) {
    const running = rebuildFacts({ onProgress() {} });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    await db.execute(sql`update organisation set zone = ${zone}`);
    await Promise.all([running, rebuildFacts({ onProgress() {} }), rebuildFacts({ onProgress() {} })]);
    const wrong = await db.execute(
      sql`select 1 from facts f, organisation o where f.day <> (f.from_at at time zone o.zone)::date`,
    );
    expect(wrong.rows, zone).toEqual([]);
  }
});

test("where nothing was measured yet a rebuild measures it, however little it is", async () => {
  await arrive(desk, "marek@example.org", "The wedding is on Saturday.");
  for (const table of ["facts", "counts", "cells"]) await db.execute(sql`delete from ${sql.raw(table)}`);
  await db.execute(sql`delete from event_cursors where name = 'facts'`);
  const done = await rebuildFacts({ onProgress() {} });
  expect(done?.events).toBeGreaterThan(0);
  expect((await days()).length).toBeGreaterThan(0);
});

test("hours that another process changed without a bell are the ones that are measured by", async () => {
  const scheduleId = newId();
  await db.execute(sql`insert into schedules (id, name) values (${scheduleId}, 'Nights')`);
  await db.transaction(factRules);
  for (const opens of ["22:00", "23:00"]) {
    const hours = { zone: "Europe/Paris", opens };
    await db.execute(sql`
      insert into schedule_versions (schedule_id, valid_from, hours) values (${scheduleId}, '2026-11-20T10:00:00Z', ${JSON.stringify(hours)})
      on conflict (schedule_id, valid_from) do update set hours = excluded.hours`);
    const rules = await db.transaction(factRules);
    expect(rules.opening.versions.get(scheduleId)).toMatchObject([{ hours }]);
  }
});

test("made again, what has not changed stays untouched where it lies", async () => {
  await arrive(desk, "odile@example.org", "The pot smoked.");
  await settled();
  const places = async () => [
    (await db.execute(sql`select ctid::text, xmin::text from facts order by conversation_id, kind, ordinal`))
      .rows,
    (await db.execute(sql`select ctid::text, xmin::text from cells order by measure, clock, by, of_id, day`))
      .rows,
  ];
  const before = await places();
  expect(before[0]?.length).toBeGreaterThan(1);
  await rebuildFacts({ onProgress() {} });
  expect(await places()).toEqual(before);
});
