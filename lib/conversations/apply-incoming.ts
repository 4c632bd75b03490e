import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { System } from "@/lib/access";
import type { Incoming, IncomingMessage, Rating } from "@/lib/channels/channel";
import type { LoadedChannel } from "@/lib/channels/load";
import { forgetMark } from "@/lib/cues/marks";
import { put } from "@/lib/files";
import { newId } from "@/lib/id";
import { failDelivery, refuseRecipient } from "@/lib/replies/settle";
import { rerankBeside, rerankLater } from "@/lib/risk/rerank";
import { excerpt } from "@/lib/text/excerpt";
import { transact } from "@/lib/transact";
import { changeConversation } from "./change";

const intake: System = { kind: "system", name: "intake" };

type Other = Exclude<Incoming, { kind: "message" | "filed" }>;

/**
 * What a channel says beside new messages: the author edited or deleted one, one of ours came back, one of us
 * answered in the network's own app. Each is safe to repeat. Resolves with false when the message that it is about is
 * not here: it may still be on its way through the ledger, or we never had it. `later`: it cannot be told yet whether it is
 * one of ours that is just leaving.
 */
export async function applyIncoming(
  channel: LoadedChannel,
  incoming: Other,
  receivedAt: Date,
): Promise<boolean | "later"> {
  switch (incoming.kind) {
    case "edit":
      return edit(channel, incoming);
    case "delete":
      return remove(channel, incoming);
    case "hidden":
      return hide(channel, incoming);
    case "bounce":
      return bounce(channel, incoming);
    case "ours":
      return takeOurs(channel, incoming, receivedAt);
  }
}

async function find(channel: LoadedChannel, externalId: string) {
  const found = await db.execute<{
    conversationId: string;
    id: string;
    text: string;
    kind: string;
    rating: Rating | null;
  }>(sql`
    select m.conversation_id as "conversationId", m.id, m.text, m.kind, m.rating from messages m
    where m.channel_id = ${channel.id} and md5(m.external_id) = md5(${externalId}) and m.external_id = ${externalId}
    order by m.id desc limit 1`);
  return found.rows[0] ?? null;
}

async function edit(channel: LoadedChannel, incoming: Extract<Other, { kind: "edit" }>): Promise<boolean> {
  const message = await find(channel, incoming.externalId);
  if (!message) return false;
  const rating = incoming.rating ?? message.rating;
  const sameStars = rating?.value === message.rating?.value && rating?.of === message.rating?.of;
  if (message.text === incoming.text && sameStars) return true;
  await transact(async (tx) => {
    const isLatest = sql`(select m.id from messages m where m.conversation_id = c.id and m.kind = 'customer'
                          order by m.sent_at desc, m.id desc limit 1) = ${message.id}`;
    await changeConversation(tx, intake, {
      id: message.conversationId,
      type: "message.edited",
      set: sql`excerpt = case when ${isLatest} then ${excerpt(incoming.text)} else c.excerpt end`,
      messageId: message.id,
    });
    await tx.execute(sql`
      insert into message_versions (conversation_id, message_id, version, text, html, replaced_at)
      select conversation_id, id, 1 + (select count(*) from message_versions v where v.message_id = m.id), text, html, ${incoming.editedAt.toISOString()}
      from messages m where conversation_id = ${message.conversationId} and id = ${message.id}`);
    await tx.execute(sql`
      update messages set text = ${incoming.text}, html = ${incoming.html}, edited_at = ${incoming.editedAt.toISOString()},
        rating = ${rating === null ? null : JSON.stringify(rating)}::jsonb
      where conversation_id = ${message.conversationId} and id = ${message.id}`);
    await forgetMark(tx, message.id);
  });
  return true;
}

async function remove(
  channel: LoadedChannel,
  incoming: Extract<Other, { kind: "delete" }>,
): Promise<boolean> {
  const message = await find(channel, incoming.externalId);
  if (!message) return false;
  await transact(async (tx) => {
    const done = await tx.execute(sql`
      update messages set deleted_at = ${incoming.deletedAt.toISOString()}
      where conversation_id = ${message.conversationId} and id = ${message.id} and deleted_at is null returning id`);
    if (done.rows.length === 0) return;
    await forgetMark(tx, message.id);
    await changeConversation(tx, intake, {
      id: message.conversationId,
      type: "message.deleted",
      set: null,
      messageId: message.id,
    });
  });
  return true;
}

/** A colleague hid it, or shows it again, in the network's own app. What we did ourselves is known already. */
async function hide(channel: LoadedChannel, incoming: Extract<Other, { kind: "hidden" }>): Promise<boolean> {
  const message = await find(channel, incoming.externalId);
  if (!message) return false;
  const { isHidden } = incoming;
  await transact(async (tx) => {
    const done = await tx.execute(sql`
      update messages set hidden_at = ${isHidden ? incoming.at.toISOString() : null}
      where conversation_id = ${message.conversationId} and id = ${message.id} and (hidden_at is null) = ${isHidden} returning id`);
    if (done.rows.length === 0) return;
    await changeConversation(tx, intake, {
      id: message.conversationId,
      type: "message.acted",
      set: null,
      messageId: message.id,
      more: { verb: isHidden ? "hide" : "unhide", elsewhere: true },
    });
  });
  return true;
}

