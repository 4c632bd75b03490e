import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { Schedule } from "@/lib/clock/schedule";
import { isZone } from "@/lib/clock/zone";

/**
 * The opening hours of a brand as they are now, and the zone in which its customer means days: their own where it is
 * known. A brand without hours is open all day, in the house's zone.
 */
export async function hoursOf(
  on: Db | Tx,
  input: { brandId: string; customerId: string },
): Promise<{ hours: Schedule; zone: string }> {
  const found = await on.execute<{ hours: Schedule | null; house: string | null; own: string | null }>(sql`
    select (select v.hours from schedule_versions v where v.schedule_id = b.schedule_id and v.valid_from <= now()
        order by v.valid_from desc limit 1) as hours,
      (select zone from organisation) as house,
      (select coalesce(k.zone, k.facts ->> 'timeZone') from customers k where k.id = ${input.customerId}) as own
    from brands b where b.id = ${input.brandId}`);
  const row = found.rows[0];
  const house = row?.house && isZone(row.house) ? row.house : "UTC";
  const hours = row?.hours ?? alwaysOpen(house);
  return { hours, zone: row?.own && isZone(row.own) ? row.own : hours.zone };
}

function alwaysOpen(zone: string): Schedule {
  const day: [string, string][] = [["00:00", "24:00"]];
  return {
    zone,
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
    exceptions: [],
  };
}
