import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";
import { isoText } from "@/lib/conversations/load-rows";
import { type Asked, joinOf, keyOf } from "./load-pieces";
import { goesOn, measured } from "./measured";
import { narrowed, onDays, type Scope } from "./scope";
import type { Waiting } from "./times-of";

export type WaitingPiece = Waiting & { of: string | null; day: string };

/** Everybody of a slice who still waits, with how long by its clock. */
export async function loadWaiting(scope: Scope, asked: Asked, now: Date): Promise<WaitingPiece[]> {
  const { measure, slice, by } = asked;
  const found = await db.execute<{ of: string | null; day: string; since: string; brandId: string }>(sql`
    select ${keyOf(by)} as of, f.day::text as day, f.from_at as since, d.brand_id as "brandId"
    from facts f join dims d on d.id = f.dim_id ${joinOf(by)}
    where ${goesOn} and ${measured(measure)} and ${onDays(slice)} and ${narrowed(scope, slice)}`);
  if (found.rows.length === 0) return [];
  const hours = slice.clock === "business" ? await hoursOfBrands() : [];
  return found.rows.map(({ of, day, since, brandId }) => {
    const from = new Date(since);
    const schedule = hours.find((one) => one.brandId === brandId && one.from <= from.getTime())?.hours;
    const seconds = schedule ? businessSeconds(schedule, from, now) : (now.getTime() - from.getTime()) / 1000;
    return { of, day, since: isoText(since), seconds: Math.max(0, Math.floor(seconds)) };
  });
}

/** Opening hours of every brand as they stood from a moment on, the newest first; the oldest holds before it too. */
export async function hoursOfBrands(): Promise<Array<{ brandId: string; from: number; hours: Schedule }>> {
  const found = await db.execute<{ brandId: string; from: string; isOldest: boolean; hours: Schedule }>(sql`
    select b.id as "brandId", v.valid_from as from, v.hours,
      v.valid_from = min(v.valid_from) over (partition by b.id) as "isOldest"
    from brands b join schedule_versions v on v.schedule_id = b.schedule_id order by v.valid_from desc`);
  return found.rows.map(({ brandId, from, hours, isOldest }) => ({
    brandId,
    from: isOldest ? Number.NEGATIVE_INFINITY : Date.parse(from),
    hours,
  }));
}
