import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { durationsBy } from "@/lib/facts/durations";
import { hoursFor } from "@/lib/targets/pick";
import { rulesNow } from "@/lib/targets/rules";
import { atOnce } from "./at-once";
import { hoursStay } from "./hours-stay";
import { type Asked, hasKey, joinOf, keyOf } from "./load-pieces";
import { goesOn, measured } from "./measured";
import { goingOnDays, narrowed, type Scope } from "./scope";
import type { Waiting } from "./times-of";

export type WaitingPiece = Waiting & { of: string | null; day: string };

/** Milliseconds of Unix time, since a list of numbers is read ten times as fast as as many rows. */
type Row = { of: string | null; day: string; begun: number[]; brandId: string; teamId: string | null };

/** Everybody of a slice who still waits, with how long by its clock. */
export const loadWaiting = atOnce(async (scope: Scope, asked: Asked): Promise<WaitingPiece[]> => {
  const now = new Date();
  const { measure, slice, by } = asked;
  const [opening, found] = await Promise.all([
    rulesNow(),
    db.execute<Row>(sql`
      select ${keyOf(by)} as of, f.day::text as day, json_agg(floor(extract(epoch from f.from_at) * 1000)) as begun,
        d.brand_id as "brandId", d.team_id as "teamId"
      from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
      where ${goesOn} and ${goingOnDays(slice)} and ${measured(measure)} and ${narrowed(scope, slice)} and ${hasKey(by)} group by 1, 2, 4, 5`),
  ]);
  const to = now.getTime();
  return found.rows.flatMap(({ of, day, begun, brandId, teamId }) => {
    const hoursAt = (at: number) => hoursFor(opening, { brandId, teamId, at }).hours;
    const first = Math.min(...begun);
    // Those of one day mostly began under the same hours.
    const same = hoursStay(opening, first, Math.max(...begun)) ? hoursAt(first) : null;
    return begun.map((from) => {
      const spent = durationsBy(same ?? hoursAt(from), { from, to });
      return { of, day, since: from, seconds: spent[slice.clock] };
    });
  });
});
