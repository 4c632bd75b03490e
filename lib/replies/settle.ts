import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { rerankBeside, rerankLater } from "@/lib/risk/rerank";
import { readyRules, responseDue } from "@/lib/targets/in-force";
import { transact } from "@/lib/transact";

const network: System = { kind: "system", name: "timer" };

type Sending = {
  conversationId: string;
  messageId: string;
  isAutomatic: boolean;
  isSide: boolean;
  isPublic: boolean;
  agentId: string | null;
  repliedAt: string;
  brandId: string;
  channelId: string | null;
};

/**
 * The other side has it. A human reply ends the wait of everything the customer had written before it, at this
 * moment and not at the click; what they wrote since goes on waiting from its own time.
 */
export async function markSent(
  deliveryId: string,
  sent: { externalId: string; refused: readonly string[] },
): Promise<void> {
  await readyRules();
  const busy = await transact(async (tx) => {
    const done = await tx.execute(sql`
      update deliveries set state = 'sent', sent_at = now(), refused = ${JSON.stringify(sent.refused)}::jsonb, lease_until = null, failure_code = null, failure_params = null
      where id = ${deliveryId} and state in ('sending', 'unknown') returning id`);
    if (done.rows.length === 0) return [];
    const s = await sendingOf(tx, deliveryId);
    await tx.execute(sql`
      update messages set external_id = ${sent.externalId} where conversation_id = ${s.conversationId} and id = ${s.messageId}`);
    if (s.isAutomatic) return [];
    if (s.isSide) return tellSide(tx, s, deliveryId, "side.sent");
    const { waitingSince, count } = await unanswered(tx, s, "still");
    const due = await responseDue({
      waitingSince,
      isFirst: false,
      brandId: s.brandId,
      channelId: s.channelId,
    });
    const { id, customerId } = await changeConversation(tx, network, {
      id: s.conversationId,
      type: "reply.sent",
      set: sql`waiting_since = ${waitingSince?.toISOString() ?? null}::timestamptz, unanswered_count = ${count},
        first_response_at = coalesce(c.first_response_at, now()), due_at = ${due.dueAt?.toISOString() ?? null}::timestamptz,
        due_kind = ${due.dueKind}`,
      messageId: s.messageId,
      more: { agentId: s.agentId, deliveryId },
    });
    // Whoever was answered here is no longer left alone in what else they wait for.
    return rerankBeside(tx, { customerId, conversationId: id });
  });
  await rerankLater(busy);
}

/** It will not arrive. The conversation is open again, and the customer has waited all along. */
export async function failDelivery(
  deliveryId: string,
  code: string,
  params: Record<string, string | number>,
): Promise<void> {
  await readyRules();
  const busy = await transact(async (tx) => {
    const done = await tx.execute(sql`
      update deliveries set state = 'failed', sent_at = null, lease_until = null, failure_code = ${code},
        failure_params = ${JSON.stringify(params)}::jsonb
      where id = ${deliveryId} and state in ('queued', 'sending', 'sent', 'unknown') returning id`);
    return done.rows.length > 0 ? openAgain(tx, deliveryId, "reply.failed") : [];
  });
  await rerankLater(busy);
}

/**
 * One of several recipients will not get it, the others have it: that one is marked. Once nobody is left, the whole
 * has failed. `others` are the addresses of everybody else, in small letters.
 */
export async function refuseRecipient(
  deliveryId: string,
  recipient: string,
  others: readonly string[],
  failure: Record<string, string | number>,
): Promise<void> {
  const isLast = await transact(async (tx) => {
    const marked = await tx.execute<{ refused: string[] }>(sql`
      update deliveries set refused = coalesce(refused, '[]') || ${JSON.stringify([recipient])}::jsonb
      where id = ${deliveryId} and state = 'sent' and not coalesce(refused, '[]') ? ${recipient} returning refused`);
    const refused = marked.rows[0]?.refused;
    if (refused === undefined) return false;
    if (others.every((address) => refused.includes(address))) return true;
    const s = await sendingOf(tx, deliveryId);
    if (!s.isAutomatic)
      await changeConversation(tx, network, {
        id: s.conversationId,
        type: "reply.failed",
        set: null,
        messageId: s.messageId,
        more: { agentId: s.agentId, deliveryId, isPart: true },
      });
    return false;
  });
  if (isLast) await failDelivery(deliveryId, "bounced", failure);
}

/** It may have arrived or not, and nobody can ask: a person decides. */
export async function markUncertain(deliveryId: string, code: string): Promise<void> {
  await readyRules();
  const busy = await transact(async (tx) => {
    const done = await tx.execute(sql`
      update deliveries set state = 'unknown', lease_until = null, failure_code = ${code}, failure_params = '{}'::jsonb
      where id = ${deliveryId} and state = 'sending' returning id`);
    return done.rows.length > 0 ? openAgain(tx, deliveryId, "reply.uncertain") : [];
  });
  await rerankLater(busy);
}

