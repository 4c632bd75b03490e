import { type SQL, sql } from "drizzle-orm";
import { behind, type Figure, hasOwnDays, isByEnd, isGoingOn } from "./figure";
import { goingOnDays, narrowed, onDays, type Scope } from "./scope";
import type { Slice } from "./slice";

/** Of `facts f join dims d`: those that a figure counts in a slice. */
export function factsOf({ figure, slice }: { figure: Figure; slice: Slice }, scope: Scope): SQL {
  return sql`${behind(figure, slice, scope)} and ${daysOf(figure, slice, scope.zone)} and ${narrowed(scope, slice)}`;
}

function daysOf(figure: Figure, slice: Slice, zone: string): SQL {
  // Nothing was resolved before it began.
  if (figure.startsWith("reason:")) return sql`f.day < ${slice.to}::date`;
  if (hasOwnDays(figure)) return sql`true`;
  if (isGoingOn(figure, slice, zone)) return goingOnDays(slice);
  if (!isByEnd(figure)) return onDays(slice);
  const local = sql`(f.to_at at time zone ${zone})::date`;
  return sql`f.day < ${slice.to}::date and ${local} >= ${slice.from}::date and ${local} < ${slice.to}::date`;
}
