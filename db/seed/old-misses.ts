import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The sample was late with some of this before it was made: on record with its reason, and nobody is called for it now. */
export async function keepOldMisses(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into target_moments (conversation_id, kind, due_at, missed_at, reason)
    select c.id, due.kind, due.at, due.at, case when status = 'snoozed' then 'snoozed' when assignee_id is null then 'nobody_had_it'
      else 'not_answered' end
    from conversations c, lateral (values (c.due_kind, c.due_at), ('resolution', c.resolve_due_at)) due (kind, at)
    where is_sample and due.at < now() and status in ('open', 'waiting', 'snoozed')
    on conflict do nothing`);
}
