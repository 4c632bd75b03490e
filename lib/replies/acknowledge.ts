import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Language, languages } from "@/db/enums";
import type { System } from "@/lib/access";
import { acknowledgement } from "@/lib/channels/form/acknowledgement";
import { referenceOf } from "@/lib/channels/form/reference";
import { changeConversation } from "@/lib/conversations/change";
import { threadToken } from "@/lib/conversations/thread-token";
import { newId } from "@/lib/id";
import { publicLine } from "@/lib/notices/list-notices";
import { isPaused } from "@/lib/pauses/in-force";
import { transact } from "@/lib/transact";
import { replyWays } from "./ways";

const dispatcher: System = { kind: "system", name: "dispatcher" };

/** Automatic mails to one address: somebody could type another person's. */
const mostPerHour = 3;

type About = {
  address: string | null;
  externalId: string;
  language: string | null;
  brandId: string;
  brand: string;
  kind: string;
  domain: string | null;
};

/**
 * Confirms a form's submission by mail, without a word of what was typed. Never to ourselves, to a no-reply
 * address, or more often than a person would fill in a form (RFC 3834 section 2). While everything automatic is paused it
 * is not sent, then or later, and the conversation says so. Safe to repeat: the message's id
 * is made from the one that it confirms.
 */
export async function acknowledge(input: { conversationId: string; messageId: string }): Promise<void> {
  const about = await read(input);
  if (!about?.address || /^(no-?reply|mailer-daemon|postmaster|do-?not-?reply)[@+.-]/i.test(about.address))
    return;
  const way = (await replyWays(input.conversationId))[0];
  if (!way || (await tooMany(about.address))) return;
  if (await isPaused(db)) return noteUnsent(input);
  const { subject, text } = acknowledgement({
    language: languageOf(about.language),
    brand: about.brand,
    reference: referenceOf(about.externalId),
    hours: null,
    notice: await publicLine({
      brandId: about.brandId,
      language: languageOf(about.language),
      on: "acknowledgement",
    }),
  });
  const messageId = newId();
  const domain = about.domain ?? "avant.invalid";
  const externalId = `<ack-${input.messageId}.${threadToken(input.conversationId)}@${domain}>`;
  await transact(async (tx) => {
    const known = await tx.execute(
      sql`select 1 from deliveries where channel_id = ${way.channelId} and external_id = ${externalId}`,
    );
    if (known.rows.length > 0) return;
    await changeConversation(tx, dispatcher, {
      id: input.conversationId,
      type: "acknowledgement.queued",
      set: sql`message_count = c.message_count + 1`,
      messageId,
    });
    await tx.execute(sql`
      insert into messages (conversation_id, id, kind, channel_id, is_automatic, subject, text, language, external_id, recipients, sent_at, created_at)
      values (${input.conversationId}, ${messageId}, 'reply', ${way.channelId}, true, ${subject}, ${text}, ${languageOf(about.language)}, ${externalId},
        ${JSON.stringify({ to: [about.address], cc: [], bcc: [] })}::jsonb, clock_timestamp(), clock_timestamp())`);
    await tx.execute(sql`
      insert into deliveries (id, conversation_id, message_id, channel_id, mode, external_id, send_after)
      values (${newId()}, ${input.conversationId}, ${messageId}, ${way.channelId}, 'private', ${externalId}, now())`);
  }, "deliveries");
}

async function noteUnsent(input: { conversationId: string; messageId: string }): Promise<void> {
  await transact(async (tx) => {
    const known = await tx.execute(sql`
      select 1 from events where conversation_id = ${input.conversationId} and type = 'acknowledgement.paused'
        and message_id = ${input.messageId}`);
    if (known.rows.length > 0) return;
    await changeConversation(tx, dispatcher, {
      id: input.conversationId,
      type: "acknowledgement.paused",
      set: null,
      messageId: input.messageId,
    });
  });
}

async function read(input: { conversationId: string; messageId: string }): Promise<About | null> {
  const found = await db.execute<About>(sql`
    select m.author_address as address, m.external_id as "externalId", m.language, b.id as "brandId", b.name as brand, h.kind,
      (select split_part(x.address, '@', 2) from channels x where x.brand_id = c.brand_id and x.address like '%@%' order by x.created_at limit 1) as domain
    from messages m join conversations c on c.id = m.conversation_id join brands b on b.id = c.brand_id
    join channels h on h.id = m.channel_id
    where m.conversation_id = ${input.conversationId} and m.id = ${input.messageId}
      and not exists (select 1 from channels own where lower(own.address) = lower(m.author_address))`);
  return found.rows[0] ?? null;
}

async function tooMany(address: string): Promise<boolean> {
  const found = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from deliveries d join messages m on m.conversation_id = d.conversation_id and m.id = d.message_id
    where d.created_at > now() - interval '1 hour' and m.is_automatic and lower(m.recipients -> 'to' ->> 0) = lower(${address})`);
  return found.rows[0]!.count >= mostPerHour;
}

function languageOf(language: string | null): Language {
  return languages.find((known) => known === language) ?? "en";
}
