import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { LinkView } from "@/lib/conversations/types";

/** The conversations that belong to one, as far as I may see them. Tells nothing about one that I may not see. */
export async function listLinks(actor: Actor, input: { conversationId: string }): Promise<LinkView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<LinkView>(sql`
    select c.id, c.number::int as number, l.kind, k.name as "customerName", c.status,
      coalesce(h.config ->> 'plays', h.kind, 'note') as "channelKind", c.is_public as "isPublic", c.subject, c.excerpt,
      c.last_message_at as "lastMessageAt"
    from conversation_links l
    join conversations c on c.id = survivor_of(case when l.one_id = ${input.conversationId} then l.other_id else l.one_id end)
    join customers own on own.id = c.customer_id join customers k on k.id = own.person_id left join channels h on h.id = c.channel_id
    where (l.one_id = ${input.conversationId} or l.other_id = ${input.conversationId}) and c.id <> ${input.conversationId}
      and ${visible(actor, columnsOf("c"))}
      and exists (select 1 from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))})
    order by c.last_message_at desc, c.id limit 50`);
  return found.rows.map((row) => ({ ...row, lastMessageAt: isoText(row.lastMessageAt) }));
}
