import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { shareOf } from "./compare";

/** Counting stops here: a name that common says little either way. */
const enough = 2_000;
const freshMs = 600_000;
const most = 20_000;

const counted = new Map<string, { count: number; at: number }>();

/**
 * How many customers of a brand carry each part of a name, counted over the index of names and remembered for ten
 * minutes. Resolves with a share for every part; of an unknown part it is the rarest.
 */
export async function nameShares(
  brandId: string,
  parts: readonly string[],
): Promise<{ countOf(part: string): number; share(part: string): number }> {
  const now = Date.now();
  const key = (part: string) => `${brandId} ${part}`;
  if (counted.size > most) counted.clear();
  const asked = [...new Set(["", ...parts])].filter(
    (part) => (counted.get(key(part))?.at ?? 0) < now - freshMs,
  );
  for (const part of asked) {
    const found = await db.execute<{ count: number }>(
      part === ""
        ? sql`select greatest(1, least(200000, (select reltuples from pg_class where oid = 'customers'::regclass)))::int as count`
        : sql`select count(*)::int as count from (select 1 from customers k where k.brand_id = ${brandId}
            and search_fold(k.name) like ${`%${part}%`} limit ${enough}) n`,
    );
    counted.set(key(part), { count: found.rows[0]!.count, at: now });
  }
  const countOf = (part: string) => counted.get(key(part))?.count ?? 1;
  const all = countOf("");
  return { countOf, share: (part) => shareOf(part === "" ? 1 : countOf(part), all) };
}
