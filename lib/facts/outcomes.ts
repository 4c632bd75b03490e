import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { countedUnder } from "./hours";

/**
 * Makes the sums of these days again from their facts: what became of the targets of what is over, and how many answers
 * the customer wrote again after. What goes on is counted when it is asked for, since it becomes late by itself.
 */
export async function refreshOutcomes(tx: Tx, days: readonly string[]): Promise<void> {
  const list = sql`${`{${[...days].sort().join(",")}}`}::date[]`;
  await tx.execute(sql`delete from outcomes where day = any(${list})`);
  await tx.execute(sql`
    insert into outcomes (by, of_id, day, kind, met, missed, answers, again)
    select k.by, k.id, day, kind, coalesce(sum(n) filter (where what = 'met'), 0),
      coalesce(jsonb_object_agg(reason, n) filter (where what = 'missed'), '{}'), sum(answers), sum(again)
    from (
      select k.by, k.id, day, kind, what, reason, sum(n)::int as n, sum(answers)::int as answers, sum(again)::int as again
      from (
        select f.dim_id, f.day, f.kind, case when f.due_at is not null and ${hasTarget} then ${outcome} end as what,
          case when f.due_at is not null and ${hasTarget} then ${reason} end as reason, count(*) as n,
          count(*) filter (where f.kind = 'wait' and f.ending <> 'closed') as answers,
          count(*) filter (where f.kind = 'wait' and f.ending <> 'closed' and f.wrote_again) as again
        from facts f join dims d on d.id = f.dim_id
        where f.day = any(${list}) and f.to_at is not null and f.kind in ('response', 'wait', 'resolution')
        group by 1, 2, 3, 4, 5
      ) told join dims d on d.id = told.dim_id ${countedUnder}
      where k.id is not null group by 1, 2, 3, 4, 5, 6
    ) k
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
}

/** The kinds that have targets, each as `measured` counts it, so that a number opens exactly its conversations. */
export const hasTarget = sql`(f.kind in ('wait', 'resolution') or f.kind = 'response' and f.cycle = 0)`;

/** Of `facts f`: what became of its target. Null for what was closed in time. */
export const outcome = sql`case
  when f.missed is not null or (f.to_at is null and f.due_at < now()) or f.to_at > f.due_at then 'missed'
  when f.to_at is null then 'running'
  when f.ending = 'closed' then null
  else 'met' end`;

/** Late a moment ago, and nothing has happened since: why is known from who has it. */
export const reason = sql`case when ${outcome} = 'missed' then coalesce(f.missed, case when d.agent_id is null then 'nobody_had_it' else 'not_answered' end) end`;
