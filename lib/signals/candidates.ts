import { sql } from "drizzle-orm";
import type { db, Tx } from "@/db/client";
import type { SignalRuleKind } from "@/db/enums";
import type { Firing } from "./firings";
import { type Reason, scoreOf, type Way, wayFor } from "./rules";
import { decimalsOf } from "./sources/shapes";

/** Somebody whom a rule proposes to speak to. */
export type Candidate = {
  personId: string;
  customerId: string;
  name: string;
  rule: SignalRuleKind;
  at: string;
  reason: Reason;
  way: Way;
  score: number;
  /** Spoken to, or proposed, so lately that the rule keeps still. */
  isCooling: boolean;
  coolDownDays: number;
};

type Known = {
  personId: string;
  name: string;
  hasUnsubscribed: boolean;
  isNotToBeContacted: boolean;
  hasMail: boolean;
  hasPhone: boolean;
  hasPostalAddress: boolean;
  orders: number;
  /** Paid in the currency that they mostly buy in, in its smallest unit: amounts of two currencies do not add up. */
  minor: number;
  currency: string | null;
  isCooling: boolean;
};

/**
 * What may be done for each of them, and how they stand beside the others. Whoever objected to being profiled is left out
 * without a word.
 */
export async function candidatesOf(
  at: Pick<Tx, "execute"> | typeof db,
  input: { rule: SignalRuleKind; coolDownDays: number; firings: readonly Firing[]; now: Date },
): Promise<Candidate[]> {
  const { rule, firings, now } = input;
  const known = new Map((await knownOf(at, input)).map((one) => [one.personId, one]));
  return firings.flatMap((fired) => {
    const person = known.get(fired.personId);
    if (!person) return [];
    const since = Math.floor((now.getTime() - Date.parse(fired.lastAt)) / 86_400_000);
    const beyond =
      rule === "rhythm_broken" ? since / Math.max(1, fired.number) - 3 : Math.log2(Math.max(1, fired.number));
    const params: Reason["params"] =
      rule === "rhythm_broken"
        ? { usual: Math.max(1, Math.round(fired.ownDays ?? fired.number)), since }
        : { number: fired.number, at: new Date(fired.at).toISOString() };
    return [
      {
        personId: fired.personId,
        customerId: fired.customerId,
        name: person.name,
        rule,
        at: new Date(fired.at).toISOString(),
        reason: { code: rule, params },
        way: wayFor(person),
        score: scoreOf({
          rule,
          beyond,
          orders: person.orders,
          spent: person.minor / 10 ** decimalsOf(person.currency ?? ""),
        }),
        isCooling: person.isCooling,
        coolDownDays: input.coolDownDays,
      },
    ];
  });
}

async function knownOf(
  at: Pick<Tx, "execute"> | typeof db,
  { firings, coolDownDays, now }: { firings: readonly Firing[]; coolDownDays: number; now: Date },
): Promise<Known[]> {
  if (firings.length === 0) return [];
  const ids = firings.map(({ personId }) => personId);
  const moment = sql`${now.toISOString()}::timestamptz`;
  const found = await at.execute<Known>(sql`
    select p.id as "personId", p.name, r.*, coalesce(i.mail, false) and exists (select 1 from channels h where h.brand_id = p.brand_id and h.kind = 'email'
        and h.paused_at is null) as "hasMail", coalesce(i.phone, false) as "hasPhone", coalesce(b.orders, 0) as orders, coalesce(b.minor, 0) as minor, b.currency,
      exists (select 1 from outreaches o join customers k on k.id = o.customer_id where k.person_id = p.id
        and (o.opened_at > ${moment} - make_interval(days => ${coolDownDays}) or o.quiet_until > ${moment})) as "isCooling"
    from customers p
    join lateral (select bool_or(k.unsubscribed_at is not null) as "hasUnsubscribed", bool_or(k.do_not_contact_at is not null) as "isNotToBeContacted",
      bool_or(k.facts ?| array['address', 'postalAddress']) as "hasPostalAddress", bool_or(k.no_profile_at is not null) as "hasObjected"
      from customers k where k.person_id = p.id) r on not r."hasObjected"
    left join lateral (select bool_or(i.kind = 'email') as mail, bool_or(i.kind = 'phone') as phone from customers k
      join identities i on i.customer_id = k.id and i.revoked_at is null where k.person_id = p.id) i on true
    left join lateral (select sum(m.orders)::int as orders, (array_agg(m.minor order by m.orders desc, m.minor desc))[1] as minor,
        (array_agg(m.currency order by m.orders desc, m.minor desc))[1] as currency
      from (select s.currency, count(*) as orders, coalesce(sum(s.amount_minor), 0)::float8 as minor from customers k
        join signals s on s.customer_id = k.id and s.kind = 'order_placed' where k.person_id = p.id group by s.currency) m) b on true
    where p.id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return found.rows;
}
