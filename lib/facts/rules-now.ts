import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rulesWithin } from "@/lib/targets/rules";
import type { FactRules } from "./fact";

/** Opening hours, the house's zone, and the moment of the transaction. */
export async function factRules(tx: Tx): Promise<FactRules> {
  const opening = await rulesWithin(tx);
  const found = await tx.execute<{ zone: string | null; now: number }>(sql`
    select (select zone from organisation) as zone, (extract(epoch from now()) * 1000)::float8 as now`);
  const { zone, now } = found.rows[0] ?? { zone: null, now: Date.now() };
  return { zone: zone ?? "Europe/Paris", now, opening };
}
