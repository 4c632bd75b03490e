import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Today and the zone in which the days of every report begin: the house's, whoever looks. */
export async function houseDay(): Promise<{ today: string; zone: string }> {
  const found = await db.execute<{ today: string; zone: string }>(sql`
    select (now() at time zone o.zone)::date::text as today, o.zone
    from (select coalesce((select zone from organisation), 'Europe/Paris') as zone) o`);
  return found.rows[0]!;
}
