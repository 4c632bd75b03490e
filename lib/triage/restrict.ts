import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Only the people named see it from now on, administrators included. An empty list lifts the restriction. */
export async function restrict(
  actor: Actor,
  input: { conversationId: string; agentIds: string[] },
): Promise<Changed> {
  authorize(actor, "conversation.restrict");
  if (input.agentIds.length > 0 && !input.agentIds.includes(actor.id)) fail("invalid", "restrict.yourself");
  return transact(async (tx) => {
    const before = await tx.execute<{ id: string }>(sql`
      select agent_id as id from conversation_access where conversation_id = survivor_of(${input.conversationId}) order by 1`);
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.restricted",
      set: sql`is_restricted = ${input.agentIds.length > 0}`,
      more: { agentIds: input.agentIds, agentIdsBefore: before.rows.map(({ id }) => id) },
    });
    await nameWithin(tx, { conversationId: changed.id, agentIds: input.agentIds });
    return changed;
  });
}

/** The list of the people named, written anew. */
export async function nameWithin(
  tx: Tx,
  input: { conversationId: string; agentIds: readonly string[] },
): Promise<void> {
  await tx.execute(sql`delete from conversation_access where conversation_id = ${input.conversationId}`);
  await tx.execute(sql`
    insert into conversation_access (conversation_id, agent_id)
    select ${input.conversationId}, id from agents where id = any(${`{${input.agentIds.join(",")}}`}::uuid[])`);
}
