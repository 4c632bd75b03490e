import { sql } from "drizzle-orm";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { byRank } from "@/lib/conversations/list-queue";
import { transact } from "@/lib/transact";

/**
 * The top row that nobody has, assigned to me; when everything has somebody, the top one of mine other than the
 * one on screen. Two people who press at the same moment get two different rows. Resolves with null when nothing
 * is left.
 */
export async function takeNext(
  actor: Actor,
  input: { exceptId: string | null },
): Promise<{ conversationId: string; number: number } | null> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const free = await tx.execute<{ id: string }>(sql`
      select q.conversation_id as id from queue q
      where q.status = 'open' and q.assignee_id is null and q.conversation_id is distinct from ${input.exceptId}::uuid
        and ${visible(actor, columnsOf("q"))}
      order by ${sql.raw(byRank.join(", "))} limit 1 for update of q skip locked`);
    const id = free.rows[0]?.id;
    if (id) {
      const taken = await changeConversation(tx, actor, {
        id,
        type: "conversation.assigned",
        set: sql`assignee_id = ${actor.id}`,
        more: { takenNext: true },
      });
      return { conversationId: id, number: taken.number };
    }
    const mine = await tx.execute<{ conversationId: string; number: number }>(sql`
      select q.conversation_id as "conversationId", c.number::int as number from queue q join conversations c on c.id = q.conversation_id
      where q.status = 'open' and q.assignee_id = ${actor.id} and q.conversation_id is distinct from ${input.exceptId}::uuid
        and ${visible(actor, columnsOf("q"))}
      order by ${sql.raw(byRank.join(", "))} limit 1`);
    return mine.rows[0] ?? null;
  });
}
