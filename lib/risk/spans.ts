import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { horizonHours } from "./fit";
import { signals } from "./model";
import type { Phase } from "./time-left";

type Ranked = {
  id: string;
  brandId: string;
  customerId: string;
  isSample: boolean;
  phase: Phase | null;
};

/**
 * Keeps the history that the model learns from: one stretch for each waiting in which what was known did not change.
 * What is ranked here ends by our answer, by another thing being known, or after fourteen days; what leaves the list
 * of work is ended where it leaves (see `endSpans`).
 */
export async function writeSpans(
  tx: Tx,
  rows: readonly Ranked[],
  version: number,
  now: number,
): Promise<void> {
  const given = rows.map(({ id, brandId, customerId, isSample, phase }) => ({
    id,
    brandId,
    customerId,
    isSample,
    isWaiting: phase !== null,
    isOver: phase !== null && now - phase.waitingSince >= horizonHours * 3_600_000,
    patience: phase?.patience ?? null,
    waitingSince: phase && new Date(phase.waitingSince).toISOString(),
    known: phase
      ? signals.reduce((bits, signal, place) => (phase.known[signal] ? bits | (1 << place) : bits), 0)
      : 0,
  }));
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  await tx.execute(sql`
    with r as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(id uuid, "brandId" uuid, "customerId" uuid, "isSample" boolean,
        "isWaiting" boolean, "isOver" boolean, patience text, "waitingSince" timestamptz, known int)
    ), running as materialized (
      select s.id, s.conversation_id, s.waiting_since, s.is_oldest,
        r."isWaiting" and not r."isOver" and (s.known, s.patience, s.waiting_since) = (r.known, r.patience, r."waitingSince") as goes_on,
        case when not r."isWaiting" then ${endingSql("s")} when r."isOver" then 'horizon' else 'changed' end as ending
      -- One look by key for each: on old statistics all that are open would be read for each row.
      from r cross join lateral (
        select s.* from risk_spans s where s.conversation_id = r.id and s.to_at is null limit 1) s
    ), ended as (
      update risk_spans s set to_at = greatest(s.from_at, ${at}), ending = g.ending from running g
      where s.id = g.id and not g.goes_on returning s.id
    )
    insert into risk_spans (id, conversation_id, brand_id, customer_id, patience, waiting_since, known, from_at, model, is_oldest, is_sample)
    select gen_random_uuid(), r.id, r."brandId", r."customerId", r.patience, r."waitingSince", r.known,
      -- The first stretch of a waiting begins with it; what is known later counts from when it was known.
      case when g.waiting_since = r."waitingSince" then ${at} else r."waitingSince" end, ${version},
      coalesce(g.is_oldest and g.waiting_since = r."waitingSince", false), r."isSample"
    from r left join running g on g.conversation_id = r.id
    where r."isWaiting" and not r."isOver" and coalesce(not g.goes_on, true) and (select count(*) from ended) >= 0
    on conflict do nothing`);
}

/** How a waiting ended that is no more: by a person's answer, or because none was needed. */
function endingSql(span: string) {
  return sql.raw(`case when exists (
      select 1 from messages m where m.conversation_id = ${span}.conversation_id and m.kind in ('reply', 'call')
        and m.agent_id is not null and not m.is_automatic and m.sent_at >= ${span}.waiting_since)
    then 'answered' else 'no_reply_needed' end`);
}

/** The part of a command that ends the stretches of what leaves the list of work; `source` as in change.ts. */
export function endSpans(source: string): string {
  return `ended_spans as (
      update risk_spans s set to_at = greatest(s.from_at, now()), ending = case
        when e.status = 'spam' or e.merged_into_id is not null then 'removed'
        when exists (select 1 from messages m where m.conversation_id = e.id and m.kind in ('reply', 'call')
          and m.agent_id is not null and not m.is_automatic and m.sent_at >= s.waiting_since) then 'answered'
        else 'no_reply_needed' end
      from ${source} e where s.conversation_id = e.id and s.to_at is null
        and (e.status in ('resolved', 'spam') or e.merged_into_id is not null)
    )`;
}
