import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, type System } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

type Input = { conversationId: string; agentId: string | null; teamId: string | null };

/** Gives a conversation to somebody, to a team, or back to everybody (both null). */
export async function assign(actor: Actor, input: Input): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    await checkTakers(tx, { agentId: input.agentId, teamId: input.teamId });
    return assignWithin(tx, actor, input);
  });
}

/** Fails where nobody of that name can be given anything. */
export async function checkTakers(
  tx: Tx,
  input: { agentId: string | null; teamId: string | null },
): Promise<void> {
  const known = await tx.execute<{ ok: boolean }>(sql`
    select (${input.agentId}::uuid is null or exists (
              select 1 from agents where id = ${input.agentId} and deactivated_at is null and role <> 'observer'))
       and (${input.teamId}::uuid is null or exists (select 1 from teams where id = ${input.teamId})) as ok`);
  if (!known.rows[0]?.ok) fail("invalid", "assign.unknown");
}

export function assignWithin(tx: Tx, actor: Actor | System, input: Input): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.assigned",
    set: sql`assignee_id = ${input.agentId}::uuid, team_id = ${input.teamId}::uuid`,
  });
}

/** The person alone, whatever team it belongs to; for many at once. */
export function assignAgentWithin(
  tx: Tx,
  actor: Actor,
  input: { conversationId: string; agentId: string | null },
): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.assigned",
    set: sql`assignee_id = ${input.agentId}::uuid`,
  });
}

export function assignTeamWithin(
  tx: Tx,
  actor: Actor | System,
  input: { conversationId: string; teamId: string | null },
): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.assigned",
    set: sql`team_id = ${input.teamId}::uuid`,
  });
}
