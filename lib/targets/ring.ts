import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { TargetKind } from "@/db/enums";
import { type Running, resolutionOf, responseOf, warnAt } from "./due";
import type { Target } from "./rules";
import { type Rules, rulesWithin } from "./rules";
import { loadStates, type StoredState, toState } from "./state";

/** One due time with what has been said of it. Moments in milliseconds of Unix time. */
export type Moment = {
  kind: TargetKind;
  dueAt: number;
  warnAt: number;
  /** Null where no target of today explains it: then nobody is called but whoever has it. */
  target: Target | null;
  isWarned: boolean;
  isMissed: boolean;
};

/**
 * Writes beside each row of the list of work when something is next to be said of its targets, so that the timers look at what
 * is due and at nothing else. Resolves with the earliest of them, or null.
 */
export async function setRings(tx: Tx, ids: readonly string[]): Promise<number | null> {
  if (ids.length === 0) return null;
  const rules = await rulesWithin(tx);
  const rings = (await loadMoments(tx, rules, ids)).map(({ id, moments }) => ({ id, at: nextRing(moments) }));
  const rows = rings.map(({ id, at }) => ({ id, at: at === null ? null : new Date(at).toISOString() }));
  await tx.execute(sql`
    update queue q set rings_at = r.at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, at timestamptz)
    where q.conversation_id = r.id and q.rings_at is distinct from r.at`);
  const moments = rings.flatMap(({ at }) => (at === null ? [] : [at]));
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The due times of some conversations, in no order of theirs. */
export async function loadMoments(
  tx: Tx,
  rules: Rules,
  ids: readonly string[],
): Promise<Array<{ id: string; state: StoredState; moments: Moment[] }>> {
  const states = await loadStates(tx, rules, ids);
  const due = states.filter(({ dueAt, resolveDueAt }) => dueAt !== null || resolveDueAt !== null);
  const said = due.length === 0 ? [] : await loadSaid(tx, due);
  return states.map((state) => ({ id: state.id, state, moments: momentsOf(rules, state, said) }));
}

type Said = { id: string; kind: TargetKind; dueAt: string; isWarned: boolean; isMissed: boolean };

async function loadSaid(tx: Tx, states: readonly StoredState[]): Promise<Said[]> {
  const found = await tx.execute<Said>(sql`
    select conversation_id as id, kind, due_at as "dueAt", warned_at is not null as "isWarned", missed_at is not null as "isMissed"
    from target_moments where conversation_id = any(${`{${states.map(({ id }) => id).join(",")}}`}::uuid[])`);
  return found.rows;
}

function momentsOf(rules: Rules, stored: StoredState, said: readonly Said[]): Moment[] {
  const state = toState(stored);
  const moments: Moment[] = [];
  const add = (kind: TargetKind, due: string | null, running: () => Running | null) => {
    if (due === null) return;
    const dueAt = Date.parse(due);
    const now = running();
    const known = said.find((s) => s.id === stored.id && s.kind === kind && Date.parse(s.dueAt) === dueAt);
    moments.push({
      kind,
      dueAt,
      warnAt: now ? warnAt(now, dueAt) : dueAt - usualWarningMs,
      target: now?.target ?? null,
      isWarned: known?.isWarned ?? false,
      isMissed: known?.isMissed ?? false,
    });
  };
  add(stored.dueKind ?? "first_response", stored.dueAt, () => responseOf(rules, state));
  add("resolution", stored.resolveDueAt, () => resolutionOf(rules, state));
  return moments;
}

const usualWarningMs = 30 * 60_000;

/** When something is to be said next; in the past where it should have been said already. */
export function nextRing(moments: readonly Moment[]): number | null {
  const next = moments.flatMap(({ dueAt, warnAt: warn, isWarned, isMissed }) =>
    isMissed ? [] : [isWarned ? dueAt : Math.min(warn, dueAt)],
  );
  return next.length === 0 ? null : Math.min(...next);
}
