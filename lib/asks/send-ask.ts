import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { type Outgoing, Permanent } from "@/lib/channels/channel";
import { contextOf, loadChannel } from "@/lib/channels/load";
import { signToken } from "@/lib/conversations/thread-token";
import { sentence } from "@/lib/sentences";
import { excerpt } from "@/lib/text/excerpt";

type Mail = {
  id: string;
  address: string;
  channelId: string;
  externalId: string;
  conversationId: string;
  messageId: string;
  question: string;
  dueAt: string | null;
  quotedIds: string[];
  number: number;
  asker: string | null;
  brand: string;
  language: Language;
  zone: string;
};

/**
 * Takes a question to everybody asked who has not got it yet. Safe to repeat: a mail's id is fixed, so that a second
 * copy after a crash is known as the same. Throws while something may work later, so that the job tries again.
 */
export async function sendAsk(input: { askId: string }): Promise<void> {
  const waiting = await db.execute<Mail>(sql`
    select m.id, m.address, m.channel_id as "channelId", m.external_id as "externalId", q.conversation_id as "conversationId",
      q.message_id as "messageId", q.question, q.due_at as "dueAt", q.quoted_ids as "quotedIds", c.number::int as number,
      a.name as asker, b.name as brand, coalesce(r.language, b.language) as language, coalesce(o.zone, 'Europe/Paris') as zone
    from ask_mails m join asks q on q.id = m.ask_id join conversations c on c.id = q.conversation_id
    join brands b on b.id = c.brand_id left join agents a on a.id = q.asked_by left join agents r on r.id = m.agent_id
    left join organisation o on o.id = 1
    where q.id = ${input.askId} and m.sent_at is null and m.failure_code is null and q.withdrawn_at is null
      and (m.agent_id is null or r.deactivated_at is null)
    order by m.id`);
  let later: unknown = null;
  for (const mail of waiting.rows) {
    await send(mail).catch((error: unknown) => {
      later = error;
    });
  }
  if (later !== null) throw later;
}

async function send(mail: Mail): Promise<void> {
  const row = await loadChannel(mail.channelId);
  if (!row?.channel.send) return failed(mail.id, "cannot_send");
  const context = contextOf(row, AbortSignal.timeout(120_000), () => {});
  try {
    await row.channel.send(context, await outgoingOf(mail));
  } catch (error) {
    if (error instanceof Permanent) return failed(mail.id, error.code);
    throw error;
  }
  await db.execute(sql`update ask_mails set sent_at = now() where id = ${mail.id}`);
}

async function failed(mailId: string, code: string): Promise<void> {
  await db.execute(sql`update ask_mails set failure_code = ${code} where id = ${mailId}`);
}

/** Nothing of the thread travels along but what the asker chose: no history, no reference to the customer's mails. */
async function outgoingOf(mail: Mail): Promise<Outgoing> {
  const say = (key: string, params: Record<string, string | number> = {}) =>
    sentence(mail.language, `asks.mail.${key}`, params) ?? "";
  const asker = mail.asker ?? mail.brand;
  const quoted = await quotedOf(mail, say);
  const due =
    mail.dueAt === null
      ? say("asks", { asker })
      : say("asksBy", { asker, time: wordsOf(new Date(mail.dueAt), mail) });
  return {
    messageId: mail.messageId,
    externalId: mail.externalId,
    mode: "private",
    from: { name: mail.brand, agentName: asker },
    to: [mail.address],
    cc: [],
    bcc: [],
    subject: say("subject", { asker, words: excerpt(mail.question).slice(0, 80) }),
    text: [due, mail.question, ...quoted, say("how")].join("\n\n"),
    answers: null,
    replaces: null,
    history: [],
    references: [],
    threadKey: null,
    token: signToken("ask", mail.id),
    files: [],
    automatic: false,
    language: mail.language,
    zone: mail.zone,
  };
}

async function quotedOf(mail: Mail, say: (key: string, params?: Record<string, string>) => string) {
  if (mail.quotedIds.length === 0) return [];
  const found = await db.execute<{
    author: string | null;
    text: string;
    quoteAt: number | null;
    at: string;
  }>(sql`
    select coalesce(a.name, m.author_name, m.author_address) as author, m.text, m.quote_at as "quoteAt", m.sent_at as at
    from messages m left join agents a on a.id = m.agent_id
    where m.conversation_id = ${mail.conversationId} and m.id = any(${`{${mail.quotedIds.join(",")}}`}::uuid[])
      and m.deleted_at is null order by m.sent_at, m.id limit 50`);
  return found.rows.map((row) => {
    const own = (row.quoteAt === null ? row.text : row.text.slice(0, row.quoteAt)).trim().slice(0, 10_000);
    const lines = own.split("\n").map((line) => `> ${line}`);
    const who = say("wrote", { author: row.author ?? "", time: wordsOf(new Date(row.at), mail) });
    return `${who}\n\n${lines.join("\n")}`;
  });
}

function wordsOf(at: Date, { language, zone }: Mail): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr", {
    weekday: "long",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(at);
}
