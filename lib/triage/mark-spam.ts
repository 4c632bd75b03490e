import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

/** Spam stands outside every figure. `reopen` brings it back. */
export async function markSpam(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => markSpamWithin(tx, actor, input));
}

export function markSpamWithin(tx: Tx, actor: Actor, input: { conversationId: string }): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.marked_spam",
    only: sql`c.status <> 'spam'`,
    set: sql`status = 'spam', snoozed_until = null, resolved_at = null`,
  });
}
