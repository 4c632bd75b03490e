import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notify, readsReports } from "@/lib/notifications/notify";

/**
 * Calls people to a conversation in which somebody may be in danger: whoever has it, whoever is on call, and the
 * managers of its team, else all managers. Once for each waiting.
 */
export async function tellSafety(
  tx: Tx,
  rows: ReadonlyArray<{ id: string; teamId: string | null; waitingSince: string | null }>,
): Promise<void> {
  for (const { id, teamId, waitingSince } of rows) {
    const found = await tx.execute<{ id: string }>(sql`
      select c.assignee_id as id from conversations c where c.id = ${id} and c.assignee_id is not null
      union select d.agent_id from on_call d where d.starts_at <= now() and d.ends_at > now()
        and (d.team_id is null or d.team_id = ${teamId}::uuid)
      union select a.id from agents a where ${readsReports} and a.deactivated_at is null
        and (${teamId}::uuid is null or a.role <> 'manager' or exists (
          select 1 from team_members m where m.agent_id = a.id and m.team_id = ${teamId}::uuid))`);
    await notify(tx, {
      agentIds: found.rows.map((row) => row.id),
      kind: "safety",
      conversationId: id,
      eventId: `safety:${id}:${waitingSince === null ? "" : Date.parse(waitingSince)}`,
    });
  }
}
