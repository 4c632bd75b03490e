import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Measure } from "@/db/enums";
import { seedLarge } from "@/db/seed/past/large";
import type { Actor } from "@/lib/access";
import { recordCall } from "@/lib/conversations/record-call";
import { followFacts } from "@/lib/facts/follow";
import { rebuildFacts } from "@/lib/facts/rebuild";
import { readBehind } from "@/lib/reports/read-behind";
import { readBy } from "@/lib/reports/read-by";
import { readNow } from "@/lib/reports/read-now";
import { readSpread } from "@/lib/reports/read-spread";
import { readStaffing } from "@/lib/reports/read-staffing";
import { readTargets } from "@/lib/reports/read-targets";
import { readTimes } from "@/lib/reports/read-times";
import { readTrend, readTrends } from "@/lib/reports/read-trend";
import { readVolume } from "@/lib/reports/read-volume";
import { readWeekHours } from "@/lib/reports/read-week-hours";
import { type Slice, slice } from "@/lib/reports/slice";
import { addDays } from "@/lib/reports/steps";
import { medianWithWaiting } from "@/lib/reports/with-waiting";
import { reopen } from "@/lib/triage/reopen";
import { wait } from "@/lib/triage/wait";
import { type Place, withDatabase } from "./place";
import { interleave, median, percentile, type Size } from "./slices";
import { type Row, round } from "./table";

type Grown = { events: number; seconds: number };

/** What managers ask for, of a small house and of a large one, against bare SQL over the same facts. */
export async function measureReports(size: Size): Promise<Row[]> {
  const [few, many] = size === "ci" ? [300, 1_500] : size === "full" ? [10_000, 1_000_000] : [2_000, 20_000];
  return withDatabase(6, async (small) => {
    await grow(few);
    const smallTimes = await pageTimes(small.admin, size);
    const atSmall = globalThis.avantDatabase;
    try {
      return await withDatabase(6, async (large) => {
        const grown = await grow(many);
        return measureLarge(size, large, { grown, many, few, smallTimes });
      });
    } finally {
      globalThis.avantDatabase = atSmall;
    }
  });
}

async function grow(conversations: number): Promise<Grown> {
  const begun = performance.now();
  let told = 0;
  const made = await seedLarge({
    conversations,
    now: new Date(),
    onProgress(done) {
      if (done.conversations - told < 50_000) return;
      told = done.conversations;
      console.log(`  ${done.conversations} after ${Math.round((performance.now() - begun) / 1000)} s`);
    },
  });
  console.log(
    `  ${made.conversations} conversations, ${made.messages} messages in ${Math.round((performance.now() - begun) / 1000)} s`,
  );
  const rebuilt = await rebuildFacts({ onProgress() {} });
  // The rebuild leaves what little there is to the one that follows.
  while (await followFacts());
  // As the database does by itself some time later: an index alone then answers how many there are.
  await db.execute(sql`vacuum analyze facts, cells, counts, dims, hour_counts, outcomes, conversations`);
  return { events: rebuilt?.events ?? 0, seconds: rebuilt?.seconds ?? Number.NaN };
}

async function measureLarge(
  size: Size,
  place: Place,
  known: { grown: Grown; many: number; few: number; smallTimes: Map<string, number[]> },
): Promise<Row[]> {
  const { grown, many, few, smallTimes } = known;
  const rows: Row[] = [
    {
      path: "reports: events made into facts, counts and cells again",
      ratio: grown.events === 0 ? null : grown.events / grown.seconds,
      unit: "a second",
      goal: { atLeast: 20_000 },
      detail: `${grown.events} events of ${many} conversations in ${round(grown.seconds)} s`,
    },
    ...(await sizes()),
    ...(await windows(size, place)),
    await perDayAndAgent(size, place),
    await exactness(place),
    await freshness(size, place),
    await insideCommand(size, place),
  ];
  const largeTimes = await pageTimes(place.admin, size);
  for (const [page, times] of largeTimes) {
    const p95 = percentile(times, 0.95);
    const before = percentile(smallTimes.get(page) ?? [], 0.95);
    rows.push(
      {
        path: `page ${page}, all of its reads`,
        ratio: p95,
        unit: "ms p95",
        goal: { atMost: 150 },
        detail: `median ${round(median(times))} ms over ${many} conversations`,
      },
      {
        path: `page ${page}, against ${few} conversations`,
        ratio: median(times) / median(smallTimes.get(page) ?? []),
        goal: { atMost: 3 },
        detail: `p95 there ${round(before)} ms`,
      },
    );
  }
  return rows;
}

/** Days of a slice that ends tomorrow. */
function last(days: number): Slice {
  const tomorrow = addDays(new Date().toISOString().slice(0, 10), 1);
  return slice.parse({ from: addDays(tomorrow, -days), to: tomorrow });
}

