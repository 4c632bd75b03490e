import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Outgoing } from "@/lib/channels/channel";

type Quoting = {
  conversationId: string;
  messageId: string;
  sideThreadId: string | null;
  recipients: { to: string[]; cc: string[]; bcc: string[] } | null;
};

/** Messages that are quoted below a reply, at most. */
const quoted = 10;

/**
 * What was said before in private with the readers of this message, the newest first: nothing that somebody else
 * wrote or was sent, no note, nothing of another side thread.
 */
export async function historyOf(m: Quoting): Promise<Outgoing["history"]> {
  const readers = [...(m.recipients?.to ?? []), ...(m.recipients?.cc ?? []), ...(m.recipients?.bcc ?? [])];
  const all = JSON.stringify(readers.map((one) => one.toLowerCase()));
  const said = await db.execute<{ text: string; quoteAt: number | null; author: string; at: string }>(sql`
    select m.text, m.quote_at as "quoteAt", m.sent_at as at,
      coalesce(case when m.kind in ('reply', 'side_out') then b.name end, m.author_name, m.author_address, '') as author
    from messages m join conversations c on c.id = m.conversation_id join brands b on b.id = c.brand_id
    where m.conversation_id = ${m.conversationId} and m.id <> ${m.messageId} and m.deleted_at is null and not m.is_public
      and not m.is_flagged and not m.is_automatic and m.text <> ''
      and m.created_at <= (select created_at from messages where conversation_id = ${m.conversationId} and id = ${m.messageId})
      and m.side_thread_id is not distinct from ${m.sideThreadId}::uuid
      and ((m.kind in ('customer', 'side_in') and ${all}::jsonb ? lower(m.author_address))
        or (m.kind in ('reply', 'side_out') and jsonb_array_length(coalesce(m.recipients -> 'to', '[]')) > 0
          and not exists (select 1 from jsonb_array_elements_text(m.recipients -> 'to') r where not ${all}::jsonb ? lower(r))
          and exists (select 1 from deliveries d where d.conversation_id = m.conversation_id and d.message_id = m.id and d.state = 'sent')))
    order by m.sent_at desc, m.id desc limit ${quoted}`);
  return said.rows.map((row) => ({
    text: row.quoteAt === null ? row.text : row.text.slice(0, row.quoteAt).trimEnd(),
    author: row.author,
    sentAt: new Date(row.at),
  }));
}
