import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

/** Done. What still waited for us stays on record as never answered: the event keeps it in `before`. */
export async function resolve(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => resolveWithin(tx, actor, input));
}

export function resolveWithin(tx: Tx, actor: Actor, input: { conversationId: string }): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.resolved",
    only: sql`c.status <> 'resolved'`,
    set: sql`status = 'resolved', resolved_at = now(), snoozed_until = null, waiting_since = null,
               due_at = null, due_kind = null, unanswered_count = 0`,
  });
}
