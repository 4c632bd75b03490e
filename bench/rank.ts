import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { knownOf } from "@/lib/risk/history";
import { patiences, shippedModel } from "@/lib/risk/model";
import { rankOf } from "@/lib/risk/order";
import { rankExpired } from "@/lib/risk/rank";
import { timeLeft } from "@/lib/risk/time-left";
import { withDatabase } from "./place";
import type { Size } from "./slices";
import type { Row } from "./table";

const texts = [
  "Hello, do you ship to Luxembourg?",
  "My parcel is broken and damaged. I want my money back.",
  "Where is my invoice? Thank you.",
  "I have had no answer. If nothing happens today I will tell everybody on social media.",
];

/** What the order of the list costs: ranking everything once, and what time alone asks for afterwards. */
export async function measureRank(size: Size): Promise<Row[]> {
  const count = size === "ci" ? 400 : size === "quick" ? 5_000 : 20_000;
  return withDatabase(4, async ({ brandId, channels }) => {
    const now = Date.now();
    await grow(count, brandId, channels.get("care@marmelune.example") ?? [...channels.values()][0]!, now);
    let start = performance.now();
    while (await rankExpired(now));
    const first = (performance.now() - start) / count;
    start = performance.now();
    await db.transaction(async (tx) => {
      await tx.execute(sql`update queue set rank = rank + 0.001, rank_valid_until = rank_valid_until`);
      await tx.execute(sql`update risks set patience_hours = patience_hours, scored_at = now()`);
    });
    const bare = (performance.now() - start) / count;
    // An hour of a desk to which nothing happens, minute by minute.
    let asked = 0;
    start = performance.now();
    const minutes = size === "ci" ? 5 : 30;
    for (let minute = 1; minute <= minutes; minute++) {
      const at = now + minute * 60_000;
      const due = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from queue where rank_valid_until <= ${new Date(at).toISOString()}::timestamptz`,
      );
      asked += due.rows[0]!.count;
      while (await rankExpired(at));
    }
    const steady = (performance.now() - start) / Math.max(1, asked);
    const off = await worstOf(now + minutes * 60_000);
    return [
      {
        path: `rank: a row when ${count} are ranked at once`,
        ratio: first / bare,
        goal: null,
        detail: `${first.toFixed(2)} ms a row with its marks made, ${bare.toFixed(3)} ms for a bare UPDATE of the same rows together`,
      },
      {
        path: `rank: rows asked again each minute of ${count}, though nothing happens`,
        ratio: asked / minutes,
        unit: "",
        goal: { atMost: count / 20 },
        detail: `${steady.toFixed(2)} ms a row: ${((100 * steady * asked) / minutes / 60_000).toFixed(1)} % of one connection's time`,
      },
      {
        path: "rank: farthest that a stored rank lies from the exact one",
        ratio: 100 * off,
        unit: "%",
        goal: { atMost: 6 },
        detail: "after half an hour in which nothing happened",
      },
    ];
  });
}

export async function grow(count: number, brandId: string, channelId: string, now: number): Promise<void> {
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  await db.execute(sql`
    with made as (
      insert into customers (id, brand_id, name) select gen_random_uuid(), ${brandId}, 'Paul Rey' from generate_series(1, ${count}) returning id
    ), numbered as (select id, row_number() over () as n from made), opened as (
      insert into conversations (id, brand_id, customer_id, channel_id, cycle_started_at, waiting_since, last_message_at,
        last_customer_message_at, due_at, due_kind, unanswered_count, message_count, excerpt)
      select gen_random_uuid(), ${brandId}, id, ${channelId}, w.at, w.at, w.at, w.at, w.at + interval '30 hours', 'first_response', 1, 1, ''
      from numbered, lateral (select ${at} - (n * 7919 % 2400) * interval '3 minutes' as at) w returning *
    ), told as (
      insert into messages (conversation_id, id, kind, channel_id, text, sent_at, language)
      select id, gen_random_uuid(), 'customer', channel_id,
        (${sql.param(texts)}::text[])[1 + number % 4], waiting_since, 'en' from opened
    )
    insert into queue (conversation_id, status, brand_id, customer_id, channel_id, is_public, is_restricted, pin, due_at, since_at, version)
    select id, 'open', brand_id, customer_id, channel_id, false, false, 0, due_at, waiting_since, 1 from opened`);
  await db.execute(sql`analyze`);
}

/** The largest relative distance of a stored rank from the one that would be found now. */
async function worstOf(at: number): Promise<number> {
  const stored = await db.execute<{
    rank: number;
    patience: string;
    known: number;
    since: string;
    dueAt: string | null;
    promiseAt: string | null;
  }>(sql`
    select q.rank, z.patience, z.known, z.waiting_since::text as since, c.due_at::text as "dueAt", z.promise_at::text as "promiseAt"
    from queue q join risks z on z.conversation_id = q.conversation_id join conversations c on c.id = q.conversation_id
    where q.status = 'open' and q.lane = 2 and z.waiting_since is not null and z.patience_hours is not null`);
  return Math.max(
    ...stored.rows.map(({ rank, patience, known, since, dueAt, promiseAt }) => {
      const phase = {
        patience: patiences.find((one) => one === patience) ?? "email",
        waitingSince: Date.parse(since),
        known: knownOf(known),
      };
      const { hours } = rankOf(
        timeLeft(shippedModel, phase, at),
        {
          targetAt: dueAt === null ? null : Date.parse(dueAt),
          promiseAt: promiseAt === null ? null : Date.parse(promiseAt),
        },
        at,
      );
      return Math.abs(rank - hours) / Math.max(hours, 15 / 3600);
    }),
  );
}
