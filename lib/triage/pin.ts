import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

/** -1 first, 1 can wait, 0 as it comes: a person outranks the order. */
export async function pin(
  actor: Actor,
  input: { conversationId: string; pin: -1 | 0 | 1 },
): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => pinWithin(tx, actor, input));
}

export function pinWithin(
  tx: Tx,
  actor: Actor,
  input: { conversationId: string; pin: -1 | 0 | 1 },
): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.pinned",
    set: sql`pin = ${input.pin}::smallint`,
  });
}
