import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, type System, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";

/** Whose data is meant: all records of one person, their conversations, and what tells them from others. */
export type Scope = {
  /** The record that stands for the person. */
  personId: string;
  brandId: string;
  name: string;
  records: string[];
  /** Merged ones included: no message moves with a merge. */
  conversations: string[];
  /** Messages of the person that stand in conversations of others, as after a stranger's quote. */
  strays: string[];
  /** Addresses, handles and numbers, long enough to be nobody else's by chance. */
  needles: string[];
};

/** They had only claimed it, or it was put right: the address of an identity `i` is somebody else's now. */
const isTakenOver = sql`exists (select 1 from identities o where o.brand_id = i.brand_id and o.kind = i.kind
  and md5(o.value) = md5(i.value) and o.value = i.value and o.revoked_at is null and person_of(o.customer_id) <> p.id)`;

/** Shorter ones would be found inside other people's words. */
const shortestNeedle = 5;

/** Throws `not_found` for a person of a brand that the actor may not look at. */
export async function scopeOf(on: Tx | Db, actor: Actor | System, customerId: string): Promise<Scope> {
  const found = await on.execute<Omit<Scope, "strays" | "needles"> & { names: string[] }>(sql`
    select p.id as "personId", p.brand_id as "brandId", p.name,
      array(select r::text from records_of(p.id) r order by 1) as records,
      array(select c.id::text from conversations c where c.customer_id in (select records_of(p.id)) order by c.id) as conversations,
      array(select distinct v from identities i, unnest(array[i.value, i.display]) v
            where i.customer_id in (select records_of(p.id)) and not ${isTakenOver} order by 1) as names
    from customers p where p.id = person_of(${customerId}) and ${visibleBrand(actor, sql`p.brand_id`)}`);
  const row = found.rows[0];
  if (!row) return fail("not_found", "customer.not_found");
  const { names, ...scope } = row;
  const needles = names.filter((value) => value.length >= shortestNeedle);
  return { ...scope, needles, strays: await straysOf(on, scope, names) };
}

/** Found by the index of words: reading every message for its author would take minutes. */
async function straysOf(
  on: Tx | Db,
  scope: Omit<Scope, "strays" | "needles">,
  names: string[],
): Promise<string[]> {
  const strays = new Set<string>();
  for (const name of names) {
    const found = await on.execute<{ id: string }>(sql`
      select m.id from messages m join conversations c on c.id = m.conversation_id
      where search_vector(m.subject, m.author_name, m.author_address, m.text)
          @@ phraseto_tsquery('public.avant', normalize(translate(${name}, '/_', '  '), NFC))
        and lower(m.author_address) = lower(${name}) and m.kind in ('customer', 'side_in')
        and c.brand_id = ${scope.brandId} and not c.id = any(${uuids(scope.conversations)})`);
    for (const { id } of found.rows) strays.add(id);
  }
  return [...strays];
}

export function texts(values: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}

/** Whether the text `of` holds one of the person's addresses, in any case; never true for somebody without one. */
export function names(of: SQL, scope: Scope): SQL {
  return sql`exists (select 1 from unnest(${texts(scope.needles)}) needle where position(lower(needle) in lower(${of})) > 0)`;
}
