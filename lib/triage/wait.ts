import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

/** Their turn: we have nothing to do until they write. The wait that was running goes on counting. */
export async function wait(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => waitWithin(tx, actor, input));
}

export function waitWithin(tx: Tx, actor: Actor, input: { conversationId: string }): Promise<Changed> {
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.waited",
    only: sql`c.status in ('open', 'snoozed')`,
    set: sql`status = 'waiting', snoozed_until = null`,
  });
}
