import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { rerankConversations } from "./rerank";

export const calmReason = z.string().trim().min(3, "calm.because").max(200, "calm.because");

/**
 * "Not a risk, because…": until their next message this conversation waits like any other, whatever is known; its
 * response target stays. Throws `conflict` for what is no longer open.
 */
export async function calm(
  actor: Actor,
  input: { conversationId: string; because: string },
): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.calmed",
      only: sql`c.status in ('open', 'waiting', 'snoozed')`,
      set: null,
      more: { why: input.because },
    });
    const found = await tx.execute(sql`
      update risks set calmed_at = now(), calmed_by = ${actor.id}, calmed_because = ${input.because}
      where conversation_id = ${changed.id} returning 1`);
    if (found.rows.length === 0) fail("conflict", "conversation.not_now.calmed");
    await rerankConversations(tx, [changed.id]);
    return changed;
  });
}

/** It is a risk like before. */
export async function uncalm(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.uncalmed",
      only: sql`exists (select 1 from risks z where z.conversation_id = c.id and z.calmed_at is not null)`,
      set: null,
    });
    await tx.execute(sql`
      update risks set calmed_at = null, calmed_by = null, calmed_because = null where conversation_id = ${changed.id}`);
    await rerankConversations(tx, [changed.id]);
    return changed;
  });
}

export type CalmedView = {
  conversationId: string;
  number: number;
  customerName: string;
  by: string | null;
  because: string;
  at: string;
  /** Null while it holds; what ended it is their next message, a colleague, or that it was settled. */
  isOver: boolean;
  /** They went public afterwards, as far as is known. */
  hasLeaked: boolean;
};

/** Who said "not a risk" of what, the newest first, for managers. */
export async function listCalmed(actor: Actor, input: { limit: number }): Promise<CalmedView[]> {
  authorize(actor, "risk.read");
  const found = await db.execute<CalmedView>(sql`
    select c.id as "conversationId", c.number::int as number, k.name as "customerName", a.name as by,
      coalesce(e.after ->> 'why', '') as because, e.occurred_at as at,
      not exists (select 1 from risks z where z.conversation_id = c.id and z.calmed_at >= e.occurred_at - interval '1 second') as "isOver",
      exists (select 1 from leaks l where l.private_conversation_id = c.id and l.withdrawn_at is null and l.posted_at > e.occurred_at) as "hasLeaked"
    from events e join conversations c on c.id = e.conversation_id join customers k on k.id = c.customer_id
    left join agents a on a.id = e.actor_id
    where e.type = 'conversation.calmed' and ${visible(actor, columnsOf("c"))} order by e.id desc limit ${input.limit}`);
  return found.rows.map((row) => ({ ...row, at: isoText(row.at) }));
}
