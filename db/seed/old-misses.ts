import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The sample was late with some of this before it was made: on record with its reason, and nobody is called for it now. */
export async function keepOldMisses(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into target_moments (conversation_id, kind, due_at, missed_at, reason)
    select id, due_kind, due_at, due_at, case when status = 'snoozed' then 'snoozed' when assignee_id is null then 'nobody_had_it'
      else 'not_answered' end
    from conversations where is_sample and due_at < now() and status in ('open', 'waiting', 'snoozed')
    on conflict do nothing`);
}
