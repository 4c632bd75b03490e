import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { seedDemoWithPast } from "@/db/seed/demo";
import { testDatabase } from "@/db/test";
import { testAgent } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { followFacts, prepareFacts } from "@/lib/facts/follow";
import { hasTarget, outcome } from "@/lib/facts/outcomes";
import { type Figure, figure } from "./figure";
import { readBehind } from "./read-behind";
import { readBy } from "./read-by";
import { readSpread } from "./read-spread";
import { readStaffing } from "./read-staffing";
import { readTargets } from "./read-targets";
import { readTimes } from "./read-times";
import { readVolume } from "./read-volume";
import { readWeekHours } from "./read-week-hours";
import { type Slice, slice } from "./slice";
import { addDays } from "./steps";

testDatabase();

const mondayMorning = new Date("2026-11-23T08:06:00Z");
const quarter = slice.parse({ from: "2026-08-24", to: "2026-11-24" });
let hannah: Actor;

beforeAll(async () => {
  await seedDemoWithPast(mondayMorning, 85);
  await prepareFacts();
  while (await followFacts());
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
}, 240_000);

test("targets by every dimension are what looking at each fact says", async () => {
  for (const by of ["all", "channel", "team", "agent", "tag"] as const) {
    const key =
      by === "tag" ? sql`t.tag_id::text` : by === "all" ? sql`null::text` : sql.raw(`d.${by}_id::text`);
    const plain = await db.execute<{
      kind: string;
      of: string | null;
      what: "met" | "missed" | "running";
      n: number;
    }>(sql`
      select f.kind, ${key} as of, ${outcome} as what, count(*)::int as n from facts f join dims d on d.id = f.dim_id
      ${by === "tag" ? sql`join conversation_tags t on t.conversation_id = f.conversation_id` : sql``}
      where f.due_at is not null and ${hasTarget} and ${outcome} is not null and f.day >= ${quarter.from}::date and f.day < ${quarter.to}::date group by 1, 2, 3`);
    const rows = await readTargets(hannah, { slice: quarter, by });
    const kinds = { response: "first_response", wait: "next_response", resolution: "resolution" };
    for (const { kind, of, what, n } of plain.rows) {
      const row = rows.find(
        (one) => one.id === of && one.kind === Object.entries(kinds).find(([name]) => name === kind)?.[1],
      );
      expect([by, kind, what, row?.[what]]).toEqual([by, kind, what, n]);
      if (row) expect(row.reasons.reduce((sum, reason) => sum + reason.n, 0)).toBe(row.missed);
    }
    expect(rows.reduce((sum, row) => sum + row.met + row.missed + row.running, 0)).toBe(
      plain.rows.reduce((sum, row) => sum + row.n, 0),
    );
  }
});

test("every figure opens exactly as many conversations as it says", async () => {
  const times = await readTimes(hannah, { measure: "first_response", slice: quarter });
  expect(times.n).toBeGreaterThan(600);
  expect(await behind("first_response:answered")).toBe(times.n);
  expect(await behind("first_response:waiting")).toBe(times.waiting.n);
  expect(await behind("first_response:closed")).toBe(times.closed);
  const [row] = await readTargets(hannah, { slice: quarter, by: "all" });
  expect(await behind("first_response:missed")).toBe(row!.missed);
  expect(await behind("first_response:met")).toBe(row!.met);
  for (const one of await readSpread(hannah, { measure: "first_response", slice: quarter }))
    expect(await behind(`first_response:class:${one.from}-${one.to ?? ""}`)).toBe(one.n);
  const volume = await readVolume(hannah, { slice: quarter, step: "month" });
  const sum = (of: "opened" | "resolved" | "reopened") => volume.reduce((all, point) => all + point[of], 0);
  for (const of of ["opened", "reopened", "resolved"] as const)
    expect([of, await behind(`volume:${of}`)]).toEqual([of, sum(of)]);
});

test("pages of what is behind a figure follow one another without a gap or a double", async () => {
  const seen = new Set<string>();
  let cursor: string | null = null;
  let n = 0;
  do {
    const page: Awaited<ReturnType<typeof readBehind>> = await readBehind(hannah, {
      figure: "resolution:answered",
      slice: { ...quarter, from: "2026-11-01" },
      cursor,
    });
    for (const row of page.rows) seen.add(`${row.conversationId} ${row.fromAt}`);
    n = page.n;
    cursor = page.next;
  } while (cursor !== null);
  expect(seen.size).toBe(n);
  expect(n).toBeGreaterThan(100);
});

