import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

/** Back to work: from resolved, spam, snoozed or their turn. A new cycle starts only after an end. */
export async function reopen(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) =>
    changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.reopened",
      only: sql`c.status <> 'open'`,
      set: sql`status = 'open', snoozed_until = null, resolved_at = null, no_reply_reason = null,
               cycle_started_at = case when c.status in ('resolved', 'spam') then now() else c.cycle_started_at end`,
    }),
  );
}
