import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { CustomerView, IdentityView } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { believedBy, personFields } from "./fields";
import type { CustomerRecord } from "./record";
import { seesRecord } from "./sight";

type Loaded = {
  id: string;
  brandId: string;
  since: string;
  erasedAt: string | null;
  avatarOf: string | null;
  records: CustomerRecord[];
  ties: Array<{ after: { [key: string]: Json } | null }>;
  identities: IdentityView[];
  conversations: CustomerView["conversations"];
};

/**
 * The person behind a record: their addresses on every channel, what is known, and the conversations that I may see;
 * `exceptId` is the one on screen. Of a record that I may not see nothing is told.
 */
export async function getCustomer(
  actor: Actor,
  input: { customerId: string; exceptId: string | null },
): Promise<CustomerView> {
  authorize(actor, "customer.read");
  const found = await db.execute<Loaded>(sql`
    with seen as materialized (
      select r.* from customers r where r.id in (select records_of(${input.customerId})) and ${seesRecord(actor, "r")}
    )
    select p.id, p.brand_id as "brandId", (select min(created_at) from seen) as since,
      (select max(x.at)::text from erasures x where x.customer_id in (select id from seen)) as "erasedAt",
      (select s.id from seen s where s.avatar_url is not null order by s.id limit 1) as "avatarOf",
      (select jsonb_agg(jsonb_build_object('id', s.id, 'personId', s.person_id, 'brandId', s.brand_id, 'name', s.name, 'city', s.city,
        'language', s.language, 'zone', s.zone, 'note', s.note, 'facts', s.facts, 'tags', s.tags, 'doNotContactAt', s.do_not_contact_at,
        'unsubscribedAt', s.unsubscribed_at, 'noProfileAt', s.no_profile_at) order by s.id) from seen s) as records,
      coalesce((select jsonb_agg(jsonb_build_object('after', l.after) order by l.decided_at) from customer_links l
        where l.verdict = 'same' and l.revoked_at is null and l.a_id in (select id from seen)), '[]') as ties,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'display', i.display,
        'evidence', case when i.evidence = 'import' and i.import_id is null then 'api' else i.evidence end, 'verifiedAt', i.verified_at) order by i.created_at, i.id)
        from identities i where i.customer_id in (select id from seen) and i.revoked_at is null), '[]') as identities,
      coalesce((select jsonb_agg(o) from (
        select c.id, c.number, c.status, coalesce(h.config ->> 'plays', h.kind, 'note') as "channelKind",
          c.is_public as "isPublic", c.subject, c.excerpt, c.last_message_at as "lastMessageAt"
        from conversations c left join channels h on h.id = c.channel_id
        where c.customer_id in (select id from seen) and c.merged_into_id is null and c.id is distinct from ${input.exceptId}::uuid and ${visible(actor, columnsOf("c"))}
        order by c.last_message_at desc limit 30) o), '[]') as conversations
    from customers p where p.id = person_of(${input.customerId}) and exists (select 1 from seen)`);
  const loaded = found.rows[0] ?? fail("not_found", "customer.not_found");
  const fields = personFields(loaded.records, believedBy(loaded.ties));
  return {
    id: loaded.id,
    brandId: loaded.brandId,
    ...fields,
    doNotContactAt: moment(fields.doNotContactAt),
    unsubscribedAt: moment(fields.unsubscribedAt),
    noProfileAt: moment(fields.noProfileAt),
    erasedAt: moment(loaded.erasedAt),
    // The picture is fetched and served by us: the network must not learn who reads.
    avatarUrl: loaded.avatarOf === null ? null : `/api/v1/customers/${loaded.avatarOf}/avatar`,
    since: isoText(loaded.since),
    identities: loaded.identities.map((i) => ({ ...i, verifiedAt: iso(i.verifiedAt) })),
    conversations: loaded.conversations.map((c) => ({ ...c, lastMessageAt: isoText(c.lastMessageAt) })),
  };
}

function moment(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
