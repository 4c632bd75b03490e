import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";

/** The time zone of a brand of the actor's. Throws `not_found` for another one. */
export async function brandOf(actor: Actor, brandId: string): Promise<string> {
  authorize(actor, "customer.import");
  const found = await db.execute<{ zone: string }>(sql`
    select coalesce((select v.hours ->> 'zone' from schedule_versions v where v.schedule_id = b.schedule_id order by v.valid_from desc limit 1),
      (select zone from organisation), 'UTC') as zone
    from brands b where b.id = ${brandId}::uuid and ${visibleBrand(actor, sql`b.id`)}`);
  return found.rows[0]?.zone ?? fail("not_found", "brand.unknown");
}
