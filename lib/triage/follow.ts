import { sql } from "drizzle-orm";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Tells me of every change from now on. Nobody else's business, so no event. */
export async function follow(actor: Actor, input: { conversationId: string }): Promise<void> {
  authorize(actor, "conversation.read");
  await transact(async (tx) => {
    const found = await tx.execute<{ id: string }>(sql`
      select c.id from conversations c where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))} for update`);
    const id = found.rows[0]?.id ?? fail("not_found", "conversation.not_found");
    const made = await tx.execute(sql`
      insert into conversation_follows (conversation_id, agent_id) values (${id}, ${actor.id}) on conflict do nothing returning 1`);
    if (made.rows.length > 0)
      await tx.execute(sql`update conversations set follower_count = follower_count + 1 where id = ${id}`);
  });
}

export async function unfollow(actor: Actor, input: { conversationId: string }): Promise<void> {
  authorize(actor, "conversation.read");
  await transact(async (tx) => {
    const found = await tx.execute<{ id: string }>(sql`
      select c.id from conversations c where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))} for update`);
    const id = found.rows[0]?.id ?? fail("not_found", "conversation.not_found");
    const gone = await tx.execute(sql`
      delete from conversation_follows where agent_id = ${actor.id}
        and conversation_id in (select merged_with(${id})) returning 1`);
    if (gone.rows.length > 0)
      await tx.execute(sql`
        update conversations set follower_count = greatest(0, follower_count - ${gone.rows.length}) where id = ${id}`);
  });
}
