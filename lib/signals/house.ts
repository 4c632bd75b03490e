import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Where a house has too few orders to say. */
const usualGapDays = 30;
const fewestGaps = 20;

/** Days between two orders of one customer that are usual in this brand, counted at most once a day. */
export async function houseGapOf(brandId: string): Promise<number> {
  const kept = await db.execute<{ gapDays: number | null }>(sql`
    select gap_days as "gapDays" from signal_houses where brand_id = ${brandId}::uuid and gap_at > now() - interval '20 hours'`);
  return kept.rows[0] ? (kept.rows[0].gapDays ?? usualGapDays) : countGap(brandId);
}

/** Counts it anew, from the last 100,000 orders. */
export async function countGap(brandId: string): Promise<number> {
  const found = await db.execute<{ gapDays: number | null }>(sql`
    with sign as (
      select customer_id, occurred_at from signals where brand_id = ${brandId}::uuid and kind = 'order_placed'
      order by occurred_at desc limit 100000
    ), visit as (
      select customer_id, max(occurred_at) as at from sign group by customer_id, (occurred_at at time zone 'UTC')::date
    ), gap as (
      select extract(epoch from at - lag(at) over (partition by customer_id order by at)) / 86400 as days from visit
    ), median as (
      select case when count(days) >= ${fewestGaps} then percentile_cont(0.5) within group (order by days) end::real as days from gap
    )
    insert into signal_houses (brand_id, gap_days, gap_at) select ${brandId}::uuid, days, now() from median
    on conflict (brand_id) do update set gap_days = excluded.gap_days, gap_at = excluded.gap_at
    returning gap_days as "gapDays"`);
  return found.rows[0]?.gapDays ?? usualGapDays;
}
