import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { mayOfHistory } from "./search";

/** How many open conversations each value of a filter has, among those that I may see; tags by name, others by id. */
export type Suggestions = {
  tags: Array<{ name: string; count: number }>;
  counts: { [id: string]: number };
};

/** What can stand behind the keys of a filter, with figures from the list of work: one pass over it. */
export async function suggest(actor: Actor): Promise<Suggestions> {
  authorize(actor, "queue.read");
  const found = await db.execute<Suggestions>(sql`
    with open as materialized (
      select q.conversation_id, q.assignee_id, q.team_id, q.channel_id from queue q
      where q.status = 'open' and ${visible(actor, columnsOf("q"))}
    ), tagged as (
      select ct.tag_id, count(*)::int as count from conversation_tags ct join open o on o.conversation_id = ct.conversation_id
      group by ct.tag_id
    ), one as (
      select id, count(*)::int as count from open o
      cross join lateral (values (o.assignee_id), (o.team_id), (o.channel_id)) v(id) where id is not null group by id
    )
    select (select coalesce(json_agg(json_build_object('name', t.name, 'count', coalesce(g.count, 0))
              order by coalesce(g.count, 0) desc, t.name), '[]')
            from (select id, name from tags order by created_at desc limit 500) t left join tagged g on g.tag_id = t.id) as tags,
      (select coalesce(json_object_agg(id, count), '{}') from one) as counts`);
  return found.rows[0]!;
}

/** Customers by name or address, as many as fit below a field; only those of whom I may see a conversation. */
export async function suggestCustomers(
  actor: Actor,
  input: { text: string },
): Promise<{ items: Array<{ id: string; name: string; address: string | null }> }> {
  authorize(actor, "customer.read");
  const words = input.text.trim().split(/\s+/).slice(0, 5);
  const found = await db.execute<{ id: string; name: string; address: string | null }>(sql`
    select k.id, k.name, (select i.display from identities i where i.customer_id in (select records_of(k.id)) and i.revoked_at is null
                          order by i.created_at limit 1) as address
    from customers k where k.id in (select person_of(customer_id) from search_customers(${sql.param(words)}::text[], 40))
      and exists (select 1 from conversations q where q.customer_id in (select records_of(k.id)) and ${mayOfHistory(actor)})
    order by k.name limit 8`);
  return { items: found.rows };
}
