import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import type { Beside } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";

/** What stands beside a conversation for whoever decides about it. Of one that I may not see only that it is there. */
export async function besideOf(actor: Actor, input: { conversationId: string }): Promise<Beside> {
  authorize(actor, "conversation.read");
  const found = await db.execute<Beside>(sql`
    select exists (select 1 from conversation_follows f where f.agent_id = ${actor.id}
                   and f.conversation_id in (select merged_with(c.id))) as "isFollowed",
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'subject', s.subject) order by s.number)
                from conversations s where s.merged_into_id = c.id), '[]') as parts,
      (select jsonb_build_object('id', b.id, 'kind', b.kind, 'identityKind', b.identity_kind, 'value', b.value,
         'isOver', b.removed_at is not null or coalesce(b.expires_at <= now(), false))
       from blocks b where b.id = c.block_id) as block,
      case when c.is_restricted then (select coalesce(jsonb_agg(a.agent_id), '[]') from conversation_access a where a.conversation_id = c.id)
           else '[]' end as "allowedIds",
      exists (select 1 from conversations o where o.customer_id in (select records_of(c.customer_id)) and o.id <> c.id and o.is_restricted
        and o.merged_into_id is null and o.status in ('open', 'waiting', 'snoozed')
        and not exists (select 1 from conversation_access a where a.conversation_id = o.id and a.agent_id = ${actor.id})) as "hasHidden"
    from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  return found.rows[0] ?? fail("not_found", "conversation.not_found");
}
