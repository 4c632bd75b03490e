import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/access";
import { hasTarget, outcome } from "@/lib/facts/outcomes";
import { isFresh, sumsFor } from "./kept";
import { onStaleDays } from "./load-pieces";
import { goesOn } from "./measured";
import { targetKindOf } from "./read-targets";
import { goingOnDays, narrowed, onDays, type Scope, scopeOf } from "./scope";
import type { Slice, Step, TargetRow } from "./slice";
import { stepAt, stepsOf } from "./steps";

export type TargetStep = { from: string; kind: TargetRow["kind"]; met: number; missed: number };

/** Targets met and missed, step by step and kind by kind; a step without any is there and empty. */
export async function readTargetTrend(
  actor: Actor,
  input: { slice: Slice; step: Step },
): Promise<TargetStep[]> {
  const { slice } = input;
  const scope = await scopeOf(actor, slice);
  const kept = sumsFor(scope, { slice, by: "all" });
  const rows = (
    await Promise.all([
      kept === null ? [] : keptDays(kept),
      ...(kept === null
        ? [countDays(scope, slice, onDays(slice))]
        : [
            countDays(scope, slice, sql`${goesOn} and ${goingOnDays(slice)}`),
            countDays(scope, slice, sql`f.to_at is not null and ${onStaleDays(slice)}`),
          ]),
    ])
  ).flat();
  const steps = stepsOf(slice, input.step);
  const points = Object.values(targetKindOf).flatMap((kind) =>
    steps.map((from) => ({ from, kind, met: 0, missed: 0 })),
  );
  for (const row of rows) {
    const from = steps[stepAt(steps, row.day)];
    const point = points.find((one) => one.kind === targetKindOf[row.kind] && one.from === from);
    if (!point) continue;
    point.met += row.met;
    point.missed += row.missed;
  }
  return points;
}

type Day = { kind: keyof typeof targetKindOf; day: string; met: number; missed: number };

async function keptDays(kept: SQL): Promise<Day[]> {
  const found = await db.execute<Day>(sql`
    select c.kind, c.day::text as day, sum(c.met)::int as met,
      sum((select coalesce(sum(m.value::int), 0) from jsonb_each_text(c.missed) m))::int as missed
    from outcomes c where ${kept} and ${isFresh} group by c.kind, c.day`);
  return found.rows;
}

async function countDays(scope: Scope, slice: Slice, which: SQL): Promise<Day[]> {
  const found = await db.execute<Day>(sql`
    select f.kind, f.day::text as day, (count(*) filter (where ${outcome} = 'met'))::int as met,
      (count(*) filter (where ${outcome} = 'missed'))::int as missed
    from facts f join dims d on d.id = f.dim_id
    where f.due_at is not null and ${hasTarget} and ${which} and ${narrowed(scope, slice)} group by f.kind, f.day`);
  return found.rows;
}
