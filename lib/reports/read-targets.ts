import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Dimension } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { joinOf, keyOf } from "./load-pieces";
import { namesOf } from "./names-of";
import { narrowed, onDays, type Scope, scopeOf } from "./scope";
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
        reasons: ofId
          .filter((row) => row.what === "missed")
          .map((row) => ({ reason: row.reason ?? "not_answered", n: row.n }))
          .sort((a, b) => b.n - a.n),
      };
    }),
  );
}

/**
 * Most were met, and by an index alone: everything that began, less the part that was missed, goes on, was closed, had no
 * target or belongs to a later cycle. Only that part is looked at.
 */
async function countTargets(scope: Scope, slice: Slice, by: Dimension): Promise<Counted[]> {
  const from = sql`from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
    where f.kind in ('response', 'wait', 'resolution') and ${onDays(slice)} and ${narrowed(scope, slice)}`;
  const [all, apart] = await Promise.all([
    db.execute<Omit<Counted, "what" | "reason">>(
      sql`select f.kind, ${keyOf(by)} as of, count(*)::int as n ${from} group by 1, 2`,
    ),
    db.execute<Omit<Counted, "what"> & { what: Counted["what"] | null }>(sql`
      select f.kind, ${keyOf(by)} as of, case when f.due_at is not null and ${hasTarget} then ${outcome} end as what, ${reason} as reason, count(*)::int as n
      ${from} and ${isApart} group by 1, 2, 3, 4`),
  ]);
  const met = all.rows.map((row) => {
    const less = apart.rows.filter(({ kind, of }) => kind === row.kind && of === row.of);
    return { ...row, what: "met" as const, reason: null, n: row.n - less.reduce((sum, { n }) => sum + n, 0) };
  });
  const told = apart.rows.flatMap((row) => (row.what === null ? [] : [{ ...row, what: row.what }]));
  return [...met.filter(({ n }) => n > 0), ...told];
}

/** As the index `facts_apart` says it. */
const isApart = sql.raw(
  "(f.missed is not null or f.to_at is null or f.ending = 'closed' or f.due_at is null or f.to_at > f.due_at or f.cycle > 0)",
);

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
