import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Away until a moment, or until the customer writes. `until` lies in the future, at most two years. */
export async function snooze(actor: Actor, input: { conversationId: string; until: Date }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => snoozeWithin(tx, actor, input), "timers");
}

export function snoozeWithin(
  tx: Tx,
  actor: Actor,
  input: { conversationId: string; until: Date },
): Promise<Changed> {
  const ahead = input.until.getTime() - Date.now();
  if (ahead <= 0) fail("invalid", "snooze.past");
  if (ahead > 2 * 366 * 86_400_000) fail("invalid", "snooze.far");
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.snoozed",
    only: sql`c.status in ('open', 'waiting', 'snoozed')`,
    set: sql`status = 'snoozed', snoozed_until = ${input.until.toISOString()}::timestamptz`,
  });
}
