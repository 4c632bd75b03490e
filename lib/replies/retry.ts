import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { approvalNeeded } from "@/lib/approvals/rule";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/**
 * Sends a failed or uncertain reply once more, with the same Message-ID: a mailbox that already has it shows it
 * once. For an uncertain one this is a person's decision.
 */
export async function retryDelivery(actor: Actor, input: { deliveryId: string }): Promise<void> {
  authorize(actor, "conversation.reply");
  await transact(async (tx) => {
    const found = await tx.execute<{ conversationId: string; messageId: string; state: string }>(sql`
      select d.conversation_id as "conversationId", d.message_id as "messageId", d.state from deliveries d
      join conversations c on c.id = d.conversation_id
      where d.id = ${input.deliveryId} and ${visible(actor, columnsOf("c"))} for update of d`);
    const delivery = found.rows[0] ?? fail("not_found", "delivery.not_found");
    if (delivery.state !== "failed" && delivery.state !== "unknown") fail("conflict", "delivery.not_now");
    await checkApproved(tx, actor, delivery);
    // Not 0: it may have arrived the first time, so it must not be taken back as if nobody could have read it.
    await tx.execute(sql`
      update deliveries set state = 'queued', send_after = now(), attempts = 1, failure_code = null, failure_params = null,
        claimed_by = null, lease_until = null where id = ${input.deliveryId}`);
    await changeConversation(tx, actor, {
      id: delivery.conversationId,
      type: "reply.queued",
      set: sql`status = case when c.status = 'open' then 'waiting' else c.status end`,
      messageId: delivery.messageId,
      more: { deliveryId: input.deliveryId, again: true },
    });
  }, "deliveries");
}

/** The same words as before: what a colleague said yes to needs no second yes, what nobody did needs its first. */
async function checkApproved(
  tx: Tx,
  actor: Actor,
  delivery: { conversationId: string; messageId: string },
): Promise<void> {
  const { conversationId, messageId } = delivery;
  const reason = await approvalNeeded(tx, actor, { conversationId, marks: [], approverId: null });
  if (reason === null) return;
  const approved = await tx.execute(
    sql`select 1 from held_replies where id = ${messageId} and state = 'released' and decided_by is not null
        union all select 1 from messages where conversation_id = ${conversationId} and id = ${messageId} and agent_id <> ${actor.id}`,
  );
  if (approved.rows.length === 0) fail("forbidden", "reply.needs_approval");
}
