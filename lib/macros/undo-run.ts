import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { AppError, fail } from "@/lib/errors";
import { cancelReply } from "@/lib/replies/cancel";
import { transact } from "@/lib/transact";
import { undoWithin } from "@/lib/triage/undo";

/** Seconds in which a run can be taken back; the screen offers it for ten. */
const window = 120;

const run = z.object({
  eventIds: z.array(z.number()),
  noteIds: z.array(z.string()),
  messageId: z.string().nullable(),
});

/**
 * Takes a whole run of a macro back: everything it did, in one transaction, then its reply where that has not left.
 * Throws `conflict` when something of it has changed since, and `not_found` after two minutes. `text`: the words of
 * the reply, for the composer; null where there was none or it has left.
 */
export async function undoMacro(
  actor: Actor,
  input: { eventId: number },
): Promise<{ text: string | null; replyHasLeft: boolean }> {
  authorize(actor, "conversation.triage");
  const since = new Date(Date.now() - window * 1000);
  const { messageId, conversationId } = await transact(async (tx) => {
    const found = await tx.execute<{ conversationId: string; after: unknown }>(sql`
      select conversation_id as "conversationId", after from events
      where id = ${input.eventId} and type = 'macro.ran' and actor_kind = 'agent' and actor_id = ${actor.id}
        and recorded_at > ${since.toISOString()}::timestamptz
        and not exists (select 1 from events u where u.conversation_id = events.conversation_id and u.type = 'macro.undone'
          and u.after ->> 'eventId' = ${String(input.eventId)}) for update`);
    const event = found.rows[0] ?? fail("not_found", "undo.too_late");
    const done = run.parse(event.after);
    // The last one first: each finds the conversation as it left it.
    for (const eventId of done.eventIds.toReversed()) await undoWithin(tx, actor, { eventId, since });
    await changeConversation(tx, actor, {
      id: event.conversationId,
      type: "macro.undone",
      set: done.noteIds.length === 0 ? null : sql`message_count = c.message_count - ${done.noteIds.length}`,
      orWhen: sql`not c.is_restricted`,
      more: { eventId: input.eventId },
    });
    await tx.execute(sql`
      delete from messages where conversation_id = survivor_of(${event.conversationId}) and kind = 'note' and agent_id = ${actor.id}
        and id = any(${`{${done.noteIds.join(",")}}`}::uuid[])`);
    return { messageId: done.messageId, conversationId: event.conversationId };
  }, "timers");
  if (messageId === null) return { text: null, replyHasLeft: false };
  try {
    const { text } = await cancelReply(actor, { conversationId, messageId });
    return { text, replyHasLeft: false };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return { text: null, replyHasLeft: true };
    throw error;
  }
}
