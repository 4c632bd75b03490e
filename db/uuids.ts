import { type SQL, sql } from "drizzle-orm";

/** Ids as one parameter, for `= any(…)` and `unnest(…)`: the statement stays the same for any number of them. */
export function uuids(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}
