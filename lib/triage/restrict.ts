import { sql } from "drizzle-orm";
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
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.restricted",
      set: sql`is_restricted = ${input.agentIds.length > 0}`,
      more: { agentIds: input.agentIds },
    });
    await tx.execute(sql`delete from conversation_access where conversation_id = ${input.conversationId}`);
    await tx.execute(sql`
      insert into conversation_access (conversation_id, agent_id)
      select ${input.conversationId}, id from agents where id = any(${`{${input.agentIds.join(",")}}`}::uuid[])`);
    return changed;
  });
}
