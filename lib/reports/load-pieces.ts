import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Dimension, Measure } from "@/db/enums";
import { unpack } from "@/lib/facts/pack";
import { atOnce } from "./at-once";
import { cellsFor, isFresh, keyOfKept } from "./kept";
import { hasEnded, measured, wasClosed } from "./measured";
import { narrowed, onDays, type Scope } from "./scope";
import type { Slice } from "./slice";

/** What was answered of one day, of one channel, team, agent, tag or brand: seconds, ascending. */
export type Piece = { of: string | null; day: string; seconds: Int32Array };

export type Asked = { measure: Measure; slice: Slice; by: Dimension };

type Row = { of: string | null; day: string; bytes: Buffer; isCell: boolean };

/**
 * Everything that was answered in a slice, in pieces by day: those that are kept, and made from the facts where two things
 * are asked at once, or where a day has changed since its pieces were made. Either way the same.
 */
export const loadPieces = atOnce(async (scope: Scope, asked: Asked): Promise<Piece[]> => {
  const cells = cellsFor(scope, asked);
  const found = await db.execute<Row>(
    cells === null
      ? fromFacts(scope, asked, onDays(asked.slice))
      : sql`
    select ${keyOfKept(asked.by)} as of, c.day::text as day, c.seconds as bytes, true as "isCell" from cells c
    where ${cells} and ${isFresh}
    union all ${fromFacts(scope, asked, onStaleDays(asked.slice))}`,
  );
  return found.rows.map(({ of, day, bytes, isCell }) => ({
    of,
    day,
    seconds: isCell ? unpack(bytes) : fromNetwork(bytes),
  }));
});

/** A day's own figures without its seconds, for lines day by day. Null where no pieces are kept for what is asked. */
export async function loadDays(
  scope: Scope,
  asked: Asked,
): Promise<Array<{ of: string | null; day: string; n: number; median: number; p90: number }> | null> {
  const cells = cellsFor(scope, asked);
  if (cells === null) return null;
  const seconds = secondsOf(asked.slice);
  const found = await db.execute<{
    of: string | null;
    day: string;
    n: number;
    median: number;
    p90: number;
  }>(sql`
    select ${keyOfKept(asked.by)} as of, c.day::text as day, c.n, c.median, c.p90 from cells c
    where ${cells} and ${isFresh}
    union all
    select ${keyOf(asked.by)} as of, f.day::text as day, count(*)::int, percentile_disc(0.5) within group (order by ${seconds}),
      percentile_disc(0.9) within group (order by ${seconds})
    ${endedOf(scope, asked, onStaleDays(asked.slice))} group by 1, 2`);
  return found.rows;
}

/** How many waits were closed without an answer, by the same keys. */
export const loadClosed = atOnce(async (scope: Scope, asked: Asked) => {
  const { measure, slice, by } = asked;
  const found = await db.execute<{ of: string | null; day: string; n: number }>(sql`
    select ${keyOf(by)} as of, f.day::text as day, count(*)::int as n
    from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
    where ${measured(measure)} and ${wasClosed} and ${onDays(slice)} and ${narrowed(scope, slice)} and ${hasKey(by)} group by 1, 2`);
  return found.rows;
});

/** The column by which figures are told apart. */
export function keyOf(by: Dimension): SQL {
  return sql.raw(keys[by]);
}

/** What belongs to no channel, team or person is in none of their rows. */
export function hasKey(by: Dimension): SQL {
  return by === "all" ? sql`true` : sql.raw(`${keys[by]} is not null`);
}

/** Only a tag needs another table: a conversation with two tags counts for both. */
export function joinOf(by: Dimension): SQL {
  return by === "tag" ? sql`join conversation_tags ct on ct.conversation_id = f.conversation_id` : sql``;
}

export function secondsOf({ clock }: Slice): SQL {
  return clock === "wall" ? sql`f.wall` : sql`f.business`;
}

const keys: Record<Dimension, string> = {
  all: "null::text",
  brand: "d.brand_id::text",
  channel: "d.channel_id::text",
  team: "d.team_id::text",
  agent: "d.agent_id::text",
  tag: "ct.tag_id::text",
};

function fromFacts(scope: Scope, asked: Asked, days: SQL): SQL {
  return sql`
    select ${keyOf(asked.by)} as of, f.day::text as day, string_agg(int4send(${secondsOf(asked.slice)}), '') as bytes, false as "isCell"
    ${endedOf(scope, asked, days)} group by 1, 2`;
}

function endedOf(scope: Scope, { measure, slice, by }: Asked, days: SQL): SQL {
  return sql`from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
    where ${measured(measure)} and ${hasEnded} and ${days} and ${narrowed(scope, slice)} and ${hasKey(by)}`;
}

/** As a list that is looked up first: with none stale no fact is looked at. */
export function onStaleDays({ from, to }: Slice): SQL {
  return sql`f.day = any(array(select s.day from stale_days s where s.day >= ${from}::date and s.day < ${to}::date))`;
}

/** 32-bit numbers as PostgreSQL sends them, the big end first, in no order. */
export function fromNetwork(bytes: Buffer): Int32Array {
  const ours = bytes.swap32();
  // The copy is aligned.
  return new Int32Array(ours.buffer.slice(ours.byteOffset, ours.byteOffset + ours.byteLength)).sort();
}
