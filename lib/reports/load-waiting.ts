import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoText } from "@/lib/conversations/load-rows";
import { durations } from "@/lib/facts/durations";
import { rulesNow } from "@/lib/targets/rules";
import { atOnce } from "./at-once";
import { type Asked, hasKey, joinOf, keyOf } from "./load-pieces";
import { goesOn, measured } from "./measured";
import { narrowed, onDays, type Scope } from "./scope";
import type { Waiting } from "./times-of";

export type WaitingPiece = Waiting & { of: string | null; day: string };

type Row = { of: string | null; day: string; since: string; brandId: string; teamId: string | null };

/** Everybody of a slice who still waits, with how long by its clock. */
export const loadWaiting = atOnce(async (scope: Scope, asked: Asked): Promise<WaitingPiece[]> => {
  const now = new Date();
  const { measure, slice, by } = asked;
  const [opening, found] = await Promise.all([
    rulesNow(),
    db.execute<Row>(sql`
      select ${keyOf(by)} as of, f.day::text as day, f.from_at as since, d.brand_id as "brandId", d.team_id as "teamId"
      from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
      where ${goesOn} and ${measured(measure)} and ${onDays(slice)} and ${narrowed(scope, slice)} and ${hasKey(by)}`),
  ]);
  const rules = { zone: scope.zone, now: now.getTime(), opening };
  return found.rows.map(({ of, day, since, brandId, teamId }) => {
    const spent = durations(rules, { brandId, teamId, from: Date.parse(since), to: now.getTime() });
    return { of, day, since: isoText(since), seconds: spent[slice.clock] };
  });
});
