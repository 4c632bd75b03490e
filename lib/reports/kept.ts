import { type SQL, sql } from "drizzle-orm";
import type { Dimension } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { nobody } from "@/lib/facts/cells";
import type { Asked } from "./load-pieces";
import type { Scope } from "./scope";
import type { Slice } from "./slice";

/**
 * The kept pieces `cells c` that hold exactly what is asked, or null where none do: two things at once, or a team, a
 * person or a tag for somebody who sees some of the house's brands only.
 */
export function cellsFor(scope: Scope, { measure, slice, by }: Asked): SQL | null {
  const kept = keptFor(scope, slice, by);
  return kept === null ? null : sql`c.measure = ${measure} and c.clock = ${slice.clock} and ${kept}`;
}

/** The same of sums `c`, which are not kept of tags. */
export function sumsFor(scope: Scope, { slice, by }: { slice: Slice; by: Dimension }): SQL | null {
  return by === "tag" || slice.tagId !== null ? null : keptFor(scope, slice, by);
}

/** Whether everything of the house is asked for. */
export function isWhole(scope: Scope, slice: Slice): boolean {
  return scope.isAll && narrowings(slice).length === 0;
}

/** A day whose facts have changed since is counted from them. */
export const isFresh: SQL = sql`not exists (select 1 from stale_days s where s.day = c.day)`;

export function keyOfKept(by: Dimension): SQL {
  return by === "all" ? sql`null::text` : sql`c.of_id::text`;
}

function keptFor(scope: Scope, slice: Slice, by: Dimension): SQL | null {
  const which = whichKept(scope, slice, by);
  if (which === null) return null;
  return sql`c.by = ${which.by} and ${which.ids} and c.day >= ${slice.from}::date and c.day < ${slice.to}::date`;
}

function whichKept(scope: Scope, slice: Slice, by: Dimension): { by: Dimension; ids: SQL } | null {
  const asked = narrowings(slice);
  const [only] = asked;
  if (asked.length > 1) return null;
  if (only === undefined) {
    if (by === "all" && scope.isAll) return { by: "all", ids: sql`c.of_id = ${nobody}::uuid` };
    if (by === "all" || by === "brand")
      return { by: "brand", ids: sql`c.of_id = any(${uuids(scope.brandIds)})` };
    if (scope.isAll) return { by, ids: sql`true` };
    return by === "channel" ? { by, ids: ofScope(scope) } : null;
  }
  if (by !== "all" && by !== only.by) return null;
  const ids = sql`c.of_id = ${only.id}::uuid`;
  if (scope.isAll) return { by: only.by, ids };
  return only.by === "channel" ? { by: "channel", ids: sql`${ids} and ${ofScope(scope)}` } : null;
}

function ofScope(scope: Scope): SQL {
  return sql`c.of_id in (select h.id from channels h where h.brand_id = any(${uuids(scope.brandIds)}))`;
}

/** What a slice asks for beside its brands. */
function narrowings(slice: Slice): Array<{ by: Dimension; id: string }> {
  const all = [
    { by: "channel", id: slice.channelId },
    { by: "team", id: slice.teamId },
    { by: "agent", id: slice.agentId },
    { by: "tag", id: slice.tagId },
  ] as const;
  return all.flatMap(({ by, id }) => (id === null ? [] : [{ by, id }]));
}