/** Delivery of a reply failed after the other side had taken it: the reply is marked, and the wait goes on. */
async function bounce(
  channel: LoadedChannel,
  incoming: Extract<Other, { kind: "bounce" }>,
): Promise<boolean> {
  if (incoming.of === null || !incoming.permanent) return true;
  const found = await db.execute<{ id: string; recipients: IncomingMessage["recipients"] | null }>(sql`
    select d.id, m.recipients from deliveries d join messages m on m.conversation_id = d.conversation_id and m.id = d.message_id
    where d.channel_id = ${channel.id} and d.external_id = ${incoming.of} and d.state in ('sent', 'unknown')`);
  const delivery = found.rows[0];
  if (!delivery) return false;
  const recipient = incoming.recipient ?? "";
  const failure = { reason: excerpt(incoming.reason), recipient };
  const others = Object.values(delivery.recipients ?? {})
    .flat()
    .map((address) => address.toLowerCase())
    .filter((address) => address !== recipient);
  // The others have it: to say that it failed would send it to them twice.
  if (recipient === "" || others.length === 0) await failDelivery(delivery.id, "bounced", failure);
  else await refuseRecipient(delivery.id, recipient, others, failure);
  return true;
}

async function takeOurs(
  channel: LoadedChannel,
  incoming: Extract<Other, { kind: "ours" }>,
  receivedAt: Date,
): Promise<boolean | "later"> {
  if (await find(channel, incoming.externalId)) return true;
  // The echo of our own reply may be here before its number is: then it is looked at again.
  if (await isSending(channel)) return "later";
  let conversationId: string | null = null;
  for (const externalId of incoming.inReplyTo) {
    conversationId = (await find(channel, externalId))?.conversationId ?? null;
    if (conversationId) break;
  }
  conversationId ??= await withThread(channel, incoming.threadKey);
  if (!conversationId) return false;
  const id = conversationId;
  const messageId = newId();
  const at = (incoming.sentAt ?? receivedAt).toISOString();
  const files = await Promise.all(incoming.files.map(async (file) => ({ file, ...(await put(file.bytes)) })));
  // What they wrote after our answer, and before we heard of it, still waits; unless another answer has reached them.
  const open = sql`from messages m where m.conversation_id in (select merged_with(c.id)) and m.kind = 'customer'
    and m.sent_at > ${at}::timestamptz and m.sent_at >= c.waiting_since`;
  const still = sql`(select min(m.sent_at) ${open})`;
  const busy = await transact(async (tx) => {
    const changed = await changeConversation(tx, intake, {
      id,
      type: "reply.sent",
      set: sql`status = case when c.status in ('open', 'snoozed') and ${still} is null then 'waiting' else c.status end,
        snoozed_until = case when c.status = 'snoozed' and ${still} is not null then c.snoozed_until end, waiting_since = ${still},
        due_at = case when ${still} is null then null else c.due_at end, due_kind = case when ${still} is null then null else c.due_kind end,
        unanswered_count = (select count(*) ${open}),
        message_count = c.message_count + 1,
        first_response_at = coalesce(c.first_response_at, ${at}::timestamptz), last_message_at = greatest(c.last_message_at, ${at}::timestamptz)`,
      messageId,
      more: { elsewhere: true, sent_at: at },
    });
    await tx.execute(sql`
      insert into messages (conversation_id, id, kind, channel_id, is_public, author_name, subject, text, html, quote_at, recipients,
        external_id, url, sent_at, created_at)
      values (survivor_of(${id}), ${messageId}, 'reply', ${channel.id}, ${incoming.public}, ${incoming.author.name}, ${incoming.subject},
        ${incoming.text}, ${incoming.html}, ${incoming.quoteAt}, ${JSON.stringify({ ...incoming.recipients, bcc: [] })}::jsonb,
        ${incoming.externalId}, ${incoming.url}, ${at}, clock_timestamp())`);
    for (const { file, key, size, sha256 } of files)
      await tx.execute(sql`
        insert into attachments (id, conversation_id, message_id, name, content_type, size, sha256, storage_key, content_id)
        values (${newId()}, survivor_of(${id}), ${messageId}, ${file.name}, ${file.contentType}, ${size}, ${sha256}, ${key}, ${file.contentId})`);
    return rerankBeside(tx, { ...changed, conversationId: changed.id });
  });
  await rerankLater(busy);
  return true;
}

/** A talk in private has no message that an answer names, only the talk itself. */
async function withThread(channel: LoadedChannel, threadKey: string | null): Promise<string | null> {
  if (threadKey === null) return null;
  const found = await db.execute<{ id: string }>(sql`
    select id from conversations where channel_id = ${channel.id} and thread_key = ${threadKey}
    order by last_message_at desc limit 1`);
  return found.rows[0]?.id ?? null;
}

async function isSending(channel: LoadedChannel): Promise<boolean> {
  const found = await db.execute(
    sql`select 1 from deliveries where channel_id = ${channel.id} and state = 'sending' limit 1`,
  );
  return found.rows.length > 0;
}