async function sizes(): Promise<Row[]> {
  const found = await db.execute<{ messages: string; cells: string; facts: string; n: string }>(sql`
    select pg_total_relation_size('messages')::text as messages, pg_total_relation_size('cells')::text as cells,
      pg_total_relation_size('facts')::text as facts, (select count(*) from facts)::text as n`);
  const { messages, cells, facts, n } = found.rows[0]!;
  const mb = (bytes: string) => `${Math.round(Number(bytes) / 1e6)} MB`;
  return [
    {
      path: "cells, of the table of messages",
      ratio: (100 * Number(cells)) / Number(messages),
      unit: "%",
      goal: { atMost: 5 },
      detail: `${mb(cells)} of ${mb(messages)}`,
    },
    {
      path: "facts with their indexes, of the table of messages",
      ratio: (100 * Number(facts)) / Number(messages),
      unit: "%",
      goal: { atMost: 20 },
      detail: `${mb(facts)} for ${n} facts`,
    },
  ];
}

async function windows(size: Size, { admin }: Place): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, days] of [
    ["90 days", 90],
    ["two years", 740],
  ] as const) {
    const asked = { measure: "first_response", slice: last(days) } as const;
    const found = await interleave(
      size === "ci" ? 1 : 9,
      async () => {
        await readTimes(admin, asked);
        return 1;
      },
      async () => {
        await db.execute(sql`
          select percentile_disc(array[0.5, 0.9]) within group (order by f.business), count(*) from facts f
          where f.kind = 'response' and f.cycle = 0 and f.to_at is not null and f.ending <> 'closed'
            and f.day >= ${asked.slice.from}::date and f.day < ${asked.slice.to}::date`);
        return 1;
      },
    );
    rows.push({
      path: `median and 9 of 10 of ${name}, those counted who wait`,
      ratio: found.ratio,
      goal: { atLeast: 8 },
      detail: `${round(1000 / found.productRate)} ms against ${round(1000 / found.bareRate)} ms for percentile_disc over the facts`,
    });
    if (days > 90)
      rows.push({
        path: `the same, in time`,
        ratio: 1000 / found.productRate,
        unit: "ms",
        goal: { atMost: 50 },
        detail: "everything there is",
      });
  }
  return rows;
}

async function perDayAndAgent(size: Size, { admin }: Place): Promise<Row> {
  const asked = { measure: "first_response", slice: last(740), step: "day", by: "agent" } as const;
  const found = await interleave(
    size === "ci" ? 1 : 5,
    async () => {
      await readTrends(admin, asked);
      return 1;
    },
    async () => {
      await db.execute(sql`
        select d.agent_id, f.day, percentile_disc(array[0.5, 0.9]) within group (order by f.business), count(*)
        from facts f join dims d on d.id = f.dim_id
        where f.kind = 'response' and f.cycle = 0 and f.to_at is not null and f.ending <> 'closed' group by 1, 2`);
      return 1;
    },
  );
  return {
    path: "median and 9 of 10 for each day and person",
    ratio: found.ratio,
    goal: { atLeast: 30 },
    detail: `${round(1000 / found.productRate)} ms against ${round(1000 / found.bareRate)} ms`,
  };
}

/** Every single dimension of every measure by both clocks; then the plain estimator for everything at once. */
async function exactness({ admin }: Place): Promise<Row> {
  let [compared, wrong] = [0, 0];
  const kinds: Record<Measure, SQL> = {
    first_response: sql`f.kind = 'response' and f.cycle = 0`,
    next_response: sql`f.kind = 'wait'`,
    resolution: sql`f.kind = 'resolution'`,
    handling: sql`f.kind = 'handling'`,
  };
  for (const measure of ["first_response", "next_response", "resolution", "handling"] as const)
    for (const clock of ["business", "wall"] as const)
      for (const by of ["brand", "channel", "team", "agent", "tag"] as const) {
        const key = by === "tag" ? sql`t.tag_id` : sql.raw(`d.${by}_id`);
        const plain = await db.execute<{ id: string; median: number; p90: number; n: number }>(sql`
          select ${key} as id, percentile_disc(0.5) within group (order by ${sql.raw(clock)}) as median,
            percentile_disc(0.9) within group (order by ${sql.raw(clock)}) as p90, count(*)::int as n
          from facts f join dims d on d.id = f.dim_id ${by === "tag" ? sql`join conversation_tags t on t.conversation_id = f.conversation_id` : sql``}
          where ${kinds[measure]} and f.to_at is not null and f.ending is distinct from 'closed' and ${key} is not null group by 1`);
        const rows = await readBy(admin, { measure, slice: { ...last(800), clock }, by });
        for (const { id, median, p90, n } of plain.rows) {
          const row = rows.find((one) => one.id === id);
          compared++;
          const isFew = by === "agent" && n + (row?.waiting.n ?? 0) < 20;
          if (isFew ? row?.n !== n : row?.answeredOnly.median !== median || row.answeredOnly.p90 !== p90)
            wrong++;
        }
      }
  const plain = await db.execute<{ ended: number[]; waiting: number[] }>(sql`
    select coalesce(array_agg(f.wall) filter (where f.to_at is not null), '{}') as ended,
      coalesce(array_agg(extract(epoch from now() - f.from_at)::int) filter (where f.to_at is null), '{}') as waiting
    from facts f where f.kind = 'response' and f.cycle = 0 and f.ending is distinct from 'closed' and f.day >= ${last(60).from}::date`);
  const times = await readTimes(admin, { measure: "first_response", slice: { ...last(60), clock: "wall" } });
  compared++;
  const { ended, waiting } = plain.rows[0]!;
  if (times.median !== medianWithWaiting(ended, waiting).median) wrong++;
  return {
    path: "figures that differ from percentile_disc or from the plain estimator",
    ratio: wrong,
    unit: "",
    goal: { atMost: 0 },
    detail: `of ${compared}: four measures, two clocks, every brand, channel, team, person and tag; ${waiting.length} waiting`,
  };
}

