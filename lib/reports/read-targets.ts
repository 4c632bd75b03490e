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

/** From what is kept of each day, and of the days that have changed since from their facts; what goes on is looked at. */
async function countTargets(scope: Scope, slice: Slice, by: Dimension): Promise<Counted[]> {
  const kept = outcomesFor(scope, { slice, by });
  const ended = kept === null ? countFacts(scope, { slice, by, days: onDays(slice) }) : countKept(kept, scope, { slice, by });
  const found = await Promise.all([
    ended,
    countFacts(scope, { slice, by, days: sql`${onDays(slice)} and f.to_at is null` }, true),
  ]);
  return found.flat();
}
