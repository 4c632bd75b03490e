import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { requeue } from "@/lib/conversations/requeue";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { linkWithin } from "@/lib/links/link";
import { sentence } from "@/lib/sentences";
import { transact } from "@/lib/transact";

export type WentPrivate = {
  conversationId: string;
  number: number;
  isNew: boolean;
  /** What can be said in public meanwhile; nothing in it is private. */
  publicLine: string;
};

type Place = {
  customerId: string;
  brandId: string;
  teamId: string | null;
  subject: string | null;
  language: string;
  mailboxId: string | null;
  address: string | null;
  knownId: string | null;
  knownNumber: number | null;
};

/**
 * Goes on in private with somebody who wrote in public, where their network has no private way: in their open mail
 * conversation if there is one, else in a new one from the brand's mailbox to their address, linked to this one. It
 * is nobody's turn until something is written there.
 */
export async function goPrivate(actor: Actor, input: { conversationId: string }): Promise<WentPrivate> {
  authorize(actor, "conversation.reply");
  return transact(async (tx) => {
    const place = await placeOf(tx, actor, input.conversationId);
    const language = place.language === "fr" ? "fr" : "en";
    const publicLine = sentence(language, "composer.private.publicLine") ?? "";
    if (place.knownId !== null && place.knownNumber !== null)
      return { conversationId: place.knownId, number: place.knownNumber, isNew: false, publicLine };
    const mailboxId = place.mailboxId ?? fail("invalid", "private.no_mailbox");
    if (place.address === null) fail("invalid", "private.no_address");
    const id = newId();
    const opened = await tx.execute<{ number: number }>(sql`
      with made as (
        insert into conversations (id, brand_id, customer_id, channel_id, team_id, assignee_id, status, subject, cycle_started_at, last_message_at)
        values (${id}, ${place.brandId}, ${place.customerId}, ${mailboxId}, ${place.teamId}, ${actor.id}, 'waiting', ${place.subject}, now(), now())
        returning *
      ), ${requeue("made")}, event as (
        insert into events (epoch, type, actor_kind, actor_id, conversation_id, customer_id, team_id, brand_id, channel_id, after, version, occurred_at)
        select (select epoch from installation), 'conversation.opened', 'agent', ${actor.id}::uuid, id, customer_id, team_id, brand_id, channel_id,
          jsonb_build_object('status', 'waiting', 'from', ${input.conversationId}::text), version, clock_timestamp() from made
      ) select number::int as number from made`);
    await linkWithin(tx, actor, { conversationId: input.conversationId, otherId: id });
    return { conversationId: id, number: opened.rows[0]!.number, isNew: true, publicLine };
  });
}

async function placeOf(tx: Tx, actor: Actor, conversationId: string): Promise<Place> {
  const found = await tx.execute<Place>(sql`
    select coalesce(held.customer_id, c.customer_id) as "customerId", c.brand_id as "brandId", c.team_id as "teamId", c.subject, coalesce(k.language, b.language) as language,
      (select h.id from channels h where h.brand_id = c.brand_id and h.kind = 'email' and h.paused_at is null order by h.created_at, h.id limit 1) as "mailboxId",
      held.value as address, known.id as "knownId", known.number::int as "knownNumber"
    from conversations c join customers k on k.id = c.customer_id join brands b on b.id = c.brand_id
    left join lateral (select i.value, i.customer_id from identities i
      where i.customer_id in (select records_of(k.id)) and i.kind = 'email' and i.revoked_at is null
      order by i.customer_id = k.id desc, i.verified_at is null, i.created_at limit 1) held on true
    left join lateral (select o.id, o.number from conversations o join channels h on h.id = o.channel_id
      where o.customer_id in (select records_of(c.customer_id)) and o.id <> c.id and not o.is_public and o.status in ('open', 'waiting', 'snoozed')
        and o.merged_into_id is null and h.kind in ('email', 'form') and (o.team_id is not distinct from c.team_id or o.assignee_id = ${actor.id})
        and not o.is_restricted
      order by o.last_message_at desc limit 1) known on true
    where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))} for no key update of k`);
  return found.rows[0] ?? fail("not_found", "conversation.not_found");
}
