import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { applyRule } from "./apply";
import { rulesInForce } from "./in-force";
import { type Facts, match } from "./match";

/**
 * Asks every rule about a message that a customer wrote, in their order, until one that is the last hits; what colleagues
 * write is never asked about. Safe to repeat: a rule does what it does to one message once.
 */
export async function judge(input: { conversationId: string; messageId: string }): Promise<void> {
  const rules = await rulesInForce();
  if (rules.length === 0) return;
  const message = await factsOf(input);
  if (!message) return;
  for (const rule of rules) {
    if (rule.brandId !== null && rule.brandId !== message.brandId) continue;
    if (!match(rule.conditions, message.facts)) continue;
    await applyRule(rule, { conversationId: message.conversationId, messageId: input.messageId });
    if (rule.isLast) return;
  }
}

type Row = {
  conversationId: string;
  brandId: string;
  channelId: string | null;
  isPublic: boolean;
  text: string;
  quoteAt: number | null;
  subject: string | null;
  authors: string[];
  isNewAuthor: boolean;
};

/** What rules may ask about, of messages `m` in conversations `c`. */
export const factColumns = sql.raw(`
  c.id as "conversationId", c.brand_id as "brandId", m.channel_id as "channelId", m.is_public as "isPublic", m.text,
  m.quote_at as "quoteAt", m.subject, coalesce(array_remove(array[m.author_address] || array(
    select unnest(array[i.value, i.display]) from identities i where i.customer_id = c.customer_id), null), '{}') as authors,
  not exists (
    select 1 from conversations c2 join messages m2 on m2.conversation_id = c2.id
    where c2.customer_id in (select records_of(c.customer_id)) and m2.kind = 'customer' and (m2.sent_at, m2.id) < (m.sent_at, m.id)) as "isNewAuthor"`);

export function toFacts(row: Row): Facts {
  return {
    text: row.text.slice(0, row.quoteAt ?? undefined),
    subject: row.subject,
    channelId: row.channelId,
    isPublic: row.isPublic,
    authors: row.authors,
    isNewAuthor: row.isNewAuthor,
  };
}

async function factsOf(input: { conversationId: string; messageId: string }) {
  const found = await db.execute<Row>(sql`
    select ${factColumns} from messages m join conversations c on c.id = m.conversation_id
    where m.conversation_id = ${input.conversationId} and m.id = ${input.messageId} and m.kind = 'customer' and m.deleted_at is null`);
  const row = found.rows[0];
  return row ? { conversationId: row.conversationId, brandId: row.brandId, facts: toFacts(row) } : null;
}
