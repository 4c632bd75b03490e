import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
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
