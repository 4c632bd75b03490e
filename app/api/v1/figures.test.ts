import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { missReasons } from "@/db/enums";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { visitor } from "./testing";

testDatabase();

const cut = "from=2026-03-01&to=2026-03-08";
let hannah: Awaited<ReturnType<typeof visitor>>;

beforeAll(async () => {
  const desk = await testDesk();
  hannah = await visitor("Hannah Whitlock", "admin");
  await db.execute(sql`
    with d as (insert into dims (brand_id, channel_id) values (${desk.brandId}, ${desk.channelId}) returning id)
    insert into facts (conversation_id, kind, ordinal, cycle, is_first, dim_id, day, from_at, to_at, wall, business, ending)
    select ${newId()}, 'response', n, 0, true, d.id, '2026-03-02', '2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z', n * 60, n * 60, 'replied'
    from d, generate_series(1, 9) n`);
  await db.execute(sql`insert into stale_days values ('2026-03-02')`);
});

test("figures come as JSON and as a table, with what they rest on", async () => {
  const times = await hannah.ask(`GET /reports/times?${cut}&measure=first_response`);
  expect(times).toMatchObject({ status: 200, body: { n: 9, median: 300, p90: 540, waiting: { n: 0 } } });
  const table = await hannah.ask(`GET /reports/by?${cut}&measure=first_response&by=channel&format=csv`);
  expect(table.status).toBe(200);
  expect(table.headers.get("content-type")).toContain("text/csv");
  expect(JSON.stringify(table.body)).toContain("median_seconds");
  for (const path of [
    "trend?step=day&measure=resolution",
    "spread?measure=handling",
    "hours?",
    "volume?step=month",
    "targets?by=team",
    "staffing?",
  ])
    for (const format of ["json", "csv"])
      expect([path, (await hannah.ask(`GET /reports/${path}&${cut}&format=${format}`)).status]).toEqual([
        path,
        200,
      ]);
  expect((await hannah.ask(`GET /reports/behind?${cut}&figure=first_response:answered`)).body).toMatchObject({
    n: 9,
  });
});

test("a table for programs says codes, the same in every language, one column for each reason of a miss", async () => {
  const ines = await visitor("Inès Carpentier", "admin", "fr");
  await db.execute(sql`
    insert into facts (conversation_id, kind, ordinal, cycle, is_first, dim_id, day, from_at, to_at, wall, business, ending, due_at, missed)
    select ${newId()}, 'wait', n, 0, true, d.id, '2026-03-02', '2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z', 3600, 3600, 'replied',
      '2026-03-02T10:30:00Z', 'nobody_had_it' from (select id from dims limit 1) d, generate_series(1, 3) n`);
  const targets = `GET /reports/targets?${cut}&format=csv`;
  const [english, french] = [await hannah.ask(targets), await ines.ask(targets)];
  expect(english.status).toBe(200);
  expect(french.body).toEqual(english.body);
  const [head = "", ...rows] = String(english.body).replace("\uFEFF", "").trim().split("\r\n");
  expect(head).toBe(
    `kind,name,met,missed,running,${missReasons.map((reason) => `missed_${reason}`).join(",")}`,
  );
  expect(rows).toContain("next_response,,0,3,0,0,0,0,3,0,0");
});

test("what is no figure, no measure and no day is refused", async () => {
  expect((await hannah.ask(`GET /reports/behind?${cut}&figure=everything`)).status).toBe(422);
  expect((await hannah.ask(`GET /reports/times?${cut}&measure=happiness`)).status).toBe(422);
  expect(
    (await hannah.ask("GET /reports/times?from=yesterday&to=2026-03-08&measure=resolution")).status,
  ).toBe(422);
});

test("an agent asks for their own figures and gets no others", async () => {
  const salma = await visitor("Salma Idrissi", "agent");
  const own = `GET /reports/times?${cut}&measure=first_response&agentId=${salma.id}`;
  expect((await salma.ask(own)).status).toBe(200);
  expect((await salma.ask(own.replace(salma.id, hannah.id))).status).toBe(403);
  expect((await salma.ask(`GET /reports/targets?${cut}`)).status).toBe(403);
});
