import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Gives a conversation to somebody, to a team, or back to everybody (both null). */
export async function assign(
  actor: Actor,
  input: { conversationId: string; agentId: string | null; teamId: string | null },
): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const known = await tx.execute<{ ok: boolean }>(sql`
      select (${input.agentId}::uuid is null or exists (
                select 1 from agents where id = ${input.agentId} and deactivated_at is null and role <> 'observer'))
         and (${input.teamId}::uuid is null or exists (select 1 from teams where id = ${input.teamId})) as ok`);
    if (!known.rows[0]?.ok) fail("invalid", "assign.unknown");
    return changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.assigned",
      set: sql`assignee_id = ${input.agentId}::uuid, team_id = ${input.teamId}::uuid`,
    });
  });
}
