import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notify, readsReports } from "@/lib/notifications/notify";

/**
 * Calls people to a conversation in which somebody may be in danger: whoever has it, whoever is on call, and the
 * managers of its team, else all managers. Once for each waiting, once an hour for each person, and ten times an hour
 * for each brand: the row stands on top all the same, but nobody is woken a hundred times by one who knows the words.
 */
export async function tellSafety(
  tx: Tx,
  rows: ReadonlyArray<{ id: string; teamId: string | null; waitingSince: string | null }>,
): Promise<void> {
  for (const { id, teamId, waitingSince } of rows) {
    if (await isFlood(tx, id)) continue;
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

const mostPerHour = 10;

/** Whether people were called about the same person within the hour, or about so many of the brand that they are here. */
async function isFlood(tx: Tx, conversationId: string): Promise<boolean> {
  const found = await tx.execute<{ same: boolean; others: number }>(sql`
    select coalesce(bool_or(person_of(o.customer_id) = person_of(c.customer_id)), false) as same, count(distinct o.id)::int as others
    from conversations c join notifications n on n.kind = 'safety' and n.created_at > now() - interval '1 hour' and n.conversation_id <> c.id
    join conversations o on o.id = n.conversation_id and o.brand_id = c.brand_id
    where c.id = ${conversationId}`);
  const { same, others } = found.rows[0] ?? { same: false, others: 0 };
  return same || others >= mostPerHour;
}
