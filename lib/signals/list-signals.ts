import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SignalKind } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { isoText } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";
import { seesRecord } from "@/lib/customers/sight";
import { fail } from "@/lib/errors";
import { houseGapOf } from "./house";
import { rhythmOf } from "./rhythm";

export type SignalView = {
  id: string;
  customerId: string;
  customerName: string;
  kind: SignalKind;
  at: string;
  details: { [name: string]: Json };
  amountMinor: number | null;
  currency: string | null;
};

export type CustomerSignals = {
  /** The newest first, at most thirty. */
  items: SignalView[];
  count: number;
  /** Whole days; null with fewer than two repeats. */
  rhythm: { usualDays: number; ownDays: number; daysSince: number; hasStopped: boolean } | null;
  segment: string | null;
  /** They objected to being known by signs: nothing is kept, nothing shown. */
  hasObjected: boolean;
};

const fields = sql`s.id, s.customer_id as "customerId", k.name as "customerName", s.kind, s.occurred_at as at, s.details,
  s.amount_minor::float8 as "amountMinor", s.currency`;

/** The latest signs of my brands, one page; `before` is the `at id` of the last one seen. */
export async function listSignals(
  actor: Actor,
  input: { kind: SignalKind | null; before: string | null; limit: number },
): Promise<{ items: SignalView[]; next: string | null }> {
  authorize(actor, "customer.read");
  const [at, id] = input.before === null ? [] : fromCursor(input.before, ["moment", "uuid"]);
  const found = await db.execute<SignalView>(sql`
    select ${fields} from signals s join customers k on k.id = s.customer_id
    where ${visibleBrand(actor, sql`s.brand_id`)} and ${seesRecord(actor, "k")} and ${input.kind === null ? sql`true` : sql`s.kind = ${input.kind}`}
      and ${at && id ? sql`(s.occurred_at, s.id) < (${at}::timestamptz, ${id}::uuid)` : sql`true`}
    order by s.occurred_at desc, s.id desc limit ${input.limit + 1}`);
  const items = found.rows.slice(0, input.limit).map((row) => ({ ...row, at: isoText(row.at) }));
  const last = items.at(-1);
  return { items, next: found.rows.length > input.limit && last ? toCursor([last.at, last.id]) : null };
}

/** What one person did without words, over all of their records, and their rhythm in words' numbers. */
export async function signalsOfCustomer(
  actor: Actor,
  input: { customerId: string },
): Promise<CustomerSignals> {
  authorize(actor, "customer.read");
  const known = await db.execute<{ brandId: string; hasObjected: boolean; segment: string | null }>(sql`
    select k.brand_id as "brandId", (select bool_or(o.no_profile_at is not null) from customers o where o.person_id = k.person_id) as "hasObjected",
      (select o.facts ->> 'segment' from customers o where o.id = k.person_id and ${seesRecord(actor, "o")}) as segment
    from customers k where k.id = ${input.customerId}::uuid
      and exists (select 1 from customers r where r.person_id = k.person_id and ${seesRecord(actor, "r")})`);
  const person = known.rows[0] ?? fail("not_found", "customer.not_found");
  if (person.hasObjected) return { items: [], count: 0, rhythm: null, segment: null, hasObjected: true };
  const mine = sql`from signals s join customers k on k.id = s.customer_id where s.customer_id in (select records_of(${input.customerId}::uuid)) and ${seesRecord(actor, "k")}`;
  const [items, counted, orders, house] = await Promise.all([
    db.execute<SignalView>(sql`select ${fields} ${mine} order by s.occurred_at desc, s.id desc limit 30`),
    db.execute<{ n: number }>(sql`select count(*)::int as n ${mine}`),
    db.execute<{ at: number }>(sql`
      select extract(epoch from s.occurred_at)::float8 * 1000 as at ${mine} and s.kind = 'order_placed' order by s.occurred_at desc limit 1000`),
    houseGapOf(person.brandId),
  ]);
  const rhythm = rhythmOf(
    orders.rows.map(({ at }) => at),
    house,
    Date.now(),
  );
  return {
    items: items.rows.map((row) => ({ ...row, at: isoText(row.at) })),
    count: counted.rows[0]?.n ?? 0,
    rhythm: rhythm && {
      usualDays: Math.max(1, Math.round(rhythm.usualDays)),
      ownDays: Math.max(1, Math.round(rhythm.ownDays)),
      daysSince: Math.floor(rhythm.daysSince),
      hasStopped: rhythm.hasStopped,
    },
    segment: person.segment,
    hasObjected: false,
  };
}
