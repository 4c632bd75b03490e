import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { normalAddress } from "@/lib/channels/email/addresses";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { type Replied, replyWithin } from "@/lib/replies/reply";
import { transact } from "@/lib/transact";

export type ForwardInput = {
  conversationId: string;
  messageId: string;
  to: string[];
  subject: string;
  /** Everything the third party gets to read: nothing of the conversation is added. */
  text: string;
  /** Files of this conversation that go along, and uploads of the author's. */
  fileIds: string[];
};

/**
 * Opens a talk with a third party about a conversation: mails of its own, from the brand's mailbox, whose answers land
 * beside the conversation and never with the customer. Throws `invalid` for an address of the customer's or our own.
 */
export async function forward(
  actor: Actor,
  input: ForwardInput,
): Promise<Replied & { sideThreadId: string }> {
  authorize(actor, "conversation.reply");
  return transact(
    async (tx) => {
      const from = await mailboxOf(tx, actor, input.conversationId);
      const participants = await checkPeople(tx, from, input.to);
      const known = await tx.execute<{ id: string }>(sql`
      select side_thread_id as id from messages where conversation_id = ${input.conversationId} and id = ${input.messageId}
      union all select side_thread_id from held_replies where id = ${input.messageId} and conversation_id = ${input.conversationId}`);
      const sideThreadId = known.rows[0]?.id ?? newId();
      if (known.rows.length === 0) {
        await tx.execute(sql`
        insert into side_threads (id, conversation_id, channel_id, subject, participants, opened_by)
        values (${sideThreadId}, ${input.conversationId}, ${from.channelId}, ${input.subject}, ${JSON.stringify(participants)}::jsonb, ${actor.id})`);
        await changeConversation(tx, actor, {
          id: input.conversationId,
          type: "side.opened",
          set: null,
          more: { sideThreadId },
        });
      }
      const said = await write(tx, actor, {
        ...input,
        to: participants,
        sideThreadId,
        channelId: from.channelId,
      });
      return { ...said, sideThreadId };
    },
    "deliveries",
    "timers",
  );
}

/** Writes on in a talk with a third party: to its participants, and to nobody else. */
export async function writeAside(
  actor: Actor,
  input: { sideThreadId: string; messageId: string; text: string; fileIds: string[] },
): Promise<Replied & { conversationId: string }> {
  authorize(actor, "conversation.reply");
  return transact(
    async (tx) => {
      const found = await tx.execute<{
        conversationId: string;
        channelId: string;
        subject: string;
        participants: string[];
      }>(sql`
      select c.id as "conversationId", s.channel_id as "channelId", s.subject, s.participants
      from side_threads s join conversations o on o.id = s.conversation_id join conversations c on c.id = coalesce(o.merged_into_id, o.id)
      where s.id = ${input.sideThreadId} and ${visible(actor, columnsOf("c"))} for share of s`);
      const thread = found.rows[0] ?? fail("not_found", "side.unknown");
      const subject = /^re\s*:/i.test(thread.subject) ? thread.subject : `Re: ${thread.subject}`;
      const said = await write(tx, actor, { ...input, ...thread, subject, to: thread.participants });
      return { ...said, conversationId: thread.conversationId };
    },
    "deliveries",
    "timers",
  );
}

async function write(
  tx: Tx,
  actor: Actor,
  input: ForwardInput & { sideThreadId: string; channelId: string },
): Promise<Replied> {
  const { conversationId, messageId, channelId, sideThreadId, to, subject, text } = input;
  return replyWithin(tx, actor, {
    conversationId,
    messageId,
    mode: "private",
    channelId,
    sideThreadId,
    to,
    cc: [],
    bcc: [],
    subject,
    text,
    attachmentIds: await takeFiles(tx, actor, input),
    seen: "",
    below: { hasSignature: true, hasHistory: false },
  });
}

/** Files of the conversation are copied as rows; their bytes are shared. Uploads of the author go as they are. */
async function takeFiles(
  tx: Tx,
  actor: Actor,
  input: { conversationId: string; messageId: string; fileIds: string[] },
): Promise<string[]> {
  const again = await tx.execute<{ ids: string[] }>(
    sql`select attachment_ids as ids from held_replies where id = ${input.messageId}`,
  );
  if (again.rows[0]) return again.rows[0].ids;
  const taken: string[] = [];
  for (const id of input.fileIds) {
    const copy = newId();
    const made = await tx.execute<{ id: string }>(sql`
      with own as (select id from attachments where id = ${id} and message_id is null and uploaded_by = ${actor.id}), copied as (
        insert into attachments (id, uploaded_by, name, content_type, size, sha256, storage_key, description)
        select ${copy}, ${actor.id}, name, content_type, size, sha256, storage_key, description
        from attachments where id = ${id} and conversation_id = ${input.conversationId} returning id)
      select id from own union all select id from copied`);
    taken.push((made.rows[0] ?? fail("invalid", "side.files")).id);
  }
  return taken;
}

type From = { channelId: string; customerId: string; brandId: string };

async function mailboxOf(tx: Tx, actor: Actor, conversationId: string): Promise<From> {
  const found = await tx.execute<{ channelId: string | null; customerId: string; brandId: string }>(sql`
    select c.customer_id as "customerId", c.brand_id as "brandId",
      (select h.id from channels h where h.brand_id = c.brand_id and h.kind = 'email' and h.paused_at is null
       order by h.id = c.channel_id desc, h.created_at, h.id limit 1) as "channelId"
    from conversations c where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))}`);
  const place = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const { channelId } = place;
  return channelId === null ? fail("invalid", "side.no_mailbox") : { ...place, channelId };
}

/** Normalised; never the customer, who would read what was meant for somebody else, and never ourselves. */
async function checkPeople(tx: Tx, from: From, to: readonly string[]): Promise<string[]> {
  const people = [...new Set(to.map((address) => normalAddress(address) ?? address.trim()))];
  if (people.length === 0) fail("invalid", "side.no_recipient");
  const theirs = await tx.execute<{ address: string }>(sql`
    select lower(value) as address from identities where customer_id in (select records_of(${from.customerId})) and kind = 'email'
    union select lower(m.author_address) from conversations c join messages m on m.conversation_id = c.id
      where c.customer_id in (select records_of(${from.customerId})) and m.kind = 'customer' and not m.is_flagged and m.author_address like '%@%'`);
  // Whatever stands after a plus reaches the same person.
  const known = new Set(theirs.rows.map((row) => bare(row.address)));
  const customer = people.find((address) => known.has(bare(address)));
  if (customer !== undefined) fail("invalid", "side.customer", { address: customer });
  const own = await tx.execute<{ address: string }>(
    sql`select lower(address) as address from channels where brand_id = ${from.brandId} and kind = 'email'`,
  );
  const ours = people.find((address) => own.rows.some((row) => bare(row.address) === bare(address)));
  if (ours !== undefined) fail("invalid", "side.ours", { address: ours });
  return people;
}

function bare(address: string): string {
  return (normalAddress(address) ?? address).replace(/\+[^@]*(?=@[^@]*$)/, "");
}
