import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";
import { seesRecord } from "./sight";

export type ListedCustomer = {
  id: string;
  name: string;
  brandId: string;
  city: string | null;
  tags: string[];
  identities: Array<{ kind: string; display: string }>;
  conversations: number;
  lastContactAt: string | null;
  doNotContact: boolean;
};

/**
 * Persons that I may see, the newest customers first; `text` finds them by any name or address that they ever had, on
 * every channel. Walks the key, so a page costs the same wherever it stands.
 */
export async function listCustomers(
  actor: Actor,
  input: { text: string; brandId: string | null; tag: string | null; cursor: string | null; limit: number },
): Promise<{ items: ListedCustomer[]; next: string | null }> {
  authorize(actor, "customer.read");
  const words = input.text.trim().split(/\s+/).filter(Boolean).slice(0, 6);
  // Of a record whose conversations I may not see nothing is told, nor is anything found by it.
  const sees = seesRecord(actor, "r");
  const [after = null] = input.cursor === null ? [] : fromCursor(input.cursor, ["uuid"]);
  const found = await db.execute<ListedCustomer>(sql`
    select p.id, (select r.name from customers r where r.person_id = p.id and ${sees} order by r.id limit 1) as name, p.brand_id as "brandId",
      (select r.city from customers r where r.person_id = p.id and r.city is not null and ${sees} order by r.id limit 1) as city,
      array(select distinct t from customers r cross join lateral unnest(r.tags) t where r.person_id = p.id and ${sees} order by t) as tags,
      coalesce((select jsonb_agg(i) from (select i.kind, i.display from identities i join customers r on r.id = i.customer_id
        where r.person_id = p.id and i.revoked_at is null and ${sees} order by i.id limit 4) i), '[]') as identities,
      seen.n::int as conversations, seen.at as "lastContactAt",
      exists (select 1 from customers r where r.person_id = p.id and r.do_not_contact_at is not null) as "doNotContact"
    from customers p cross join lateral (
      select count(*) as n, max(c.last_message_at) as at from conversations c join customers r on r.id = c.customer_id
      where r.person_id = p.id and ${visible(actor, columnsOf("c"))}) seen
    where p.id = p.person_id and exists (select 1 from customers r where r.person_id = p.id and ${sees})
      and ${words.length === 0 ? sql`true` : sql`p.id in (select r.person_id from search_customers(${sql.param(words)}::text[], 500) s join customers r on r.id = s.customer_id and ${sees})`}
      and ${input.brandId === null ? sql`true` : sql`p.brand_id = ${input.brandId}`}
      and ${input.tag === null ? sql`true` : sql`exists (select 1 from customers r where r.person_id = p.id and ${input.tag} = any(r.tags) and ${sees})`}
      and ${after === null ? sql`true` : sql`p.id < ${String(after)}::uuid`}
    order by p.id desc limit ${input.limit + 1}`);
  const items = found.rows
    .slice(0, input.limit)
    .map((row) => ({ ...row, lastContactAt: iso(row.lastContactAt) }));
  const last = items.at(-1);
  return { items, next: found.rows.length > input.limit && last ? toCursor([last.id]) : null };
}

/** Every tag that customers of brands of mine carry, the most used first. */
export async function listCustomerTags(actor: Actor): Promise<string[]> {
  authorize(actor, "customer.read");
  const found = await db.execute<{ tag: string }>(sql`
    select t as tag from customers k cross join lateral unnest(k.tags) t
    where k.tags <> '{}' and ${seesRecord(actor, "k")} group by t order by count(*) desc, t limit 100`);
  return found.rows.map(({ tag }) => tag);
}
