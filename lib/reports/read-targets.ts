import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Dimension } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { hasTarget, outcome, reason } from "@/lib/facts/outcomes";
import { isFresh, keyOfKept, sumsFor } from "./kept";
import { joinOf, keyOf, onStaleDays } from "./load-pieces";
import { goesOn } from "./measured";
import { namesOf } from "./names-of";
import { goingOnDays, narrowed, onDays, type Scope, scopeOf } from "./scope";
import type { Slice, TargetRow } from "./slice";

export const targetKindOf = {
  response: "first_response",
  wait: "next_response",
  resolution: "resolution",
} as const;

type Counted = {
  kind: keyof typeof targetKindOf;
  of: string | null;
  what: "met" | "missed" | "running";
  reason: string | null;
  n: number;
};

/**
 * Targets met, missed and still running, with why they were missed. What is not over and already late is missed; what
 * was closed without an answer in time counts as neither.
 */
export async function readTargets(
  actor: Actor,
  input: { slice: Slice; by: Dimension },
): Promise<TargetRow[]> {
  const { slice, by } = input;
  const scope = await scopeOf(actor, slice);
  const rows = await countTargets(scope, slice, by);
  const ids = [...new Set(rows.map(({ of }) => of))];
  const names = await namesOf(by, by === "all" && ids.length === 0 ? [null] : ids);
  return (["response", "wait", "resolution"] as const).flatMap((kind) =>
    names.flatMap(({ id, name }) => {
      const ofId = rows.filter((row) => row.kind === kind && row.of === id);
      const count = (what: Counted["what"]) =>
        ofId.reduce((sum, row) => sum + (row.what === what ? row.n : 0), 0);
      if (ofId.length === 0 && by !== "all") return [];
      return {
        kind: targetKindOf[kind],
        id,
        name,
        met: count("met"),
        missed: count("missed"),
        running: count("running"),
        reasons: reasonsOf(ofId),
      };
    }),
  );
}

/** What was missed may be over or go on: for the same reason. */
function reasonsOf(rows: readonly Counted[]): TargetRow["reasons"] {
  const sums = new Map<string, number>();
  for (const { what, reason, n } of rows)
    if (what === "missed") {
      const of = reason ?? "not_answered";
      sums.set(of, (sums.get(of) ?? 0) + n);
    }
  return [...sums].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n);
}

/** What is kept of each day, the facts of days that have changed since, and of the others what is not over. */
export async function countTargets(scope: Scope, slice: Slice, by: Dimension): Promise<Counted[]> {
  const kept = sumsFor(scope, { slice, by });
  if (kept === null) return countFacts(scope, { slice, by, which: onDays(slice) });
  const [ended, running, stale] = await Promise.all([
    db.execute<Counted>(sql`
      with c as materialized (select c.of_id, c.kind, c.met, c.missed from outcomes c where ${kept} and ${isFresh})
      select kind, ${keyOfKept(by)} as of, 'met' as what, null as reason, sum(met)::int as n from c group by 1, 2 having sum(met) > 0
      union all
      select kind, ${keyOfKept(by)}, 'missed', m.key, sum(m.value::int)::int from c cross join lateral jsonb_each_text(c.missed) m group by 1, 2, 4`),
    countFacts(scope, { slice, by, which: sql`${goesOn} and ${goingOnDays(slice)}` }),
    countFacts(scope, { slice, by, which: sql`f.to_at is not null and ${onStaleDays(slice)}` }),
  ]);
  return [...ended.rows, ...running, ...stale];
}

async function countFacts(
  scope: Scope,
  { slice, by, which }: { slice: Slice; by: Dimension; which: SQL },
): Promise<Counted[]> {
  const found = await db.execute<Counted>(sql`
    select f.kind, ${keyOf(by)} as of, ${outcome} as what, ${reason} as reason, count(*)::int as n
    from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
    where f.due_at is not null and ${hasTarget} and ${outcome} is not null and ${which}
      and ${narrowed(scope, slice)} group by 1, 2, 3, 4`);
  return found.rows;
}
