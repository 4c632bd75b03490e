import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/**
 * Takes a reply back before it leaves: its words go back to the composer, the conversation to what it was. Throws
 * `conflict` once it is on its way.
 */
export async function cancelReply(
  actor: Actor,
  input: { conversationId: string; messageId: string },
): Promise<{ text: string }> {
  authorize(actor, "conversation.reply");
  return transact(async (tx) => {
    const stopped = await tx.execute<{ text: string; mode: string; recipients: unknown }>(sql`
      update deliveries d set state = 'cancelled' from messages m
      where d.conversation_id = ${input.conversationId} and d.message_id = ${input.messageId} and d.state = 'queued' and d.attempts = 0
        and m.conversation_id = d.conversation_id and m.id = d.message_id and m.agent_id = ${actor.id}
      returning m.text, d.mode, m.recipients`);
    const message = stopped.rows[0] ?? fail("conflict", "reply.has_left");
    const before = await tx.execute<{
      status: string;
      assignee: string | null;
      changedAssignee: boolean;
    }>(sql`
      select coalesce(before ->> 'status', after ->> 'status', 'open') as status, before ->> 'assignee_id' as assignee,
        coalesce(before ? 'assignee_id', false) as "changedAssignee"
      from events where conversation_id = ${input.conversationId} and message_id = ${input.messageId} and type = 'reply.queued'`);
    const { status, assignee, changedAssignee } = before.rows[0]!;
    await tx.execute(sql`
      insert into drafts (agent_id, conversation_id, mode, text, recipients)
      values (${actor.id}, ${input.conversationId}, ${message.mode}, ${message.text}, ${JSON.stringify(message.recipients)}::jsonb)
      on conflict (agent_id, conversation_id) do update set mode = excluded.mode, text = excluded.text,
        recipients = excluded.recipients, updated_at = now()`);
    await tx.execute(sql`
      update attachments set conversation_id = null, message_id = null
      where conversation_id = ${input.conversationId} and message_id = ${input.messageId}`);
    await tx.execute(
      sql`delete from messages where conversation_id = ${input.conversationId} and id = ${input.messageId}`,
    );
    const back = ["resolved", "snoozed"].includes(status) ? "open" : status;
    await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "reply.cancelled",
      set: sql`status = case when c.status = 'waiting' then ${back} else c.status end, message_count = c.message_count - 1,
        assignee_id = case when ${changedAssignee} and c.assignee_id = ${actor.id}::uuid then ${assignee}::uuid else c.assignee_id end`,
      more: { messageId: input.messageId },
    });
    return { text: message.text };
  });
}
