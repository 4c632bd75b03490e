import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Contact, windowDays } from "./told";

/** A human answer `r` with its delivery `d`, as SQL, and when it reached them. */
export const answersSql = sql.raw(
  `((r.kind = 'reply' and not r.is_automatic and coalesce(d.state, 'sent') = 'sent') or r.call_outcome in ('reached', 'settled', 'on_site'))`,
);
export const answeredAtSql = sql.raw("coalesce(d.sent_at, r.sent_at)");

/** By which channel leak `l`'s message came whose id stands in `id`: a conversation may hold a form, a visit and a mail. */
export function kindOf(id: "private_message_id" | "public_message_id", conversation: "c" | "p"): SQL {
  return sql.raw(`coalesce((select coalesce(mh.config ->> 'plays', mh.kind) from messages m join channels mh on mh.id = m.channel_id
    where m.id = l.${id} and m.conversation_id in (select merged_with(${conversation}.id)) limit 1), ${conversation}h.kind, '')`);
}

/**
 * What the person behind a record told us in private in the fourteen days before a moment, each with our first answer in
 * that conversation; closing it without a reply is our last word too. What they said before an earlier leak of theirs
 * belongs to that one. Spam, and what was deleted, counts nowhere.
 */
export async function contactsBefore(
  tx: Pick<Tx, "execute">,
  input: { customerId: string; postedAt: Date },
): Promise<Contact[]> {
  const at = input.postedAt.toISOString();
  const found = await tx.execute<{
    conversationId: string;
    messageId: string;
    toldAt: string;
    answeredAt: string | null;
  }>(sql`
    with own as materialized (
      select c.id, survivor_of(c.id) as goes_on from conversations c
      where c.customer_id in (select records_of(${input.customerId})) and c.status <> 'spam'
    ), since as (
      select coalesce(max(l.posted_at), '-infinity') as at from leaks l
      where l.customer_id in (select records_of(${input.customerId})) and l.withdrawn_at is null and l.posted_at < ${at}::timestamptz
    )
    select o.goes_on as "conversationId", m.id as "messageId", m.sent_at::text as "toldAt", least(
      (select min(${answeredAtSql}) from own x join messages r on r.conversation_id = x.id
        left join deliveries d on d.conversation_id = r.conversation_id and d.message_id = r.id
        where x.goes_on = o.goes_on and ${answersSql} and ${answeredAtSql} > m.sent_at),
      (select min(e.occurred_at) from events e where e.conversation_id = o.goes_on
        and e.type = 'conversation.closed_without_reply' and e.occurred_at > m.sent_at))::text as "answeredAt"
    from own o join messages m on m.conversation_id = o.id, since
    where m.kind = 'customer' and not m.is_public and m.deleted_at is null
      and m.sent_at < ${at}::timestamptz and m.sent_at >= ${at}::timestamptz - make_interval(days => ${windowDays})
      and m.sent_at > since.at
    order by m.sent_at`);
  return found.rows.map((row) => ({
    ...row,
    toldAt: new Date(row.toldAt),
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  }));
}

/** Had the person complained in public already when they told us? Then nothing of ours was private first. */
export async function wasPublicBefore(
  tx: Tx,
  input: { customerId: string; toldAt: Date; exceptMessageId: string | null },
): Promise<boolean> {
  const at = input.toldAt.toISOString();
  const found = await tx.execute(sql`
    select 1 from conversations c join message_marks k on k.conversation_id = c.id
    where c.customer_id in (select records_of(${input.customerId})) and k.is_public and k.is_complaint
      and k.said_at < ${at}::timestamptz and k.said_at >= ${at}::timestamptz - make_interval(days => ${windowDays})
      and k.message_id is distinct from ${input.exceptMessageId}::uuid limit 1`);
  return found.rows.length > 0;
}
