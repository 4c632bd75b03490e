import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Dimension, Measure } from "@/db/enums";
import { hasEnded, measured, wasClosed } from "./measured";
import { narrowed, onDays, type Scope } from "./scope";
import type { Slice } from "./slice";

/** What was answered of one day, of one channel, team, agent, tag or brand: seconds, ascending. */
export type Piece = { of: string | null; day: string; seconds: Int32Array };

export type Asked = { measure: Measure; slice: Slice; by: Dimension };

/** Everything that was answered in a slice, in pieces by day. */
export async function loadPieces(scope: Scope, asked: Asked): Promise<Piece[]> {
  const { measure, slice, by } = asked;
  const found = await db.execute<{ of: string | null; day: string; seconds: Buffer }>(sql`
    select ${keyOf(by)} as of, f.day::text as day, string_agg(int4send(${secondsOf(slice)}), '') as seconds
    from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
    where ${measured(measure)} and ${hasEnded} and ${onDays(slice)} and ${narrowed(scope, slice)} group by 1, 2`);
  return found.rows.map(({ of, day, seconds }) => ({ of, day, seconds: fromNetwork(seconds).sort() }));
}

/** How many waits were closed without an answer, by the same keys. */
export async function loadClosed(
  scope: Scope,
  asked: Asked,
): Promise<Array<{ of: string | null; day: string; n: number }>> {
  const { measure, slice, by } = asked;
  const found = await db.execute<{ of: string | null; day: string; n: number }>(sql`
    select ${keyOf(by)} as of, f.day::text as day, count(*)::int as n
    from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
    where ${measured(measure)} and ${wasClosed} and ${onDays(slice)} and ${narrowed(scope, slice)} group by 1, 2`);
  return found.rows;
}

/** The column by which figures are told apart. */
export function keyOf(by: Dimension): SQL {
  return sql.raw(keys[by]);
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

/** 32-bit numbers as PostgreSQL sends them: the big end first. */
function fromNetwork(bytes: Buffer): Int32Array {
  const numbers = new Int32Array(bytes.length / 4);
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readInt32BE(at * 4);
  return numbers;
}
