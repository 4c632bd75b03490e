import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import type { IncomingMessage } from "@/lib/channels/channel";
import { changeConversation } from "@/lib/conversations/change";
import type { Received } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { notify } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";
import { readSideToken } from "./token";

const intake: System = { kind: "system", name: "intake" };

/** Whether a mail was written into a talk with a third party. */
export function isSideAnswer(message: IncomingMessage): boolean {
  return message.token !== null && readSideToken(message.token) !== null;
}

/**
 * Takes a third party's answer into its talk, beside the conversation: the customer neither reads it nor is quoted it,
 * and their clock runs on. From anybody who is not in the talk it is kept with a warning and never answered. Resolves
 * with false, having done nothing, when it is the customer who writes: then it is a message like any other.
 */
export async function takeSideAnswer(received: Received): Promise<boolean> {
  const { message } = received;
  const threadId = message.token === null ? null : readSideToken(message.token);
  if (threadId === null) return false;
  const sender = message.author.identities[0] ?? null;
  const found = await db.execute<Talk>(sql`
    select s.id, coalesce(c.merged_into_id, c.id) as "conversationId", s.participants, s.opened_by as "openedBy",
      c.assignee_id as "assigneeId", exists (select 1 from identities i where i.customer_id in (select records_of(c.customer_id)) and i.kind = 'email'
        and i.revoked_at is null and i.value = ${sender?.value ?? ""}) as "isCustomer"
    from side_threads s join conversations c on c.id = s.conversation_id
    where s.id = ${threadId} and c.brand_id = ${received.channel.brandId}`);
  const talk = found.rows[0];
  if (!talk || talk.isCustomer) return false;
  const isTheirs =
    sender !== null && talk.participants.includes(sender.value) && sender.evidence !== "failed";
  await transact((tx) => keep(tx, received, talk, isTheirs));
  return true;
}

type Talk = {
  id: string;
  conversationId: string;
  participants: string[];
  openedBy: string | null;
  assigneeId: string | null;
  isCustomer: boolean;
};

async function keep(tx: Tx, received: Received, talk: Talk, isTheirs: boolean): Promise<void> {
  const { message, receivedAt } = received;
  const done = await tx.execute(sql`
    update inbound set state = 'done', done_at = now(), lease_until = null, conversation_id = ${talk.conversationId}
    where id = ${received.inboundId} and claimed_by = ${received.claimedBy} and state = 'reading' returning id`);
  if (done.rows.length === 0) return;
  const messageId = newId();
  // It is our move again; what is resolved stays so, and whoever asked is told.
  await changeConversation(tx, intake, {
    id: talk.conversationId,
    type: "side.answered",
    set: sql`message_count = c.message_count + 1, snoozed_until = null,
      status = case when c.status in ('waiting', 'snoozed') then 'open' else c.status end`,
    messageId,
    more: { sideThreadId: talk.id },
  });
  await tx.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, side_thread_id, author_name, author_address, subject, text, html,
      quote_at, is_flagged, external_id, authentication, language, inbound_id, sent_at, created_at)
    values (${talk.conversationId}, ${messageId}, 'side_in', ${received.channel.id}, ${talk.id}, ${message.author.name},
      ${message.author.identities[0]?.display ?? null}, ${message.subject}, ${message.text}, ${message.html}, ${message.quoteAt},
      ${!isTheirs}, ${message.externalId}, ${message.authentication}, ${message.language}, ${received.inboundId},
      ${receivedAt.toISOString()}::timestamptz, clock_timestamp())`);
  for (const file of received.files)
    await tx.execute(sql`
      insert into attachments (id, conversation_id, message_id, name, content_type, size, sha256, storage_key, content_id)
      values (${file.id}, ${talk.conversationId}, ${messageId}, ${file.name}, ${file.contentType}, ${file.size}, ${file.sha256},
        ${file.storageKey}, ${file.contentId})`);
  await notify(tx, {
    agentIds: [talk.openedBy, talk.assigneeId].filter((id) => id !== null),
    kind: "ask_answered",
    conversationId: talk.conversationId,
    eventId: `side:${messageId}`,
  });
}
