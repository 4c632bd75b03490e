import { sql } from "drizzle-orm";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/db/client";
import type { Clock, Dimension, Measure } from "@/db/enums";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { refreshDays } from "@/lib/facts/refresh-days";
import { newId } from "@/lib/id";
import { readBy } from "./read-by";
import { readTimes } from "./read-times";
import { readTrend, readTrends } from "./read-trend";
import { type Slice, slice } from "./slice";
import { medianWithWaiting } from "./with-waiting";

testDatabase();

/** Two brands with a channel each, two teams, two colleagues, two tags: and 6,000 facts of 20 days thrown at them. */
let [one, two]: TestDesk[] = [];
let hannah: Actor;
let ines: Actor;
let all: Fact[] = [];
const tags = [newId(), newId()];
const days = Array.from({ length: 20 }, (_, at) => `2026-03-${String(at + 1).padStart(2, "0")}`);
const march = slice.parse({ from: "2026-03-01", to: "2026-03-21" });

type Fact = {
  kind: "response" | "wait" | "resolution";
  cycle: number;
  day: string;
  brand: string;
  channel: string | null;
  team: string | null;
  agent: string | null;
  tags: string[];
  wall: number;
  business: number;
  state: "ended" | "closed" | "waiting";
};

beforeAll(async () => {
  [one, two] = [await testDesk(), await testDesk()];
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  ines = await testAgent("Inès Carpentier", "manager", [one!.teamId], [one!.brandId]);
  await db.execute(sql`insert into tags (id, name) values (${tags[0]}, 'delivery'), (${tags[1]}, 'broken')`);
  await throwFacts(6_000);
  await db.transaction((tx) => refreshDays(tx, days));
  // Three days have changed since: what is kept of them is wrong, and must not be asked.
  await db.execute(
    sql`update cells set seconds = '\\x00000000', n = 1, median = 0, p90 = 0 where day in ('2026-03-04', '2026-03-11', '2026-03-20')`,
  );
  await db.execute(sql`insert into stale_days values ('2026-03-04'), ('2026-03-11'), ('2026-03-20')`);
}, 120_000);

const measures = ["first_response", "next_response", "resolution"] as const;

test.each(measures)(
  "%s by every dimension is what percentile_disc says of the facts themselves",
  async (measure) => {
    for (const clock of ["wall", "business"] as const) {
      const asked = { measure, slice: { ...march, clock } };
      const whole = await readTimes(hannah, asked);
      expect(whole.answeredOnly).toEqual(await percentiles(measure, clock, sql`true`));
      for (const by of ["brand", "channel", "team", "agent", "tag"] as const) {
        const rows = await readBy(hannah, { ...asked, by });
        expect(rows).toHaveLength(2);
        for (const row of rows) {
          const plain = await percentiles(measure, clock, whereOf(by, row.id!));
          expect([by, row.answeredOnly]).toEqual([by, plain]);
          expect(row.n).toBe(
            all.filter(
              (fact) => isOf(fact, measure) && keysOf(fact, by).includes(row.id!) && fact.state === "ended",
            ).length,
          );
        }
      }
    }
  },
);

test("who still waits counts as the plain estimator says, for any slice", async () => {
  const slices: Array<Partial<Slice>> = [
    {},
    { brandId: one!.brandId },
    { channelId: two!.channelId },
    { teamId: one!.teamId },
    { tagId: tags[0]! },
    { agentId: one!.salma.id },
    { channelId: one!.channelId, teamId: two!.teamId },
    { tagId: tags[1]!, agentId: one!.tom.id },
    { from: "2026-03-19" },
    { from: "2026-03-20" },
  ];
  for (const measure of measures)
    for (const part of slices) {
      const asked = { ...march, clock: "wall" as const, ...part };
      const times = await readTimes(hannah, { measure, slice: asked });
      const facts = inSlice(measure, asked);
      const now = Date.now();
      const ended = facts.flatMap((fact) => (fact.state === "ended" ? [fact.wall] : []));
      const waiting = facts.flatMap((fact) => (fact.state === "waiting" ? [secondsSince(fact, now)] : []));
      const oracle = medianWithWaiting(ended, waiting);
      expect([measure, part, times.n, times.median, times.waiting.n]).toEqual([
        measure,
        part,
        ended.length,
        oracle.median,
        waiting.length,
      ]);
      expect(times.p90).toBe(slowQuantile(ended, waiting, 0.9));
      expect(times.closed).toBe(facts.filter(({ state }) => state === "closed").length);
    }
});

