import { type SQL, sql } from "drizzle-orm";

/** What a conversation `c` says of the replies that still wait for a yes in it, once one of them no longer does. */
export const stillAwaiting: SQL = sql`
  approval_since = (select min(h.created_at) from held_replies h where h.conversation_id = c.id and h.state = 'awaiting'),
  approver_id = (select h.approver_id from held_replies h where h.conversation_id = c.id and h.state = 'awaiting'
    order by h.created_at, h.id limit 1)`;