/** From the commit of a call that answers somebody to the figure that counts it. */
async function freshness(size: Size, { admin }: Place): Promise<Row> {
  const open = await db.execute<{ id: string }>(sql`
    select c.id from conversations c where c.status = 'open' and c.waiting_since is not null
      and ('x' || substr(md5(c.id::text), 1, 4))::bit(16)::int >= 0 order by c.waiting_since desc limit ${size === "ci" ? 3 : 15}`);
  const times: number[] = [];
  while (await followFacts());
  for (const { id } of open.rows) {
    const before = await answeredToday(admin);
    const start = performance.now();
    await recordCall(admin, { conversationId: id, outcome: "reached", text: "Called back." });
    do {
      await followFacts();
    } while ((await answeredToday(admin)) === before && performance.now() - start < 5_000);
    times.push(performance.now() - start);
  }
  return {
    path: "a call that answers somebody → the figure, with the one that follows",
    ratio: times.length === 0 ? null : percentile(times, 0.95) / 1000,
    unit: "s p95",
    goal: { atMost: 1 },
    detail: `median ${round(median(times))} ms; nothing of it is in the command's own transaction`,
  };
}

/**
 * Facts, counts and cells are made from the log after the commit. What a command's own transaction does for them is to
 * keep when it was whose turn: the same commands with that and without it.
 */
async function insideCommand(size: Size, { admin }: Place): Promise<Row> {
  const open = await db.execute<{ id: string }>(sql`
    select id from conversations where status = 'open' and merged_into_id is null order by id limit ${size === "ci" ? 4 : 40}`);
  const turns = async () => {
    for (const { id } of open.rows) await wait(admin, { conversationId: id });
    for (const { id } of open.rows) await reopen(admin, { conversationId: id });
    return 2 * open.rows.length;
  };
  const keeping = async (does: "enable" | "disable") => {
    await db.execute(sql.raw(`alter table conversations ${does} trigger conversations_keep_pauses`));
  };
  try {
    const found = await interleave(
      size === "ci" ? 1 : 15,
      async () => {
        await keeping("enable");
        return turns();
      },
      async () => {
        await keeping("disable");
        return turns();
      },
    );
    return {
      path: "their turn and back, with what is kept for the figures in the same transaction",
      ratio: 100 * (1 / found.ratio - 1),
      unit: "% more",
      goal: { atMost: 10 },
      detail: `${round(1000 / found.productRate)} ms against ${round(1000 / found.bareRate)} ms a command; ${2 * open.rows.length} in a slice`,
    };
  } finally {
    await keeping("enable");
  }
}

async function answeredToday(actor: Actor): Promise<number> {
  return (await readTimes(actor, { measure: "next_response", slice: last(740) })).n;
}

/** All reads of each page, side by side as the page asks for them. Milliseconds. */
async function pageTimes(actor: Actor, size: Size): Promise<Map<string, number[]>> {
  const quarter = last(91);
  const asked = { measure: "first_response", slice: quarter } as const;
  const pages: Record<string, () => Promise<unknown>> = {
    now: () => readNow(actor, { brandId: null }),
    "response times": () =>
      Promise.all([
        readTimes(actor, asked),
        readTimes(actor, {
          ...asked,
          slice: { ...quarter, from: addDays(quarter.from, -91), to: quarter.from },
        }),
        readTrend(actor, { ...asked, step: "week" }),
        readSpread(actor, asked),
        readWeekHours(actor, { slice: quarter }),
        readBy(actor, { ...asked, by: "channel" }),
      ]),
    "response times by person": () => readBy(actor, { ...asked, by: "agent" }),
    "response times by tag": () => readBy(actor, { ...asked, by: "tag" }),
    targets: () =>
      Promise.all([
        readTargets(actor, { slice: quarter, by: "all" }),
        readTargets(actor, { slice: quarter, by: "channel" }),
      ]),
    workload: () =>
      Promise.all([
        readVolume(actor, { slice: quarter, step: "week" }),
        readStaffing(actor, { slice: quarter }),
      ]),
    behind: () => readBehind(actor, { figure: "first_response:missed", slice: quarter, cursor: null }),
  };
  const found = new Map<string, number[]>();
  const rounds = size === "ci" ? 2 : 20;
  for (const [page, read] of Object.entries(pages)) {
    await read();
    const times: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const start = performance.now();
      await read();
      times.push(performance.now() - start);
    }
    found.set(page, times);
  }
  return found;
}
