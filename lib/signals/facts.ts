import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { limitsOf, segmentOf } from "./segments";

/** Rows of one statement: short, so that nobody waits behind it. */
const atOnce = 2000;

type Bought = {
  personId: string;
  orders: number;
  lastAt: string;
  recencyDays: number;
  /** In whole units of `currency`; null where they paid in several. */
  spent: number | null;
  currency: string | null;
};

/**
 * Writes what the shop knows onto the customers: orders, the last one, what they were worth. With `customerIds` only
 * theirs, and the segment stays until the next whole run, since it compares everybody with everybody.
 */
export async function refreshFacts(input: {
  brandId: string;
  customerIds: readonly string[] | null;
}): Promise<number> {
  const bought: Bought[] = [];
  if (input.customerIds) bought.push(...(await readBought(input.brandId, input.customerIds, null)));
  else
    for (let after: string | null = ""; after !== null; ) {
      const page: Bought[] = await readBought(input.brandId, null, after);
      bought.push(...page);
      after = page.length < atOnce ? null : (page.at(-1)?.personId ?? null);
    }
  const buyings = bought.map((one) => ({ ...one, value: one.spent ?? 0 }));
  const limits = input.customerIds ? null : limitsOf(buyings);
  const rows = buyings.map((one) => ({
    id: one.personId,
    facts: {
      orders: one.orders,
      lastOrder: one.lastAt.slice(0, 10),
      ...(one.spent === null || one.currency === null ? {} : { spent: one.spent, currency: one.currency }),
      ...(limits ? { segment: segmentOf(one, limits) } : {}),
    },
  }));
  let changed = 0;
  for (let at = 0; at < rows.length; at += atOnce) {
    const done = await db.execute(sql`
      update customers k set facts = k.facts || x.facts
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + atOnce))}::jsonb) as x(id uuid, facts jsonb)
      where k.id = x.id and not k.facts @> x.facts`);
    changed += done.rowCount ?? 0;
  }
  return changed;
}

/** Those who object to being profiled are not looked at. */
async function readBought(
  brandId: string,
  customerIds: readonly string[] | null,
  after: string | null,
): Promise<Bought[]> {
  const persons = customerIds
    ? sql`select distinct k.person_id from customers k where k.id = any(${`{${customerIds.join(",")}}`}::uuid[])`
    : sql`select k.id as person_id from customers k where k.brand_id = ${brandId}::uuid and k.person_id = k.id
        and k.id > ${after || "00000000-0000-0000-0000-000000000000"}::uuid
        and exists (select 1 from customers o join signals s on s.customer_id = o.id where o.person_id = k.id and s.kind = 'order_placed')
        order by k.id limit ${atOnce}`;
  const found = await db.execute<Bought>(sql`
    select p.person_id as "personId", count(*)::int as orders, max(s.occurred_at)::text as "lastAt",
      greatest(0, extract(epoch from now() - max(s.occurred_at)) / 86400)::float8 as "recencyDays",
      case when count(distinct s.currency) = 1 then round(coalesce(sum(s.amount_minor), 0) / 100, 2)::float8 end as spent,
      min(s.currency) as currency
    from (${persons}) p join customers o on o.person_id = p.person_id
      join signals s on s.customer_id = o.id and s.kind = 'order_placed'
    where not exists (select 1 from customers n where n.person_id = p.person_id and n.no_profile_at is not null)
    group by p.person_id order by p.person_id`);
  return found.rows;
}
