import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Dimension, Measure } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { isFresh, sumsFor } from "./kept";
import { loadClosed, loadPieces, onStaleDays } from "./load-pieces";
import { loadWaiting, type WaitingPiece } from "./load-waiting";
import { namesOf } from "./names-of";
import { narrowed, onDays, type Scope, scopeOf } from "./scope";
import type { ByRow, Slice } from "./slice";
import { timesOf, unlessFew } from "./times-of";

/**
 * The same as `readTimes` for each channel, team, agent, tag or brand, by name: nobody is ranked. A person's figures need
 * twenty cases, and stand beside how often the customer wrote again within 72 hours.
 */
export async function readBy(
  actor: Actor,
  input: { measure: Measure; slice: Slice; by: Dimension },
): Promise<ByRow[]> {
  const { measure, slice, by } = input;
  const asked = { measure, slice, by };
  const scope = await scopeOf(actor, slice);
  const isOfOne = by === "agent" || slice.agentId !== null;
  const [pieces, waiting, closed, again] = await Promise.all([
    loadPieces(scope, asked),
    loadWaiting(scope, asked),
    loadClosed(scope, asked),
    isOfOne ? loadAgain(scope, slice) : [],
  ]);
  const rows = new Map<string | null, { seconds: Int32Array[]; waiting: WaitingPiece[]; closed: number }>();
  const rowOf = ({ of }: { of: string | null }) => {
    const row = rows.get(of) ?? { seconds: [], waiting: [], closed: 0 };
    rows.set(of, row);
    return row;
  };
  for (const piece of pieces) rowOf(piece).seconds.push(piece.seconds);
  for (const one of waiting) rowOf(one).waiting.push(one);
  for (const one of closed) rowOf(one).closed += one.n;
  const names = await namesOf(by, [...rows.keys()]);
  return names.map(({ id, name }) => {
    const row = rows.get(id)!;
    const times = timesOf(row.seconds, row.waiting, row.closed);
    const ofId = again.find((one) => one.of === (by === "agent" ? id : slice.agentId));
    return {
      ...(isOfOne ? unlessFew(times) : times),
      id,
      name,
      wroteAgain: ofId ? { hits: ofId.hits, n: ofId.n } : null,
    };
  });
}

/** How many answers of a person the customer came back to within 72 hours. */
async function loadAgain(
  scope: Scope,
  slice: Slice,
): Promise<Array<{ of: string | null; hits: number; n: number }>> {
  const kept = sumsFor(scope, { slice, by: "agent" });
  const ofFacts = (which: SQL) => sql`
    select d.agent_id::text as of, count(*) filter (where f.wrote_again) as hits, count(*) as n
    from facts f join dims d on d.id = f.dim_id
    where f.kind = 'wait' and f.to_at is not null and f.ending <> 'closed' and d.agent_id is not null
      and ${which} and ${narrowed(scope, slice)} group by d.agent_id`;
  const found = await db.execute<{ of: string | null; hits: number; n: number }>(
    kept === null
      ? sql`select of, hits::int as hits, n::int as n from (${ofFacts(onDays(slice))}) told`
      : sql`select of, sum(hits)::int as hits, sum(n)::int as n from (
          select c.of_id::text as of, sum(c.again) as hits, sum(c.answers) as n from outcomes c
          where ${kept} and c.kind = 'wait' and ${isFresh} group by c.of_id having sum(c.answers) > 0
          union all ${ofFacts(onStaleDays(slice))}) told group by 1`,
  );
  return found.rows;
}
