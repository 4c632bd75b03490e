import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Locks the conversation that a question is about, before the question itself: whoever erases a person holds their
 * conversations when they come to what was asked, and each would wait for the other.
 */
export async function holdConversation(tx: Tx, conversationId: string): Promise<void> {
  await tx.execute(sql`select 1 from conversations where id = survivor_of(${conversationId}) for update`);
}
