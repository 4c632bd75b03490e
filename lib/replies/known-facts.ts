import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { Json } from "@/lib/channels/channel";
import { type Finding, type KnownFacts, nameOfFinding, numbersNamed, privateFacts } from "./check-public";

/** What a public text of ours about a customer is held against. */
export type PublicCheck = { known: KnownFacts; allowed: string[] };

/** Everything we hold of a customer that is nobody else's business, and what of ours may stand anywhere. */
export async function publicCheckOf(on: Db | Tx, customerId: string): Promise<PublicCheck> {
  const found = await on.execute<{
    name: string;
    facts: { [key: string]: Json };
    allowed: string[];
    addresses: string[];
    identities: string[];
    publicNames: string[];
    texts: string[];
  }>(sql`
    select k.name, (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from customers r cross join lateral jsonb_each(r.facts) f where r.person_id = k.person_id) as facts, b.public_contacts as allowed,
      coalesce((select jsonb_agg(h.address) from channels h where h.brand_id = b.id and h.address like '%@%'), '[]') as addresses,
      coalesce((select jsonb_agg(i.display) from identities i where i.customer_id in (select records_of(k.id)) and i.revoked_at is null
        and i.kind in ('email', 'phone', 'customer_number', 'order_number')), '[]') as identities,
      coalesce((select jsonb_agg(distinct n) from conversations c join messages m on m.conversation_id = c.id
        cross join lateral unnest(array[m.author_name, m.author_address]) n
        where c.customer_id in (select records_of(k.id)) and m.is_public and m.kind = 'customer' and n is not null), '[]') as "publicNames",
      coalesce((select jsonb_agg(t.text) from (select left(m.text, 4000) as text from conversations c join messages m on m.conversation_id = c.id
        where c.customer_id in (select records_of(k.id)) and not m.is_public and m.kind = 'customer' order by m.sent_at desc limit 40) t), '[]') as texts
    from customers k join brands b on b.id = k.brand_id where k.id = ${customerId}`);
  const k = found.rows[0];
  if (!k) return { known: { values: [], name: "", publicNames: [] }, allowed: [] };
  const values = [...k.identities, ...factsWorthHiding(k.facts), ...k.texts.flatMap(numbersNamed)];
  return {
    known: { values: [...new Set(values)], name: k.name, publicNames: k.publicNames },
    allowed: [...k.allowed, ...k.addresses],
  };
}

/** What in a public text has not been confirmed. */
export function unconfirmed(text: string, check: PublicCheck, confirmed: readonly string[]): Finding[] {
  return privateFacts(text, check).filter((finding) => !confirmed.includes(nameOfFinding(finding)));
}

/** Counts ("orders: 6") are not worth hiding, numbers and addresses are. */
function factsWorthHiding(facts: { [key: string]: Json }): string[] {
  return Object.entries(facts).flatMap(([key, value]) =>
    /number|address|street|phone|iban|reference|lastorder$|order_?id/i.test(key) &&
    (typeof value === "string" || typeof value === "number")
      ? [String(value)]
      : [],
  );
}
