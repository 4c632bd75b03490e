import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { MissReason, TargetKind } from "@/db/enums";
import type { StoredState } from "./state";

/**
 * Why a target is missed: the first that is true now, at its moment. An answer that did not arrive, one that waits for a
 * colleague's yes, asleep, in nobody's hands, passed from hand to hand while it waited; else just not answered.
 */
export async function reasonOfMiss(
  tx: Tx,
  { id, waitingSince, cycleStartedAt }: StoredState,
  kind: TargetKind,
): Promise<MissReason> {
  const since = kind === "resolution" ? cycleStartedAt : (waitingSince ?? cycleStartedAt);
  const found = await tx.execute<{ reason: MissReason }>(sql`
    select case
      when exists (select 1 from merged_with(c.id) w(id) join messages m on m.conversation_id = w.id
        join deliveries d on d.conversation_id = m.conversation_id and d.message_id = m.id
        where m.kind = 'reply' and not m.is_automatic and m.created_at >= ${since}::timestamptz and d.state in ('failed', 'unknown'))
        then 'send_failed'
      when c.approval_since is not null then 'awaiting_approval'
      when c.status = 'snoozed' then 'snoozed'
      when c.assignee_id is null then 'nobody_had_it'
      when exists (select 1 from events e where e.conversation_id = c.id and e.type = 'conversation.assigned'
        and e.occurred_at > ${since}::timestamptz and e.before ->> 'assignee_id' is not null) then 'handed_over'
      else 'not_answered' end as reason
    from conversations c where c.id = ${id}`);
  return found.rows[0]?.reason ?? "not_answered";
}
