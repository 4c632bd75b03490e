import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Places } from "../rows";
import { type Dice, dice } from "./dice";
import { type Life, liveThrough } from "./life";
import { peopleOf } from "./people";
import { arrivalsOf } from "./rhythm";
import type { Stage } from "./stage";
import { stageOf } from "./stage-of";
import { storePast } from "./store";

/** Fourteen months. */
export const pastDays = 425;
/** Conversations that an ordinary day brings now, and brought at the beginning. */
const [usualNow, usualThen] = [13, 3];
/** Nothing of it is so fresh that it could still go on. */
const settledMs = 2 * 3_600_000;

/**
 * So many days of settled conversations before the story, so that reports have something to say: the same on each day
 * on which it is made. `before` are the moments at which the conversations of the story begin, in order; numbers are
 * handed out over both. Resolves with the numbers that are left for the story.
 */
export async function seedPast(
  tx: Tx,
  places: Places,
  { now, days, before }: { now: Date; days: number; before: readonly number[] },
): Promise<number[]> {
  const random = dice(42);
  const stage = await stageOf(tx, places);
  const lives = livesUntil(random, stage, { now, days });
  const { fresh, of } = peopleOf(random, lives, { known: [], made: 0 });
  const [first] = (
    await tx.execute<{ number: number }>(sql`select nextval('conversation_numbers')::int as number`)
  ).rows;
  const base = first?.number ?? 1001;
  const inOrder = [
    ...lives.map((life, at) => ({ start: life.start, past: at, story: -1 })),
    ...before.map((start, at) => ({ start, past: -1, story: at })),
  ].sort((a, b) => a.start - b.start || a.story - b.story);
  const numbers = { past: [0], story: [0] };
  inOrder.forEach(({ past, story }, at) => {
    if (past >= 0) numbers.past[past] = base + at;
    else numbers.story[story] = base + at;
  });
  await storePast(
    tx,
    stage,
    fresh,
    lives.map((life, at) => ({ life, person: of[at]!, number: numbers.past[at]! })),
  );
  await tx.execute(sql`select setval('conversation_numbers', ${base + inOrder.length - 1})`);
  await passBy(tx);
  // What follows looks things up: without this by reading all of it each time.
  await tx.execute(
    sql`analyze customers, identities, conversations, conversation_tags, messages, message_marks, events`,
  );
  return numbers.story;
}

/** Made by `seedPast`, and not by somebody who wrote: ids of version 8, which nothing else here makes. */
export const isPast = (column: string) => sql.raw(`coalesce(substr(${column}::text, 15, 1) = '8', false)`);

function livesUntil(random: Dice, stage: Stage, { now, days }: { now: Date; days: number }): Life[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(stage.schedule.zone)
    .toPlainDate();
  const end = now.getTime() - settledMs;
  const lives: Life[] = [];
  for (let ago = days; ago >= 0; ago--) {
    const usual = usualThen + ((usualNow - usualThen) * (pastDays - ago)) / pastDays;
    for (const start of arrivalsOf(random, stage.schedule, today.subtract({ days: ago }), usual)) {
      const life = liveThrough(random, stage, { start, now: end, slow: slowness(ago) });
      if (life.status === "resolved") lives.push(life);
    }
  }
  return lives.sort((a, b) => a.start - b.start);
}

/** A third quicker than a year ago, but for ten days in spring when half the team was away. */
function slowness(ago: number): number {
  return (ago > 195 && ago < 206 ? 2.6 : 1) * (0.9 + (0.45 * ago) / pastDays);
}

/**
 * Nobody is to be told, asked or acknowledged because of what is long over: the reader that does so begins after it. The
 * one that makes figures does not.
 */
export async function passBy(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into event_cursors (name, epoch, xid, event_id)
    select 'dispatcher', epoch, xid, id from events order by id desc limit 1
    on conflict (name) do update set epoch = excluded.epoch, xid = excluded.xid, event_id = excluded.event_id`);
}
