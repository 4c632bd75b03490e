import { sql } from "drizzle-orm";
import { type Actor, authorize, columnsOf, type System, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";

const onBehalf: System = { kind: "system", name: "dispatcher" };

/**
 * Answers a question that I, or a team of mine, was asked: the answer is a note. I need not see the conversation; then
 * I have seen only what the asker chose. Throws `conflict` once it was answered or taken back.
 */
export async function answerAsk(
  actor: Actor,
  input: { askId: string; text: string },
): Promise<{ messageId: string }> {
  authorize(actor, "conversation.note");
  const messageId = newId();
  await transact(async (tx) => {
    const teams = `{${actor.teamIds.join(",")}}`;
    const found = await tx.execute<{ conversationId: string; isOpen: boolean; isSeen: boolean }>(sql`
      select q.conversation_id as "conversationId", q.answered_at is null and q.withdrawn_at is null as "isOpen",
        ${visible(actor, columnsOf("c"))} as "isSeen"
      from asks q join conversations c on c.id = q.conversation_id
      where q.id = ${input.askId} and (q.agent_id = ${actor.id} or q.team_id = any(${teams}::uuid[])) for update of q`);
    const asked = found.rows[0] ?? fail("not_found", "ask.not_found");
    if (!asked.isOpen) fail("conflict", "ask.closed");
    const text = cleanText(input.text, 20_000).trim();
    if (text === "") fail("invalid", "note.empty");
    const changed = await changeConversation(tx, asked.isSeen ? actor : onBehalf, {
      id: asked.conversationId,
      type: "ask.answered",
      set: sql`message_count = c.message_count + 1`,
      messageId,
      more: { askId: input.askId, agentId: actor.id },
    });
    await tx.execute(sql`
      insert into messages (conversation_id, id, kind, agent_id, text, sent_at, created_at)
      values (${changed.id}, ${messageId}, 'note', ${actor.id}, ${text}, clock_timestamp(), clock_timestamp())`);
    await tx.execute(sql`
      update asks set answered_at = now(), answer_message_id = ${messageId}, answered_by = ${actor.id} where id = ${input.askId}`);
  });
  return { messageId };
}