test("what was open at the end of a month is what began before and ended after it", async () => {
  for (const tagId of [null, await tagOf("delivery")]) {
    const volume = await readVolume(hannah, {
      slice: { ...quarter, from: "2026-09-01", tagId },
      step: "month",
    });
    for (const [at, point] of volume.slice(0, -1).entries()) {
      const end = volume[at + 1]!.from;
      const plain = await db.execute<{ n: number }>(sql`
        select count(*)::int as n from facts f where f.kind = 'resolution' and f.from_at < (${end}::date)::timestamp at time zone 'Europe/Paris'
          and (f.to_at is null or f.to_at >= (${end}::date)::timestamp at time zone 'Europe/Paris')
          and (${tagId}::uuid is null or exists (select 1 from conversation_tags t where t.conversation_id = f.conversation_id and t.tag_id = ${tagId}::uuid))`);
      expect([point.from, point.backlog]).toEqual([point.from, plain.rows[0]!.n]);
    }
  }
});

test("the week has its hours, and needs no more people than what came asks for", async () => {
  const week = await readWeekHours(hannah, { slice: quarter });
  expect(week).toHaveLength(168);
  expect(week.filter(({ open }) => open > 0 && open < 1).length).toBeGreaterThan(0);
  const received = await db.execute<{ n: number }>(sql`
    select sum(received)::int as n from counts where day >= ${quarter.from}::date and day < ${quarter.to}::date`);
  expect(week.reduce((sum, hour) => sum + hour.received, 0)).toBe(received.rows[0]!.n);
  const staffing = await readStaffing(hannah, { slice: quarter });
  expect(staffing.basis.n).toBeGreaterThan(500);
  const plain = await db.execute<{ at: number; median: number; n: number }>(sql`
    select ((extract(isodow from local) - 1) * 24 + extract(hour from local))::int as at,
      percentile_disc(0.5) within group (order by wall) as median, count(*)::int as n
    from (select f.*, f.from_at at time zone 'Europe/Paris' as local from facts f) f
    where kind = 'wait' and to_at is not null and ending <> 'closed'
      and day >= ${quarter.from}::date and day < ${quarter.to}::date group by 1 order by 1`);
  expect(
    staffing.hours.flatMap(({ weekday, hour, medianWait, answers }) =>
      answers === 0 ? [] : [{ at: weekday * 24 + hour, median: medianWait, n: answers }],
    ),
  ).toEqual(plain.rows);
  const need = staffing.hours.reduce((sum, hour) => sum + (hour.hoursNeeded ?? 0), 0);
  expect(need).toBeCloseTo(
    (staffing.basis.arrivals / staffing.weeks) * (staffing.basis.medianSeconds! / 3600),
    0,
  );
  for (const { weekday, hour, arrivals, answers } of staffing.best) {
    expect(week[weekday * 24 + hour]!.open).toBeLessThan(0.5);
    expect([arrivals >= 5, answers >= 20]).toEqual([true, true]);
  }
  const before = { ...quarter, from: "2020-01-01", to: "2020-02-01" };
  const empty = await readStaffing(hannah, { slice: before });
  expect([empty.basis.medianSeconds, empty.hours[0]!.hoursNeeded]).toEqual([null, null]);
});

test("a day that has changed since is counted from its facts, not from what is kept of it", async () => {
  const asked = { slice: quarter, by: "channel" } as const;
  const people = { measure: "next_response", slice: quarter, by: "agent" } as const;
  const [targets, rows] = [await readTargets(hannah, asked), await readBy(hannah, people)];
  const day = addDays(quarter.to, -30);
  await db.execute(
    sql`update outcomes set met = met + 1000, answers = answers + 1000 where day = ${day}::date`,
  );
  const wrong = await readTargets(hannah, asked);
  expect(wrong).not.toEqual(targets);
  await db.execute(sql`insert into stale_days values (${day}::date)`);
  expect([await readTargets(hannah, asked), await readBy(hannah, people)]).toEqual([targets, rows]);
});

test("people stand by name and beside how often the customer wrote again", async () => {
  const rows = await readBy(hannah, { measure: "next_response", slice: quarter, by: "agent" });
  const names = rows.map(({ name }) => name);
  expect(names).toEqual([...names].sort((a, b) => new Intl.Collator("en").compare(a ?? "", b ?? "")));
  expect(rows.find(({ name }) => name === "Salma Idrissi")?.wroteAgain?.n).toBeGreaterThan(100);
});

async function behind(name: Figure): Promise<number> {
  return (await readBehind(hannah, { figure: figure.parse(name), slice: quarter, cursor: null })).n;
}

async function tagOf(name: string): Promise<Slice["tagId"]> {
  const found = await db.execute<{ id: string }>(sql`select id from tags where name = ${name}`);
  return found.rows[0]!.id;
}
