import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { forgetRules, rulesWithin } from "@/lib/targets/rules";
import type { FactRules } from "./fact";

/** The opening hours that this process last measured by, as one sum of all that they follow from. */
let measuredBy: string | null = null;

/**
 * Opening hours, the house's zone, and the moment of the transaction. Never older than the transaction: a fact would keep
 * hours that had just been replaced, since nothing happens to a conversation for having been measured by them.
 */
export async function factRules(tx: Tx): Promise<FactRules> {
  const found = await tx.execute<{ zone: string; now: number; hours: string }>(sql`
    select ${houseZone} as zone, (extract(epoch from now()) * 1000)::float8 as now,
      md5(concat((select string_agg(v::text, '' order by v::text) from schedule_versions v),
        (select string_agg(u::text, '' order by u::text) from schedule_uses u),
        (select string_agg(concat(b.id, b.schedule_id), '' order by b.id) from brands b),
        (select string_agg(concat(t.id, t.schedule_id), '' order by t.id) from teams t))) as hours`);
  const { zone, now, hours } = found.rows[0]!;
  if (hours !== measuredBy) forgetRules();
  measuredBy = hours;
  return { zone, now, opening: await rulesWithin(tx) };
}

/** In which the days of all figures begin. */
export const houseZone = sql`coalesce((select zone from organisation), 'Europe/Paris')`;
