import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { changeConversation } from "./change";

/** Words for colleagues. `mentions` are the people and teams to tell. */
export async function addNote(
  actor: Actor,
  input: { conversationId: string; text: string; mentions: string[] },
): Promise<{ messageId: string; eventId: number }> {
  authorize(actor, "conversation.note");
  const text = cleanText(input.text, 20_000).trim();
  if (text === "") fail("invalid", "note.empty");
  const messageId = newId();
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "note.added",
      set: sql`message_count = c.message_count + 1`,
      more: { mentions: input.mentions },
      messageId,
    });
    await tx.execute(sql`
      insert into messages (conversation_id, id, kind, agent_id, text, sent_at, created_at)
      values (${input.conversationId}, ${messageId}, 'note', ${actor.id}, ${text}, clock_timestamp(), clock_timestamp())`);
    return { messageId, eventId: changed.eventId };
  });
}
