import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";

/** I have seen what is there now. Nobody else's business, so no event. */
export async function markRead(actor: Actor, input: { conversationId: string }): Promise<{ readAt: string }> {
  authorize(actor, "conversation.read");
  const result = await db.execute<{ at: string }>(sql`
    insert into conversation_reads (agent_id, conversation_id, read_at)
    select ${actor.id}, c.id, now() from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}
    on conflict (agent_id, conversation_id) do update set read_at = excluded.read_at returning read_at as at`);
  const row = result.rows[0] ?? fail("not_found", "conversation.not_found");
  return { readAt: new Date(row.at).toISOString() };
}

export async function markUnread(actor: Actor, input: { conversationId: string }): Promise<void> {
  authorize(actor, "conversation.read");
  const seen = await db.execute(sql`
    select 1 from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  if (seen.rows.length === 0) fail("not_found", "conversation.not_found");
  await db.execute(sql`
    delete from conversation_reads where agent_id = ${actor.id} and conversation_id = ${input.conversationId}`);
}
