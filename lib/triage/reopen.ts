import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { readyRules, responseDue } from "@/lib/targets/in-force";
import { transact } from "@/lib/transact";

/**
 * Back to work: from resolved, spam, snoozed or their turn. A new cycle starts only after an end; what was filed as
 * spam has waited all along.
 */
export async function reopen(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  await readyRules();
  return transact((tx) => reopenWithin(tx, actor, input));
}

/** `readyRules` goes before the transaction. */
export async function reopenWithin(
  tx: Tx,
  actor: Actor,
  input: { conversationId: string },
): Promise<Changed> {
  const found = await tx.execute<{
    waitingSince: string | null;
    isFirst: boolean;
    brandId: string;
    channelId: string | null;
  }>(sql`
    select c.waiting_since as "waitingSince", c.first_response_at is null as "isFirst", c.brand_id as "brandId",
      c.channel_id as "channelId" from conversations c where c.id = survivor_of(${input.conversationId}) for update`);
  const c = found.rows[0];
  const waitingSince = c?.waitingSince ? new Date(c.waitingSince) : null;
  const due = c ? await responseDue({ ...c, waitingSince }) : { dueAt: null, dueKind: null };
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.reopened",
    only: sql`c.status <> 'open'`,
    set: sql`status = 'open', snoozed_until = null, resolved_at = null, no_reply_reason = null, block_id = null,
             due_at = coalesce(c.due_at, ${due.dueAt?.toISOString() ?? null}::timestamptz),
             due_kind = coalesce(c.due_kind, ${due.dueKind}),
             cycle_started_at = case when c.status = 'resolved' then now() else c.cycle_started_at end`,
  });
}