/** Later: a temporary failure with its reason, which is shown while it lasts. */
export async function putOff(
  deliveryId: string,
  until: Date,
  code: string,
  params: Record<string, string | number>,
): Promise<void> {
  await db.execute(sql`
    update deliveries set state = 'queued', lease_until = null, claimed_by = null, send_after = ${until.toISOString()}::timestamptz,
      failure_code = ${code}, failure_params = ${JSON.stringify(params)}::jsonb
    where id = ${deliveryId} and state = 'sending'`);
}

/** Resolves with what is to be ranked again after the commit. */
async function openAgain(
  tx: Tx,
  deliveryId: string,
  type: "reply.failed" | "reply.uncertain",
): Promise<string[]> {
  const s = await sendingOf(tx, deliveryId);
  if (s.isAutomatic) return [];
  if (s.isSide) return tellSide(tx, s, deliveryId, type);
  // The wait of whoever is not yet answered by another delivered reply goes on from its start.
  const { waitingSince, count } = await unanswered(tx, s, "again");
  const first = await tx.execute<{ first: boolean }>(
    sql`select first_response_at is null as first from conversations where id = survivor_of(${s.conversationId})`,
  );
  const due = await responseDue({
    waitingSince,
    isFirst: first.rows[0]!.first,
    brandId: s.brandId,
    channelId: s.channelId,
  });
  const { id, customerId } = await changeConversation(tx, network, {
    id: s.conversationId,
    type,
    set: sql`status = 'open', resolved_at = null, snoozed_until = null, unanswered_count = ${count},
      waiting_since = ${waitingSince?.toISOString() ?? null}::timestamptz,
      due_at = ${due.dueAt?.toISOString() ?? null}::timestamptz, due_kind = ${due.dueKind}`,
    messageId: s.messageId,
    more: { agentId: s.agentId, deliveryId },
  });
  return rerankBeside(tx, { customerId, conversationId: id });
}

/** A mail to a third party changes nothing for the customer, who waits all the same. */
async function tellSide(
  tx: Tx,
  s: Sending,
  deliveryId: string,
  type: "side.sent" | "reply.failed" | "reply.uncertain",
): Promise<string[]> {
  await changeConversation(tx, network, {
    id: s.conversationId,
    type,
    set: null,
    messageId: s.messageId,
    more: { agentId: s.agentId, deliveryId },
  });
  return [];
}

/**
 * What the customer wrote that no answer of ours has reached and that nobody has closed without one: since when, and how
 * many. `still`: as far as they wait now. `again`: as if this reply had not been written, whatever was closed since.
 */
async function unanswered(
  tx: Tx,
  s: Sending,
  which: "still" | "again",
): Promise<{ waitingSince: Date | null; count: number }> {
  const here = sql`(select merged_with(survivor_of(${s.conversationId})))`;
  const found = await tx.execute<{ at: string | null; count: number }>(sql`
    select min(m.sent_at)::text as at, count(*)::int as count from messages m
    where m.conversation_id in ${here} and m.kind = 'customer'
      and (${which} = 'again' or (select c.waiting_since from conversations c where c.id = survivor_of(${s.conversationId})) is not null)
      and m.created_at > coalesce((
        select max(r.created_at) from messages r left join deliveries d on d.conversation_id = r.conversation_id and d.message_id = r.id
        where r.conversation_id in ${here} and not r.is_automatic
          and ((r.kind = 'reply' and coalesce(d.state, 'sent') = 'sent') or r.call_outcome in ('reached', 'settled', 'on_site'))), '-infinity')
      and m.created_at > coalesce((
        select max(e.occurred_at) from events e
        where e.conversation_id in ${here} and e.type in ('conversation.resolved', 'conversation.closed_without_reply')
          and e.before ? 'waiting_since' and (${which} = 'still' or e.occurred_at < ${s.repliedAt}::timestamptz)
          and not exists (select 1 from events u where u.conversation_id = e.conversation_id and u.type = 'conversation.undone'
            and (u.after ->> 'eventId')::bigint = e.id)), '-infinity')`);
  const { at, count } = found.rows[0] ?? { at: null, count: 0 };
  return { waitingSince: at === null ? null : new Date(at), count };
}

async function sendingOf(tx: Tx, deliveryId: string): Promise<Sending> {
  const found = await tx.execute<Sending>(sql`
    select m.conversation_id as "conversationId", m.id as "messageId", m.is_automatic as "isAutomatic", m.kind = 'side_out' as "isSide", m.is_public as "isPublic",
      m.agent_id as "agentId", m.created_at as "repliedAt", c.brand_id as "brandId", c.channel_id as "channelId"
    from deliveries d join messages m on m.conversation_id = d.conversation_id and m.id = d.message_id
    join conversations c on c.id = m.conversation_id where d.id = ${deliveryId}`);
  return found.rows[0]!;
}
