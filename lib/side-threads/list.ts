import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { SideThreadView } from "@/lib/conversations/types";

/** The talks with third parties about a conversation, the oldest first. */
export async function listSideThreads(
  actor: Actor,
  input: { conversationId: string },
): Promise<SideThreadView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<SideThreadView>(sql`
    select s.id, s.subject, s.participants, s.created_at as at from side_threads s join conversations c on c.id = ${input.conversationId}
    where s.conversation_id in (select merged_with(${input.conversationId})) and ${visible(actor, columnsOf("c"))} order by s.created_at, s.id limit 50`);
  return found.rows.map((thread) => ({ ...thread, at: isoText(thread.at) }));
}