test("a manager of one brand gets that brand, whatever they ask for", async () => {
  for (const part of [{}, { teamId: two!.teamId }, { channelId: two!.channelId }, { tagId: tags[0]! }]) {
    const times = await readTimes(ines, { measure: "first_response", slice: { ...march, ...part } });
    const mine = inSlice("first_response", { ...march, ...part }).filter(
      ({ brand }) => brand === one!.brandId,
    );
    expect(times.n).toBe(mine.filter(({ state }) => state === "ended").length);
  }
  const brands = await readBy(ines, { measure: "resolution", slice: march, by: "brand" });
  expect(brands.map(({ id }) => id)).toEqual([one!.brandId]);
  expect(await readBy(ines, { measure: "resolution", slice: march, by: "channel" })).toHaveLength(1);
});

test("an agent reads their own figures and nobody else's", async () => {
  const own = { ...march, agentId: one!.salma.id };
  const times = await readTimes(one!.salma, { measure: "next_response", slice: own });
  expect(times.n).toBeGreaterThan(20);
  await expect(readTimes(one!.salma, { measure: "next_response", slice: march })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(
    readTimes(one!.salma, { measure: "next_response", slice: { ...march, agentId: one!.tom.id } }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("under twenty cases nothing is said of a person but how many", async () => {
  const few = {
    ...march,
    from: "2026-03-02",
    to: "2026-03-03",
    agentId: one!.salma.id,
    channelId: one!.channelId,
    tagId: tags[0]!,
  };
  const times = await readTimes(hannah, { measure: "first_response", slice: few });
  expect(times.n).toBeLessThan(20);
  expect([times.median, times.p90, times.answeredOnly.median]).toEqual([null, null, null]);
});

test("a line of days and one of weeks say of each step what is said of it alone", async () => {
  // Who still waits waits longer with every second: all of it is said of one moment.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  for (const step of ["day", "week", "month"] as const) {
    const asked = { measure: "first_response", slice: { ...march, clock: "wall" } } as const;
    const points = await readTrend(hannah, { ...asked, step });
    for (const [at, point] of points.entries()) {
      const to = points[at + 1]?.from ?? march.to;
      const alone = await readTimes(hannah, { ...asked, slice: { ...asked.slice, from: point.from, to } });
      expect({ ...alone, from: point.from }).toEqual(point);
    }
  }
  const lines = await readTrends(hannah, { measure: "resolution", slice: march, step: "day", by: "agent" });
  expect(lines.map(({ name }) => name)).toEqual(["Salma Idrissi", "Tom Verhaegen"]);
  expect(lines[0]!.points).toHaveLength(20);
});

function isOf(fact: Fact, measure: Measure): boolean {
  if (measure === "first_response") return fact.kind === "response" && fact.cycle === 0;
  return fact.kind === (measure === "next_response" ? "wait" : "resolution");
}

function keysOf(fact: Fact, by: Exclude<Dimension, "all">): Array<string | null> {
  return by === "tag" ? fact.tags : [fact[by]];
}

function inSlice(measure: Measure, asked: Slice): Fact[] {
  const ids = [
    ["brand", asked.brandId],
    ["channel", asked.channelId],
    ["team", asked.teamId],
    ["agent", asked.agentId],
    ["tag", asked.tagId],
  ] as const;
  return all.filter(
    (fact) =>
      isOf(fact, measure) &&
      fact.day >= asked.from &&
      fact.day < asked.to &&
      ids.every(([by, id]) => id === null || keysOf(fact, by).includes(id)),
  );
}

function whereOf(by: Exclude<Dimension, "all">, id: string) {
  if (by === "tag")
    return sql`exists (select 1 from conversation_tags t where t.conversation_id = f.conversation_id and t.tag_id = ${id}::uuid)`;
  return sql`${sql.raw(`d.${by}_id`)} = ${id}::uuid`;
}

async function percentiles(measure: Measure, clock: Clock, where: ReturnType<typeof sql>) {
  const kind = {
    first_response: "response",
    next_response: "wait",
    resolution: "resolution",
    handling: "handling",
  }[measure];
  const found = await db.execute<{ median: number | null; p90: number | null }>(sql`
    select percentile_disc(0.5) within group (order by ${sql.raw(clock)}) as median, percentile_disc(0.9) within group (order by ${sql.raw(clock)}) as p90
    from facts f join dims d on d.id = f.dim_id where f.kind = ${kind} and (${measure !== "first_response"} or f.cycle = 0)
      and f.to_at is not null and f.ending is distinct from 'closed' and ${where}`);
  return found.rows[0];
}

function slowQuantile(ended: number[], waiting: number[], p: number): number | null {
  let left = 1;
  for (const at of [...new Set(ended)].sort((a, b) => a - b)) {
    const atRisk = [...ended, ...waiting].filter((each) => each >= at).length;
    left *= 1 - ended.filter((each) => each === at).length / atRisk;
    if (left <= 1 - p + 1e-9) return at;
  }
  return null;
}

/** Answers end on 37 seconds past a hundred and waits began on the hundred: a slow machine changes no order. */
function secondsSince(fact: Fact, now: number): number {
  return Math.round((now - startOf(fact, now)) / 1000);
}

function startOf(fact: Fact, now: number): number {
  return Math.floor(now / 1e8) * 1e8 - fact.wall * 1000;
}

async function throwFacts(many: number): Promise<void> {
  const pick = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)]!;
  const desks = [one!, two!];
  const facts = Array.from({ length: many }, () => {
    const desk = pick(desks);
    const fact: Fact = {
      kind: pick(["response", "wait", "resolution"] as const),
      cycle: pick([0, 0, 0, 1]),
      day: pick(days),
      brand: desk.brandId,
      channel: Math.random() < 0.95 ? desk.channelId : null,
      team: pick([one!.teamId, two!.teamId, null]),
      agent: pick([one!.salma.id, one!.tom.id, null]),
      tags: tags.filter(() => Math.random() < 0.3),
      wall: 100 * Math.floor(Math.exp(Math.random() * 8)) + 37,
      business: Math.floor(Math.random() * 5_000),
      state: "ended",
    };
    if (fact.kind !== "resolution" && Math.random() < 0.05) fact.state = "closed";
    if (Math.random() < (fact.day > "2026-03-18" ? 0.6 : 0.05))
      Object.assign(fact, { state: "waiting", wall: fact.wall - 37 });
    return fact;
  });
  all = facts;
  const now = Date.now();
  const rows = facts.map((fact, at) => ({
    ...fact,
    id: newId(),
    ordinal: at % 100,
    from_at: new Date(
      fact.state === "waiting" ? startOf(fact, now) : Date.parse(`${fact.day}T08:00:00Z`),
    ).toISOString(),
  }));
  const asked = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, ordinal int, from_at timestamptz, kind text, cycle int, day date,
    brand uuid, channel uuid, team uuid, agent uuid, tags jsonb, wall int, business int, state text)`;
  await db.execute(
    sql`insert into dims (brand_id, channel_id, team_id, agent_id) select distinct brand, channel, team, agent from ${asked}`,
  );
  await db.execute(sql`
    insert into facts (conversation_id, kind, ordinal, cycle, is_first, dim_id, day, from_at, to_at, wall, business, ending)
    select r.id, kind, ordinal, cycle, true, d.id, day, from_at, case when state <> 'waiting' then from_at + wall * interval '1 second' end,
      case when state <> 'waiting' then wall end, case when state <> 'waiting' then business end,
      case state when 'closed' then 'closed' when 'ended' then case when kind <> 'resolution' then 'replied' end end
    from ${asked} join dims d on (d.brand_id, coalesce(d.channel_id, d.brand_id), coalesce(d.team_id, d.brand_id), coalesce(d.agent_id, d.brand_id))
      = (brand, coalesce(channel, brand), coalesce(team, brand), coalesce(agent, brand))`);
  // Tags hang on conversations: one for each fact.
  await db.execute(sql`
    with made as (
      insert into customers (id, brand_id, name) values (gen_random_uuid(), ${one!.brandId}, 'Paul Rey') returning id
    ), opened as (
      insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at, status, resolved_at)
      select r.id, ${one!.brandId}, made.id, now(), now(), 'resolved', now() from ${asked}, made returning id
    )
    insert into conversation_tags (conversation_id, tag_id)
    select r.id, t.tag::uuid from ${asked}, jsonb_array_elements_text(r.tags) t(tag) where r.id in (select id from opened)`);
}
