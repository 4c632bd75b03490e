import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import type { Person } from "@/lib/conversations/types";
import { wilson } from "@/lib/reports/wilson";
import { ofOutcome } from "./list";
import { keptOf, type Tally } from "./outcome";
import { isHeard } from "./record";

export type KeptRate = {
  /** Null: no team had the conversation. */
  team: Person | null;
  tally: Tally;
  /** Kept in time out of those that ended; `low` and `high` hold the true rate in 95 of 100 cases. Null without any. */
  rate: { kept: number; n: number; share: number; low: number; high: number } | null;
};

/**
 * Promises that were due in [from, until), by the team that had the conversation when they were made, and all together.
 * Never by person: a rate of people would be a ranking of who promises little.
 */
export async function keptRates(
  actor: Actor,
  input: { from: Date; until: Date },
): Promise<{ all: KeptRate; teams: KeptRate[] }> {
  authorize(actor, "report.read");
  const found = await db.execute<
    { id: string | null; name: string | null } & Record<keyof Tally, number>
  >(sql`
    select t.id, t.name, count(*) filter (where ${ofOutcome("open")})::int as open, count(*) filter (where ${ofOutcome("kept")})::int as kept,
      count(*) filter (where ${ofOutcome("kept_late")})::int as kept_late, count(*) filter (where ${ofOutcome("broken")})::int as broken,
      count(*) filter (where ${ofOutcome("withdrawn")})::int as withdrawn, count(*) filter (where ${ofOutcome("moved")})::int as moved
    from commitments m join conversations c on c.id = survivor_of(m.conversation_id) left join teams t on t.id = m.team_id
    where m.due_at >= ${input.from.toISOString()}::timestamptz and m.due_at < ${input.until.toISOString()}::timestamptz
      and ${isHeard} and ${visible(actor, columnsOf("c"))}
    group by t.id, t.name order by t.name nulls last`);
  const teams = found.rows.map(({ id, name, ...tally }) =>
    rateOf(id === null ? null : { id, name: name ?? "" }, tally),
  );
  const sum = teams.reduce((all, { tally }) => plus(all, tally), nothing);
  return { all: rateOf(null, sum), teams };
}

const nothing: Tally = { open: 0, kept: 0, kept_late: 0, broken: 0, withdrawn: 0, moved: 0 };

function rateOf(team: Person | null, tally: Tally): KeptRate {
  const kept = keptOf(tally);
  return { team, tally, rate: kept && { ...kept, share: kept.kept / kept.n, ...wilson(kept.kept, kept.n) } };
}

function plus(a: Tally, b: Tally): Tally {
  return {
    open: a.open + b.open,
    kept: a.kept + b.kept,
    kept_late: a.kept_late + b.kept_late,
    broken: a.broken + b.broken,
    withdrawn: a.withdrawn + b.withdrawn,
    moved: a.moved + b.moved,
  };
}
