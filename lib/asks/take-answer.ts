import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import type { IncomingMessage } from "@/lib/channels/channel";
import { changeConversation } from "@/lib/conversations/change";
import type { Received } from "@/lib/conversations/receive";
import { verifyToken } from "@/lib/conversations/thread-token";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";

const intake: System = { kind: "system", name: "intake" };

/** Whether a mail was written to the reply address of a question. */
export function isAnswer(message: IncomingMessage): boolean {
  return message.token !== null && verifyToken("ask", message.token) !== null;
}

/**
 * Takes the answer to a question as a note. Only the asked mailbox answers it: from anybody else the words are kept
 * with a warning, and the question stays open. It is nobody's act, whatever address it comes from, and never goes to
 * the customer. Resolves with false, having done nothing, when it is the customer who writes (somebody forwarded the
 * question to them): then it is a message like any other.
 */
export async function takeAnswer(received: Received): Promise<boolean> {
  const { message } = received;
  const mailId = message.token === null ? null : verifyToken("ask", message.token);
  if (mailId === null) return false;
  const sender = message.author.identities[0] ?? null;
  const found = await db.execute<Asked>(sql`
    select q.id as "askId", q.conversation_id as "conversationId", m.address, m.agent_id as "agentId", a.name,
      exists (select 1 from identities i where i.customer_id in (select records_of(c.customer_id)) and i.kind = 'email' and i.value = ${sender?.value ?? ""}) as "isCustomer"
    from ask_mails m join asks q on q.id = m.ask_id join conversations c on c.id = q.conversation_id
    left join agents a on a.id = m.agent_id
    where m.id = ${mailId} and c.brand_id = ${received.channel.brandId}`);
  const asked = found.rows[0];
  if (!asked || asked.isCustomer) return false;
  const isTheirs = sender !== null && sender.value === asked.address && sender.evidence !== "failed";
  await transact((tx) => keep(tx, received, asked, isTheirs));
  return true;
}

type Asked = {
  askId: string;
  conversationId: string;
  address: string;
  agentId: string | null;
  name: string | null;
  isCustomer: boolean;
};

async function keep(tx: Tx, received: Received, asked: Asked, isTheirs: boolean): Promise<void> {
  const { message, receivedAt } = received;
  const done = await tx.execute(sql`
    update inbound set state = 'done', done_at = now(), lease_until = null, conversation_id = ${asked.conversationId}
    where id = ${received.inboundId} and claimed_by = ${received.claimedBy} and state = 'reading' returning id`);
  if (done.rows.length === 0) return;
  const messageId = newId();
  const answered = await tx.execute(sql`
    update asks set answered_at = now(), answer_message_id = ${messageId}, answered_by = ${asked.agentId}
    where id = ${asked.askId} and answered_at is null and withdrawn_at is null and ${isTheirs} returning id`);
  const changed = await changeConversation(tx, intake, {
    id: asked.conversationId,
    type: answered.rows.length > 0 ? "ask.answered" : "note.added",
    set: sql`message_count = c.message_count + 1`,
    messageId,
    more: { askId: asked.askId, agentId: asked.agentId, byMail: true },
  });
  const name = (isTheirs ? asked.name : null) ?? message.author.name;
  await tx.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, author_name, author_address, text, is_flagged, external_id,
      authentication, language, inbound_id, sent_at, created_at)
    values (${changed.id}, ${messageId}, 'note', ${received.channel.id}, ${name}, ${message.author.identities[0]?.display ?? null},
      ${ownWords(message)}, ${!isTheirs}, ${message.externalId}, ${message.authentication}, ${message.language}, ${received.inboundId},
      ${receivedAt.toISOString()}::timestamptz, clock_timestamp())`);
  for (const file of received.files)
    await tx.execute(sql`
      insert into attachments (id, conversation_id, message_id, name, content_type, size, sha256, storage_key, content_id)
      values (${file.id}, ${changed.id}, ${messageId}, ${file.name}, ${file.contentType}, ${file.size}, ${file.sha256},
        ${file.storageKey}, ${file.contentId})`);
}

/** Without the question that their program quoted below. */
function ownWords(message: IncomingMessage): string {
  const own = message.quoteAt === null ? message.text : message.text.slice(0, message.quoteAt).trimEnd();
  return own || message.text;
}
