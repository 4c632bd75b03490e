import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notify } from "@/lib/notifications/notify";

/** Whoever follows a conversation hears of what others did there. */
export async function tellFollowers(input: {
  eventId: string;
  conversationId: string;
  actorId: string | null;
}): Promise<void> {
  const found = await db.execute<{ id: string }>(sql`
    select distinct agent_id as id from conversation_follows
    where conversation_id in (select merged_with(survivor_of(${input.conversationId})))
      and agent_id is distinct from ${input.actorId}::uuid`);
  await notify(db, {
    agentIds: found.rows.map(({ id }) => id),
    kind: "followed",
    conversationId: input.conversationId,
    eventId: input.eventId,
  });
}
