import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { limitsOf, segmentOf } from "./segments";
import { decimalsOf } from "./sources/shapes";

/** Rows of one statement: short, so that nobody waits behind it. */
const atOnce = 2000;

/** What one record's own signs say. */
type Bought = {
  id: string;
  personId: string;
  orders: number;
  lastAt: string;
  recencyDays: number;
  /** In the smallest unit of each currency. */
  minor: { [currency: string]: number };
};

/**
 * Writes what the shop knows onto the customers: orders, the last one, what they were worth in each currency. Each record
 * gets what its own signs say and no other's, so that two that become one person, and two again, need nothing written
 * (`addUp` counts them together where they are read). With `customerIds` only those, and the segment stays until
 * the next whole run, since it compares everybody with everybody. Resolves with how many records changed.
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
      const last: string | null = page.at(-1)?.personId ?? null;
      after = new Set(page.map(({ personId }) => personId)).size < atOnce ? null : last;
    }
  const segments = input.customerIds ? null : segmentsOf(bought);
  const rows = bought.map(({ id, orders, lastAt, minor }) => {
    const spentIn = inUnits(minor);
    const [only, ...more] = Object.entries(spentIn);
    return {
      id,
      facts: {
        orders,
        lastOrder: lastAt.slice(0, 10),
        ...(only && more.length === 0 ? { spent: only[1], currency: only[0] } : {}),
        spentIn,
      },
    };
  });
  let changed = 0;
  for (let at = 0; at < rows.length; at += atOnce)
    changed += await write(
      rows.slice(at, at + atOnce),
      sql`(k.facts - array['spent', 'currency', 'spentIn']) || x.facts`,
    );
  const grouped = [...(segments ?? [])].map(([id, segment]) => ({ id, facts: { segment } }));
  for (let at = 0; at < grouped.length; at += atOnce)
    changed += await write(grouped.slice(at, at + atOnce), sql`k.facts || x.facts`);
  return changed;
}

async function write(rows: ReadonlyArray<{ id: string; facts: object }>, facts: SQL): Promise<number> {
  const done = await db.execute(sql`
    update customers k set facts = ${facts} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, facts jsonb)
    where k.id = x.id and k.facts is distinct from ${facts}`);
  return done.rowCount ?? 0;
}

/** Of each person over all of their records; the oldest stands for them. */
function segmentsOf(bought: readonly Bought[]): Map<string, string> {
  const persons = new Map<string, { recencyDays: number; orders: number; minor: Bought["minor"] }>();
  for (const { personId, recencyDays, orders, minor } of bought) {
    const known = persons.get(personId) ?? { recencyDays, orders: 0, minor: {} };
    const sums = { ...known.minor };
    for (const [currency, amount] of Object.entries(minor)) sums[currency] = (sums[currency] ?? 0) + amount;
    persons.set(personId, {
      recencyDays: Math.min(known.recencyDays, recencyDays),
      orders: known.orders + orders,
      minor: sums,
    });
  }
  const buyings = [...persons].map(([id, { minor, ...one }]) => {
    const spent = Object.values(inUnits(minor));
    // Amounts of several currencies do not add up to a value.
    return { id, ...one, value: spent.length === 1 ? (spent[0] ?? 0) : 0 };
  });
  const limits = limitsOf(buyings);
  return new Map(buyings.map((one) => [one.id, segmentOf(one, limits)]));
}

function inUnits(minor: Bought["minor"]): { [currency: string]: number } {
  return Object.fromEntries(
    Object.entries(minor).map(([currency, amount]) => [currency, amount / 10 ** decimalsOf(currency)]),
  );
}

/** Those who object to being profiled are not looked at. */
async function readBought(
  brandId: string,
  customerIds: readonly string[] | null,
  after: string | null,
): Promise<Bought[]> {
  const records = customerIds
    ? sql`select k.id, k.person_id from customers k where k.id = any(${`{${customerIds.join(",")}}`}::uuid[])`
    : sql`select o.id, o.person_id from (select k.id as person_id from customers k where k.brand_id = ${brandId}::uuid and k.person_id = k.id
        and k.id > ${after || "00000000-0000-0000-0000-000000000000"}::uuid
        and exists (select 1 from customers o join signals s on s.customer_id = o.id where o.person_id = k.id and s.kind = 'order_placed')
        order by k.id limit ${atOnce}) p join customers o on o.person_id = p.person_id`;
  const found = await db.execute<Bought>(sql`
    with paid as (
      select o.id, o.person_id, s.currency, count(*)::int as orders, max(s.occurred_at) as last_at, sum(s.amount_minor)::float8 as minor
      from (${records}) o join signals s on s.customer_id = o.id and s.kind = 'order_placed'
      where not exists (select 1 from customers n where n.person_id = o.person_id and n.no_profile_at is not null)
      group by o.id, o.person_id, s.currency
    )
    select id, person_id as "personId", sum(orders)::int as orders, max(last_at)::text as "lastAt",
      greatest(0, extract(epoch from now() - max(last_at)) / 86400)::float8 as "recencyDays",
      coalesce(jsonb_object_agg(currency, minor) filter (where currency is not null and minor is not null), '{}') as minor
    from paid group by id, person_id order by person_id, id`);
  return found.rows;
}
