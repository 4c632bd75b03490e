import { sql } from "drizzle-orm";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Nobody needs to answer any more. Whatever still comes is kept as a note. Throws `conflict` once it was answered. */
export async function withdrawAsk(actor: Actor, input: { askId: string }): Promise<void> {
  authorize(actor, "conversation.note");
  await transact(async (tx) => {
    const found = await tx.execute<{ conversationId: string; isOpen: boolean }>(sql`
      select q.conversation_id as "conversationId", q.answered_at is null and q.withdrawn_at is null as "isOpen"
      from asks q join conversations c on c.id = q.conversation_id
      where q.id = ${input.askId} and ${visible(actor, columnsOf("c"))} for update of q`);
    const asked = found.rows[0] ?? fail("not_found", "ask.not_found");
    if (!asked.isOpen) fail("conflict", "ask.closed");
    await tx.execute(sql`update asks set withdrawn_at = now() where id = ${input.askId}`);
    await changeConversation(tx, actor, {
      id: asked.conversationId,
      type: "ask.withdrawn",
      set: null,
      more: { askId: input.askId },
    });
  });
}
