import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { stillAwaiting } from "@/lib/approvals/still-awaiting";
import { unmakeWithin } from "@/lib/commitments/unmake";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { dropEmptySideThread } from "@/lib/side-threads/drop-empty";
import { transact } from "@/lib/transact";

type Stopped = {
  text: string;
  mode: string;
  recipients: unknown;
  authorId: string;
  sideThreadId: string | null;
};

/**
 * Takes a reply back before it leaves: its words go back to the composer, the conversation to what it was. Whoever said
 * yes to a colleague's reply may take the yes back; then it waits for one again. Throws `conflict` once it is on its way.
 */
export async function cancelReply(
  actor: Actor,
  input: { conversationId: string; messageId: string },
): Promise<{ text: string }> {
  authorize(actor, "conversation.reply");
  return transact(async (tx) => {
    const stopped = await tx.execute<Stopped>(sql`
      update deliveries d set state = 'cancelled' from messages m
      where d.conversation_id = ${input.conversationId} and d.message_id = ${input.messageId} and d.state = 'queued' and d.attempts = 0
        and m.conversation_id = d.conversation_id and m.id = d.message_id
        and (m.agent_id = ${actor.id} or exists (select 1 from held_replies h where h.id = m.id and h.decided_by = ${actor.id}))
      returning m.text, d.mode, m.recipients, m.agent_id as "authorId", m.side_thread_id as "sideThreadId"`);
    const message = stopped.rows[0] ?? fail("conflict", "reply.has_left");
    const was = await before(tx, input);
    const isMine = message.authorId === actor.id;
    if (isMine) await unmakeWithin(tx, input);
    if (isMine && message.sideThreadId === null) await toDraft(tx, actor, input.conversationId, message);
    await tx.execute(sql`
      update held_replies set state = ${isMine ? "withdrawn" : "awaiting"}, decided_by = null, decided_at = null, updated_at = now(),
        version = version + 1 where id = ${input.messageId} and (${isMine} or reason is not null)`);
    await tx.execute(sql`
      update attachments set conversation_id = null, message_id = null
      where conversation_id = ${input.conversationId} and message_id = ${input.messageId}`);
    await tx.execute(
      sql`delete from messages where conversation_id = ${input.conversationId} and id = ${input.messageId}`,
    );
    const back = ["resolved", "snoozed"].includes(was.status) ? "open" : was.status;
    // Resolved with the reply, it is not resolved without it.
    const isOurs = sql`(c.status = 'waiting' or (c.status = 'resolved' and ${was.afterwards === "resolve"}))`;
    const isReply = message.sideThreadId === null;
    await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "reply.cancelled",
      set: isReply
        ? sql`status = case when ${isOurs} then ${back} else c.status end, message_count = c.message_count - 1,
            resolved_at = case when ${isOurs} then null else c.resolved_at end, ${stillAwaiting},
            last_message_at = case when c.last_message_at = ${was.wroteAt}::timestamptz then ${was.lastAt}::timestamptz else c.last_message_at end,
            assignee_id = case when ${was.changedAssignee} and c.assignee_id = ${actor.id}::uuid then ${was.assignee}::uuid else c.assignee_id end`
        : sql`message_count = c.message_count - 1, ${stillAwaiting}`,
      more: { messageId: input.messageId },
    });
    if (isMine && message.sideThreadId !== null)
      await dropEmptySideThread(tx, { sideThreadId: message.sideThreadId });
    return { text: message.text };
  });
}

type Before = {
  status: string;
  assignee: string | null;
  changedAssignee: boolean;
  afterwards: string | null;
  /** The moment that the reply made the conversation's last, and what was the last before; null where it changed none. */
  wroteAt: string | null;
  lastAt: string | null;
};

async function before(tx: Tx, input: { conversationId: string; messageId: string }): Promise<Before> {
  const found = await tx.execute<Before>(sql`
    select coalesce(before ->> 'status', after ->> 'status', 'open') as status, before ->> 'assignee_id' as assignee,
      coalesce(before ? 'assignee_id', false) as "changedAssignee", after ->> 'afterwards' as afterwards,
      after ->> 'last_message_at' as "wroteAt", before ->> 'last_message_at' as "lastAt"
    from events where conversation_id = ${input.conversationId} and message_id = ${input.messageId}
      and type in ('reply.queued', 'side.written') order by id desc limit 1`);
  return found.rows[0]!;
}

async function toDraft(tx: Tx, actor: Actor, conversationId: string, message: Stopped): Promise<void> {
  await tx.execute(sql`
    insert into drafts (agent_id, conversation_id, mode, text, recipients)
    values (${actor.id}, ${conversationId}, ${message.mode}, ${message.text}, ${JSON.stringify(message.recipients)}::jsonb)
    on conflict (agent_id, conversation_id) do update set mode = excluded.mode, text = excluded.text,
      recipients = excluded.recipients, updated_at = now(), version = drafts.version + 1`);
}
