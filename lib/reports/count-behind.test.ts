import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { measures, missReasons } from "@/db/enums";
import { seedDemoWithPast } from "@/db/seed/demo";
import { testDatabase } from "@/db/test";
import { type Actor, columnsOf, visible } from "@/lib/access";
import { prepareFacts } from "@/lib/facts/follow";
import { hasTarget, outcome, reason } from "@/lib/facts/outcomes";
import { settled } from "@/lib/facts/test-live";
import { countBehind } from "./count-behind";
import { factsOf } from "./facts-of";
import { measured } from "./measured";
import { readBehindRows } from "./read-behind";
import { scopeOf } from "./scope";
import { type Slice, slice } from "./slice";

testDatabase();
let hannah: Actor;
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const season = slice.parse({ from: day(70), to: day(-2) });
let slices: Array<[string, Slice]> = [];

const parts = ["answered", "waiting", "closed", "met", "missed", "running", "overdue", "again"];
const ranges = ["class:0-300", "class:300-14400", "class:604800-", "since:3600-14400"];
const figures = [
  ...measures.flatMap((measure) => [...parts, ...ranges].map((part) => `${measure}:${part}`)),
  ...missReasons.flatMap((why) => [`missed:${why}`, `next_response:missed:${why}`]),
  ...["opened", "reopened", "resolved", "closed", "answered", "open"].map((part) => `volume:${part}`),
  ...["hour:0-10", "hour:2-14", "hour:6-20", "targets:decided", "reason:none"],
];

beforeAll(async () => {
  await seedDemoWithPast(new Date());
  await prepareFacts();
  await settled();
  const found = await db.execute<{
    id: string;
    brandId: string;
    channelId: string;
    teamId: string;
    tagId: string;
  }>(sql`
    select a.id, (select id from brands limit 1) as "brandId",
      (select d.channel_id from facts f join dims d on d.id = f.dim_id group by 1 order by count(*) desc limit 1) as "channelId",
      (select d.team_id from facts f join dims d on d.id = f.dim_id where d.team_id is not null group by 1 order by count(*) desc limit 1) as "teamId",
      (select tag_id from conversation_tags group by 1 order by count(*) desc limit 1) as "tagId"
    from agents a where a.name = 'Hannah Whitlock'`);
  const { id, brandId, channelId, teamId, tagId } = found.rows[0]!;
  const salma = await db.execute<{ id: string }>(sql`select id from agents where name = 'Salma Idrissi'`);
  hannah = {
    kind: "agent",
    id,
    name: "Hannah Whitlock",
    role: "admin",
    language: "en",
    teamIds: [],
    brandIds: [brandId],
    sessionId: id,
  };
  slices = [
    ["everything", season],
    ["all hours", { ...season, clock: "wall" }],
    ["days that are over", { ...season, to: day(20) }],
    ["a brand", { ...season, brandId }],
    ["a channel", { ...season, channelId }],
    ["a team", { ...season, teamId }],
    ["a person", { ...season, agentId: salma.rows[0]!.id }],
    ["a tag", { ...season, tagId }],
    ["a channel and a team", { ...season, channelId, teamId }],
  ];
  // Some days have changed since, and some conversations are somebody else's.
  await db.execute(
    sql`insert into stale_days select distinct day from facts where extract(day from day) < 8 on conflict do nothing`,
  );
  await db.execute(sql`update conversations set is_restricted = true where number % 17 = 0`);
}, 180_000);

test("every figure counts exactly the facts that it names, however it is counted, and what is hidden of them", async () => {
  let most = 0;
  for (const [name, cut] of slices) {
    const scope = await scopeOf(hannah, cut);
    const counted = await Promise.all(
      figures.map(async (figure) => [name, figure, await countBehind(hannah, { figure, slice: cut })]),
    );
    const plain = await Promise.all(
      figures.map(async (figure) => [
        name,
        figure,
        await countPlainly(factsOf({ figure, slice: cut }, scope)),
      ]),
    );
    expect(counted).toEqual(plain);
    most = Math.max(most, ...plain.map(([, , found]) => (typeof found === "object" ? found.hidden : 0)));
  }
  expect(most).toBeGreaterThan(20);
});

test("what was met, missed and runs is what the case says that makes the sums", async () => {
  for (const measure of ["first_response", "next_response", "resolution"] as const)
    for (const what of ["met", "missed", "running"]) {
      const figure = `${measure}:${what}`;
      const scope = await scopeOf(hannah, season);
      const of = (which: SQL) =>
        countPlainly(sql`${which} and f.day >= ${season.from}::date and f.day < ${season.to}::date`);
      expect([figure, await of(factsOf({ figure, slice: season }, scope))]).toEqual([
        figure,
        await of(sql`${measured(measure)} and f.due_at is not null and ${outcome} = ${what}`),
      ]);
    }
  const scope = await scopeOf(hannah, season);
  for (const why of missReasons)
    expect([why, await countPlainly(factsOf({ figure: `missed:${why}`, slice: season }, scope))]).toEqual([
      why,
      await countPlainly(
        sql`f.due_at is not null and ${hasTarget} and ${reason} = ${why} and f.day >= ${season.from}::date and f.day < ${season.to}::date`,
      ),
    ]);
});

test.each(["next_response:answered", "volume:resolved", "volume:open", "resolution:waiting", "reason:none"])(
  "the pages of %s hold each fact once, in order",
  async (figure) => {
    const cut = { ...season, from: day(30) };
    const { n, hidden } = await countBehind(hannah, { figure, slice: cut });
    const seen: string[] = [];
    const moments: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await readBehindRows(hannah, { figure, slice: cut, cursor, limit: 40 });
      for (const row of page.rows) {
        seen.push(`${row.conversationId} ${row.fromAt}`);
        moments.push(row.fromAt);
      }
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(n - hidden);
    expect(seen).toHaveLength(n - hidden);
    const inOrder = moments.toSorted();
    expect(moments).toEqual(/open|waiting/.test(figure) ? inOrder : inOrder.reverse());
  },
);

test("what two kinds of one conversation have in common loses neither at the end of a page", async () => {
  const cut = { ...season, from: day(30) };
  const { n, hidden } = await countBehind(hannah, { figure: "targets:decided", slice: cut });
  const found: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await readBehindRows(hannah, { figure: "targets:decided", slice: cut, cursor, limit: 7 });
    found.push(...page.rows.map((row) => `${row.conversationId} ${row.fromAt}`));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(new Set(found).size).toBeLessThan(found.length);
  expect(found).toHaveLength(n - hidden);
});

/** As slowly as it can be done. */
async function countPlainly(which: SQL): Promise<{ n: number; hidden: number }> {
  const found = await db.execute<{ n: number; hidden: number }>(sql`
    select count(*)::int as n, count(*) filter (where not ${visible(hannah, columnsOf("c"))})::int as hidden
    from facts f join dims d on d.id = f.dim_id left join conversations c on c.id = f.conversation_id where ${which}`);
  return found.rows[0]!;
}
