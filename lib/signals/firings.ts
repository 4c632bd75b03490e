import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SignalRuleKind } from "@/db/enums";
import { shippedRules } from "./rules";

/** A rule that became true for somebody, and when. */
export type Firing = {
  personId: string;
  /** The record that the latest of its signs came by. */
  customerId: string;
  at: string;
  /** How often, or for a broken rhythm the usual days between two orders. */
  number: number;
  /** For a broken rhythm: the mean days between their own orders, which is what is said of it. */
  ownDays: number | null;
  /** For a broken rhythm: the last order. */
  lastAt: string;
};

export type FiringInput = {
  rule: SignalRuleKind;
  settings: { [name: string]: number };
  /** Days between two orders that are usual in the house. */
  houseGapDays: number;
  from: Date;
  to: Date;
  /** `person_id, customer_id, kind, at` of the signs to look at. */
  signs: SQL;
};

/** Signs of a brand; with `customerIds` only those of the same persons. */
export function signsOf(brandId: string, customerIds: readonly string[] | null): SQL {
  const whose = customerIds
    ? sql`and k.person_id in (select o.person_id from customers o where o.id = any(${`{${customerIds.join(",")}}`}::uuid[]))`
    : sql``;
  return sql`select k.person_id, s.customer_id, s.kind, s.occurred_at as at
    from customers k join signals s on s.customer_id = k.id where k.brand_id = ${brandId}::uuid and s.brand_id = ${brandId}::uuid ${whose}`;
}

/** Everything that those did of whom a file told something. */
export function signsOfImport(brandId: string, importId: string): SQL {
  return sql`select k.person_id, s.customer_id, s.kind, s.occurred_at as at
    from customers k join signals s on s.customer_id = k.id
    where k.brand_id = ${brandId}::uuid and k.person_id in (select o.person_id from signals i join customers o on o.id = i.customer_id
      where i.import_id = ${importId}::uuid)`;
}

/**
 * For whom a rule became true between two moments, once a person, the last time. The rhythm is lib/signals/rhythm.ts in
 * SQL: after each order, the moment at which the wait would be three times the usual, if no order came before it.
 */
export async function firings(db: Pick<Tx, "execute">, input: FiringInput): Promise<Firing[]> {
  const { rule, from, to } = input;
  const kinds = sql`any(${`{${shippedRules[rule].reads.join(",")}}`}::text[])`;
  const signs = sql`sign as (select * from (${input.signs}) x where x.kind = ${kinds} and x.at <= ${to.toISOString()}::timestamptz)`;
  const between = sql`between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz`;
  const statement =
    rule === "rhythm_broken"
      ? rhythm(signs, between, input.houseGapDays)
      : rule === "unsubscribed"
        ? left(signs, between, input.settings.purchases ?? 1)
        : counted(signs, between, input.settings.times ?? 1, input.settings.days ?? 14);
  return (await db.execute<Firing>(statement)).rows;
}

function rhythm(signs: SQL, between: SQL, houseGapDays: number): SQL {
  return sql`
    with ${signs}, visit as (
      select person_id, max(at) as at, (array_agg(customer_id order by at desc))[1] as customer_id
      from sign group by person_id, (at at time zone 'UTC')::date
    ), seen as (
      select person_id, customer_id, at, row_number() over w as n, first_value(at) over w as first, lead(at) over w as next
      from visit window w as (partition by person_id order by at)
    ), alarm as (
      select person_id, customer_id, at, next,
        (extract(epoch from at - first) / 86400 + 2 * ${houseGapDays}::float8) / (n + 1) as usual,
        extract(epoch from at - first) / 86400 / (n - 1) as own
      from seen where n >= 3
    ), fired as (
      select *, at + make_interval(secs => usual * 3 * 86400) as fires from alarm
    )
    select distinct on (person_id) person_id as "personId", customer_id as "customerId", fires::text as at,
      usual::float8 as number, own::float8 as "ownDays", at::text as "lastAt"
    from fired where fires ${between} and (next is null or next > fires) order by person_id, fires desc`;
}

/** Unsubscribed after so many purchases: somebody who knew us turned away. */
function left(signs: SQL, between: SQL, purchases: number): SQL {
  return sql`
    with ${signs}
    select distinct on (u.person_id) u.person_id as "personId", u.customer_id as "customerId", u.at::text as at,
      (select count(*)::int from sign o where o.person_id = u.person_id and o.kind = 'order_placed' and o.at <= u.at) as number,
      null as "ownDays", u.at::text as "lastAt"
    from sign u where u.kind = 'unsubscribed' and u.at ${between}
      and (select count(*) from sign o where o.person_id = u.person_id and o.kind = 'order_placed' and o.at <= u.at) >= ${purchases}
    order by u.person_id, u.at desc`;
}

/** So many times in so many days. */
function counted(signs: SQL, between: SQL, times: number, days: number): SQL {
  return sql`
    with ${signs}, seen as (
      select person_id, customer_id, at,
        count(*) over (partition by person_id order by at range between ${`${Math.round(days)} days`}::interval preceding and current row)::int as n
      from sign
    )
    select distinct on (person_id) person_id as "personId", customer_id as "customerId", at::text as at, n as number, null as "ownDays", at::text as "lastAt"
    from seen where n >= ${times} and at ${between} order by person_id, at desc`;
}
