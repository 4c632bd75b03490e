import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { thisSecond } from "./save-schedule";

/**
 * Writes down that a brand or a team counts by other opening hours from this second on, so that what began before keeps those
 * of before. Two choices within one second are one.
 */
export async function noteUse(
  tx: Tx,
  of: { brandId: string | null; teamId: string | null; before: string | null; scheduleId: string | null },
): Promise<void> {
  const { brandId, teamId, before, scheduleId } = of;
  if (before === scheduleId) return;
  // Until today nobody had chosen again: what it says of itself has always held.
  await tx.execute(sql`
    insert into schedule_uses (brand_id, team_id, schedule_id, valid_from)
    select ${brandId}::uuid, ${teamId}::uuid, ${before}::uuid, 'epoch'
    where not exists (select 1 from schedule_uses where coalesce(brand_id, team_id) = ${brandId ?? teamId}::uuid)`);
  await tx.execute(sql`
    insert into schedule_uses (brand_id, team_id, schedule_id, valid_from)
    values (${brandId}::uuid, ${teamId}::uuid, ${scheduleId}::uuid, ${thisSecond().toISOString()}::timestamptz)
    on conflict (brand_id, team_id, valid_from) do update set schedule_id = excluded.schedule_id`);
}
