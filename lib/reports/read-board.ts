import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { uuids } from "@/db/uuids";
import type { Actor } from "@/lib/access";
import { ofOutcome } from "@/lib/commitments/list";
import { isHeard } from "@/lib/commitments/record";
import { readSatisfied, type Satisfaction } from "@/lib/satisfaction/report";
import { readTargets } from "./read-targets";
import { readTimes } from "./read-times";
import { readVolume } from "./read-volume";
import { scopeOf } from "./scope";
import type { Slice, Times } from "./slice";

/** The figures that a board reads, of one slice. */
export type Board = {
  first: Times;
  resolution: Times;
  /** Of the targets that are over: first response, next response and resolution together. */
  targets: { hits: number; n: number };
  /** Who went public after telling us, counted by the day of the post. */
  leaks: number;
  /** Kept in time, of the promises that ended in the slice. */
  promises: { hits: number; n: number };
  satisfaction: Satisfaction;
  received: number;
  opened: number;
  answered: number;
};

/** Everything that the month and the week say, for one slice. */
export async function readBoard(actor: Actor, { slice }: { slice: Slice }): Promise<Board> {
  const [first, resolution, targets, volume, satisfaction, others] = await Promise.all([
    readTimes(actor, { measure: "first_response", slice }),
    readTimes(actor, { measure: "resolution", slice }),
    readTargets(actor, { slice, by: "all" }),
    readVolume(actor, { slice, step: "month" }),
    readSatisfied(actor, { slice }),
    readOthers(actor, slice),
  ]);
  const met = targets.reduce((sum, row) => sum + row.met, 0);
  const missed = targets.reduce((sum, row) => sum + row.missed, 0);
  const sum = (of: "received" | "opened" | "answered") => volume.reduce((all, point) => all + point[of], 0);
  return {
    first,
    resolution,
    targets: { hits: met, n: met + missed },
    ...others,
    satisfaction,
    received: sum("received"),
    opened: sum("opened"),
    answered: sum("answered"),
  };
}

async function readOthers(actor: Actor, slice: Slice): Promise<Pick<Board, "leaks" | "promises">> {
  const scope = await scopeOf(actor, slice);
  const within = (
    column: string,
  ) => sql`${sql.raw(column)} >= ${slice.from}::date::timestamp at time zone ${scope.zone}
    and ${sql.raw(column)} < ${slice.to}::date::timestamp at time zone ${scope.zone}`;
  const found = await db.execute<{ leaks: number; kept: number; n: number }>(sql`
    select (select count(distinct coalesce(l.public_conversation_id, l.id))::int from leaks l
        where l.withdrawn_at is null and l.brand_id = any(${uuids(scope.brandIds)}) and ${within("l.posted_at")}) as leaks,
      count(*) filter (where ${ofOutcome("kept")})::int as kept,
      count(*) filter (where ${ofOutcome("kept")} or ${ofOutcome("kept_late")} or ${ofOutcome("broken")})::int as n
    from commitments m where m.brand_id = any(${uuids(scope.brandIds)}) and ${within("m.due_at")} and ${isHeard}`);
  const { leaks, kept, n } = found.rows[0]!;
  return { leaks, promises: { hits: kept, n } };
}
