import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isZone } from "@/lib/clock/zone";

/** The customer's time zone where it is known, else that of their brand's opening hours, else the house's. */
export async function zoneOf(customerId: string): Promise<{ name: string; of: "customer" | "brand" }> {
  const found = await db.execute<{ own: string | null; brand: string | null; house: string | null }>(sql`
    select coalesce(k.zone, k.facts ->> 'timeZone') as own,
      (select v.hours ->> 'zone' from schedule_versions v where v.schedule_id = b.schedule_id and v.valid_from <= now()
       order by v.valid_from desc limit 1) as brand, (select zone from organisation) as house
    from customers k join brands b on b.id = k.brand_id where k.id = ${customerId}`);
  const zones = found.rows[0];
  if (zones?.own && isZone(zones.own)) return { name: zones.own, of: "customer" };
  const brand = [zones?.brand, zones?.house].find((zone) => zone && isZone(zone));
  return { name: brand ?? "UTC", of: "brand" };
}
