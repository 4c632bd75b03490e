import { type SQL, sql } from "drizzle-orm";
import type { Measure } from "@/db/enums";

/**
 * Which facts `f` a measure is made of. First response is that of first cycles, so that nobody who comes back makes it
 * look slower or quicker; next response is every wait; a resolution is one for each cycle.
 */
export function measured(measure: Measure): SQL {
  return sql.raw(conditions[measure]);
}

const conditions: Record<Measure, string> = {
  first_response: "f.kind = 'response' and f.cycle = 0",
  next_response: "f.kind = 'wait'",
  resolution: "f.kind = 'resolution'",
  handling: "f.kind = 'handling'",
};

/** Over, and by an answer: what the seconds of a measure are taken from. */
export const hasEnded: SQL = sql.raw("f.to_at is not null and f.ending is distinct from 'closed'");

/** Over, and without an answer. What has an ending is over: asking for that as well would look at every row of the index. */
export const wasClosed: SQL = sql.raw("f.ending = 'closed'");

export const goesOn: SQL = sql.raw("f.to_at is null");
