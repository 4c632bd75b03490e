import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { NoReplyReason } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

/** No reply needed: closed with a reason, neither a response nor lost. */
export async function closeWithoutReply(
  actor: Actor,
  input: { conversationId: string; reason: NoReplyReason },
): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => closeWithoutReplyWithin(tx, actor, input));
}

export function closeWithoutReplyWithin(
  tx: Tx,
  actor: Actor,
  input: { conversationId: string; reason: NoReplyReason },
): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.closed_without_reply",
    only: sql`c.status in ('open', 'waiting', 'snoozed')`,
    set: sql`status = 'resolved', resolved_at = now(), snoozed_until = null, waiting_since = null, due_at = null,
               due_kind = null, unanswered_count = 0, no_reply_reason = ${input.reason}`,
  });
}
