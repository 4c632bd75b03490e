import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor, System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { threadToken } from "@/lib/conversations/thread-token";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { sideToken } from "@/lib/side-threads/token";
import { cleanLine } from "@/lib/text/clean";
import { dress } from "./dress";
import { handledIn, type Target, type Words } from "./words";

export type LetGo = { deliveryId: string; sendAfter: string; eventId: number };

/**
 * Writes a reply and its delivery, which leaves after `seconds`. The one place where a message to the outside is made:
 * whoever gets here has been through the guard, the checks and, where one is needed, a colleague.
 */
export async function letGo(
  tx: Tx,
  actor: Actor | System,
  input: { words: Words; target: Target; seconds: number },
): Promise<LetGo> {
  const { words, target, seconds } = input;
  const deliveryId = newId();
  const isSide = words.sideThreadId !== null;
  const token =
    words.sideThreadId === null ? threadToken(words.conversationId) : sideToken(words.sideThreadId);
  const externalId = `<${words.messageId}.${token}@${target.domain}>`;
  const changed = await changeConversation(tx, actor, {
    id: words.conversationId,
    type: isSide ? "side.written" : "reply.queued",
    set: isSide
      ? sql`message_count = c.message_count + 1`
      : sql`status = case when c.status = 'spam' then c.status else 'waiting' end, snoozed_until = null, resolved_at = null,
          assignee_id = coalesce(c.assignee_id, ${words.authorId}::uuid), last_message_at = now(),
          message_count = c.message_count + 1`,
    messageId: words.messageId,
    more: {
      deliveryId,
      mode: words.mode,
      agentId: words.authorId,
      afterwards: words.afterwards,
      ...handledIn(words),
    },
  });
  await tx.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, is_public, agent_id, subject, text, external_id, recipients,
      side_thread_id, sent_at, created_at)
    values (${words.conversationId}, ${words.messageId}, ${isSide ? "side_out" : "reply"}, ${words.channelId}, ${words.mode === "public"},
      ${words.authorId}, ${words.subject === null ? null : cleanLine(words.subject, 250)}, ${words.text}, ${externalId},
      ${JSON.stringify({ to: words.to, cc: words.cc, bcc: words.bcc })}::jsonb, ${words.sideThreadId}, clock_timestamp(), clock_timestamp())`);
  const queued = await tx.execute<{ at: string }>(sql`
    insert into deliveries (id, conversation_id, message_id, channel_id, mode, external_id, send_after)
    values (${deliveryId}, ${words.conversationId}, ${words.messageId}, ${words.channelId}, ${words.mode}, ${externalId},
      clock_timestamp() + make_interval(secs => ${seconds})) returning send_after as at`);
  await attach(tx, words);
  await dress(tx, { ...words, deliveryId });
  if (!isSide && words.afterwards === "resolve") await resolveToo(tx, actor, words);
  return { deliveryId, sendAfter: new Date(queued.rows[0]!.at).toISOString(), eventId: changed.eventId };
}

/** Done with it, in the same commit. What waits for an answer goes on waiting until this one is delivered. */
async function resolveToo(tx: Tx, actor: Actor | System, words: Words): Promise<void> {
  await changeConversation(tx, actor, {
    id: words.conversationId,
    type: "conversation.resolved",
    only: sql`c.status <> 'spam'`,
    set: sql`status = 'resolved', resolved_at = now()`,
    more: { byReply: words.messageId },
  });
}

async function attach(tx: Tx, words: Words): Promise<void> {
  if (words.attachmentIds.length === 0) return;
  const taken = await tx.execute(sql`
    update attachments set conversation_id = ${words.conversationId}, message_id = ${words.messageId}
    where id = any(${`{${words.attachmentIds.join(",")}}`}::uuid[]) and uploaded_by = ${words.authorId} and message_id is null returning id`);
  if (taken.rows.length !== words.attachmentIds.length) fail("invalid", "reply.files");
}
