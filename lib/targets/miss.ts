import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { MissReason, TargetKind } from "@/db/enums";
import { reasonOf, type WhenDue } from "@/lib/facts/reason-of";
import type { StoredState } from "./state";

/**
 * Why a target is missed, at its moment: by the same rule as the facts have it from the events, a test holds them
 * together. An answer that failed and hands that changed belong to a wait; an end is late whoever had it.
 */
export async function reasonOfMiss(
  tx: Tx,
  { id, waitingSince }: StoredState,
  kind: TargetKind,
): Promise<MissReason> {
  const since = kind === "resolution" ? null : waitingSince;
  const found = await tx.execute<WhenDue & { sendFailed: boolean; handedOver: boolean }>(sql`
    select c.approval_since is not null as "isHeld", c.status, c.assignee_id as "assigneeId",
      exists (select 1 from merged_with(c.id) w(id) join messages m on m.conversation_id = w.id
        join deliveries d on d.conversation_id = m.conversation_id and d.message_id = m.id
        where m.kind = 'reply' and not m.is_automatic and m.created_at >= ${since}::timestamptz and d.state in ('failed', 'unknown')) as "sendFailed",
      exists (select 1 from events e where e.conversation_id = c.id and e.occurred_at > ${since}::timestamptz
        and (e.before ->> 'assignee_id' <> e.after ->> 'assignee_id'
          or (e.before ->> 'team_id' is not null and e.after -> 'team_id' is not null))) as "handedOver"
    from conversations c where c.id = ${id}`);
  const row = found.rows[0];
  return row ? reasonOf(row, row) : "not_answered";
}
