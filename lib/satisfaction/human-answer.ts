import { sql } from "drizzle-orm";

/**
 * The last human answer of a conversation `c`, as a lateral subquery: who gave it, when, and in which language. A reply
 * counts once it has been written, and no longer when it was cancelled or did not arrive.
 */
export const lastHumanAnswer = sql`(
  select m.agent_id, m.created_at, m.language from messages m
  left join deliveries d on d.conversation_id = m.conversation_id and d.message_id = m.id
  where m.conversation_id in (select merged_with(c.id)) and m.deleted_at is null and (
    (m.kind = 'reply' and not m.is_automatic and coalesce(d.state, 'sent') not in ('cancelled', 'failed'))
    or m.call_outcome in ('reached', 'settled', 'on_site'))
  order by m.created_at desc, m.id desc limit 1)`;
