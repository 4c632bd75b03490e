import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { CustomerView, IdentityView } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";

type Loaded = Omit<CustomerView, "identities" | "conversations"> & {
  identities: IdentityView[];
  conversations: CustomerView["conversations"];
};

/** A customer with their addresses and the conversations that I may see; `exceptId` is the one on screen. */
export async function getCustomer(
  actor: Actor,
  input: { customerId: string; exceptId: string | null },
): Promise<CustomerView> {
  authorize(actor, "customer.read");
  const seesOne = sql`exists (select 1 from conversations c where c.customer_id = k.id and ${visible(actor, columnsOf("c"))})`;
  const found = await db.execute<Loaded>(sql`
    select k.id, k.name, k.avatar_url as "avatarUrl", k.city, k.language, k.facts, k.note, k.created_at as since,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'display', i.display,
        'evidence', i.evidence, 'verifiedAt', i.verified_at) order by i.created_at, i.id)
        from identities i where i.customer_id = k.id and i.revoked_at is null), '[]') as identities,
      coalesce((select jsonb_agg(o) from (
        select c.id, c.number, c.status, coalesce(h.config ->> 'plays', h.kind, 'note') as "channelKind",
          c.is_public as "isPublic", c.subject, c.excerpt, c.last_message_at as "lastMessageAt"
        from conversations c left join channels h on h.id = c.channel_id
        where c.customer_id = k.id and c.merged_into_id is null and c.id is distinct from ${input.exceptId}::uuid and ${visible(actor, columnsOf("c"))}
        order by c.last_message_at desc limit 30) o), '[]') as conversations
    from customers k where k.id = ${input.customerId} and ${seesOne}`);
  const customer = found.rows[0] ?? fail("not_found", "customer.not_found");
  return {
    ...customer,
    // The picture is fetched and served by us: the network must not learn who reads.
    avatarUrl: customer.avatarUrl === null ? null : `/api/v1/customers/${customer.id}/avatar`,
    since: isoText(customer.since),
    identities: customer.identities.map((i) => ({ ...i, verifiedAt: iso(i.verifiedAt) })),
    conversations: customer.conversations.map((c) => ({ ...c, lastMessageAt: isoText(c.lastMessageAt) })),
  };
}
