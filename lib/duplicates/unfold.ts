import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

/** "Not the same": takes a conversation out of its fold, for good. The others stay together. */
export async function unfold(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.unfolded",
      only: sql`c.group_key like 'alike:%'`,
      set: sql`group_key = null`,
    });
    await tx.execute(sql`
      update alike_texts set apart_at = now(), apart_by = ${actor.id} where conversation_id = ${changed.id}`);
    return changed;
  });
}
