import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { channelOf } from "@/lib/channels/registry";
import { changeConversation } from "@/lib/conversations/change";
import { threadToken } from "@/lib/conversations/thread-token";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { newerThan } from "./newer";

export type ReplyInput = {
  conversationId: string;
  /** Made by whoever writes, so that one click is one message however often it is sent. */
  messageId: string;
  mode: "public" | "private";
  channelId: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string | null;
  text: string;
  attachmentIds: string[];
  /** What the author had seen of this customer, from the conversation's `seen`. */
  seen: string;
};

export type Replied = { messageId: string; deliveryId: string; sendAfter: string; eventId: number };

/** Public words can be taken back for a minute, private ones for the organisation's usual seconds. */
const publicUndoSeconds = 60;

/**
 * Writes a reply and its delivery, which leaves after the time to take it back. Throws `conflict` with
 * NewerThings when somebody answered this customer or they wrote since, anywhere; sending again with the newer
 * `seen` says that the author has read it.
 */
export async function reply(actor: Actor, input: ReplyInput): Promise<Replied> {
  authorize(actor, "conversation.reply");
  const text = cleanText(input.text, 100_000).trim();
  if (text === "" && input.attachmentIds.length === 0) fail("invalid", "reply.empty");
  return transact(async (tx) => {
    const again = await already(tx, actor, input);
    if (again) return again;
    const target = await lockTarget(tx, actor, input);
    const newer = await newerThan(tx, actor, { customerId: target.customerId, seen: input.seen });
    if (newer)
      fail("conflict", newer.kind === "answered" ? "reply.answered" : "reply.wrote", { by: newer.by }, newer);
    checkFits(target, input, text);
    const seconds =
      input.mode === "public" ? Math.max(publicUndoSeconds, target.undoSeconds) : target.undoSeconds;
    const deliveryId = newId();
    const externalId = `<${input.messageId}.${threadToken(input.conversationId)}@${target.domain}>`;
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "reply.queued",
      set: sql`status = case when c.status = 'spam' then c.status else 'waiting' end, snoozed_until = null, resolved_at = null,
        assignee_id = coalesce(c.assignee_id, ${actor.id}::uuid), last_message_at = now(), message_count = c.message_count + 1`,
      messageId: input.messageId,
      more: { deliveryId, mode: input.mode },
    });
    await tx.execute(sql`
      insert into messages (conversation_id, id, kind, channel_id, is_public, agent_id, subject, text, external_id, recipients, sent_at, created_at)
      values (${input.conversationId}, ${input.messageId}, 'reply', ${input.channelId}, ${input.mode === "public"}, ${actor.id},
        ${input.subject === null ? null : cleanLine(input.subject, 250)}, ${text}, ${externalId},
        ${JSON.stringify({ to: input.to, cc: input.cc, bcc: input.bcc })}::jsonb, clock_timestamp(), clock_timestamp())`);
    const queued = await tx.execute<{ at: string }>(sql`
      insert into deliveries (id, conversation_id, message_id, channel_id, mode, external_id, send_after)
      values (${deliveryId}, ${input.conversationId}, ${input.messageId}, ${input.channelId}, ${input.mode}, ${externalId},
        clock_timestamp() + make_interval(secs => ${seconds})) returning send_after as at`);
    await attach(tx, actor, input);
    await tx.execute(
      sql`delete from drafts where agent_id = ${actor.id} and conversation_id = ${input.conversationId}`,
    );
    return {
      messageId: input.messageId,
      deliveryId,
      sendAfter: new Date(queued.rows[0]!.at).toISOString(),
      eventId: changed.eventId,
    };
  }, "deliveries");
}

/** The same click arrived before: its answer again. Somebody else's message of that id is a forgery. */
async function already(tx: Tx, actor: Actor, input: ReplyInput): Promise<Replied | null> {
  const found = await tx.execute<{ id: string; at: string; agentId: string; eventId: number }>(sql`
    select d.id, d.send_after as at, m.agent_id as "agentId",
      (select max(e.id)::int from events e where e.conversation_id = m.conversation_id and e.message_id = m.id and e.type = 'reply.queued') as "eventId"
    from messages m join deliveries d on d.conversation_id = m.conversation_id and d.message_id = m.id
    where m.conversation_id = ${input.conversationId} and m.id = ${input.messageId}`);
  const row = found.rows[0];
  if (!row) return null;
  if (row.agentId !== actor.id) return fail("invalid", "reply.id_taken");
  return {
    messageId: input.messageId,
    deliveryId: row.id,
    sendAfter: new Date(row.at).toISOString(),
    eventId: row.eventId,
  };
}

type Target = { customerId: string; undoSeconds: number; kind: string; domain: string };

/** Locks the customer: of two replies to one person at the same moment, the second sees the first. */
async function lockTarget(tx: Tx, actor: Actor, input: ReplyInput): Promise<Target> {
  const found = await tx.execute<{ customerId: string; brandId: string }>(sql`
    select k.id as "customerId", c.brand_id as "brandId" from conversations c join customers k on k.id = c.customer_id
    where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))} for no key update of k`);
  const conversation = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const by = await tx.execute<{ kind: string; address: string | null; undoSeconds: number }>(sql`
    select h.kind, h.address, coalesce((select undo_seconds from organisation), 10) as "undoSeconds"
    from channels h where h.id = ${input.channelId} and h.brand_id = ${conversation.brandId}`);
  const channel = by.rows[0] ?? fail("invalid", "reply.channel");
  const domain = channel.address?.split("@")[1] ?? "avant.invalid";
  return {
    customerId: conversation.customerId,
    undoSeconds: channel.undoSeconds,
    kind: channel.kind,
    domain,
  };
}

function checkFits(target: Target, input: ReplyInput, text: string): void {
  const channel = channelOf(target.kind) ?? fail("invalid", "reply.channel");
  const { can } = channel;
  if (!can.reply.includes(input.mode)) fail("invalid", "reply.mode");
  const length = channel.measure ? channel.measure(text, input.to) : [...text].length;
  if (can.maxLength !== null && length > can.maxLength)
    fail("invalid", "reply.too_long", { max: can.maxLength });
  if (can.recipients && input.to.length === 0) fail("invalid", "reply.no_recipient");
  if (input.attachmentIds.length > (can.attachments?.max ?? 0)) {
    fail("invalid", "reply.too_many_files", { max: can.attachments?.max ?? 0 });
  }
}

async function attach(tx: Tx, actor: Actor, input: ReplyInput): Promise<void> {
  if (input.attachmentIds.length === 0) return;
  const taken = await tx.execute(sql`
    update attachments set conversation_id = ${input.conversationId}, message_id = ${input.messageId}
    where id = any(${`{${input.attachmentIds.join(",")}}`}::uuid[]) and uploaded_by = ${actor.id} and message_id is null returning id`);
  if (taken.rows.length !== input.attachmentIds.length) fail("invalid", "reply.files");
}
