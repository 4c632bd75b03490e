import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import type { AlsoOpen } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** The customer's other conversations that I see and in which we owe the next move: answer once, close both. */
export async function alsoOpen(
  on: Db | Tx,
  actor: Actor,
  input: { customerId: string; exceptId: string },
): Promise<AlsoOpen[]> {
  authorize(actor, "conversation.read");
  const found = await on.execute<AlsoOpen>(sql`
    select c.id, c.number::int as number, coalesce(h.config ->> 'plays', h.kind, 'note') as "channelKind", c.subject, c.excerpt
    from conversations c left join channels h on h.id = c.channel_id
    where c.customer_id in (select records_of(${input.customerId})) and c.id <> ${input.exceptId} and c.status in ('open', 'snoozed')
      and c.merged_into_id is null and ${visible(actor, columnsOf("c"))}
    order by c.last_message_at desc limit 5`);
  return found.rows;
}

/**
 * Closes conversations of one customer that an answer in another one has settled. What is closed already, or belongs to
 * somebody else, stays as it is. Resolves with the events, by which each can be undone.
 */
export async function closeAnswered(
  actor: Actor,
  input: { conversationId: string; otherIds: string[] },
): Promise<{ eventIds: number[] }> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const here = await tx.execute(
      sql`select 1 from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`,
    );
    if (here.rows.length === 0) fail("not_found", "conversation.not_found");
    const others = await tx.execute<{ id: string }>(sql`
      select c.id from conversations c join conversations here on here.id = ${input.conversationId} and c.customer_id in (select records_of(here.customer_id))
      where c.id = any(${`{${input.otherIds.join(",")}}`}::uuid[]) and c.id <> here.id and c.status in ('open', 'waiting', 'snoozed')
        and ${visible(actor, columnsOf("c"))} order by c.id`);
    const eventIds: number[] = [];
    for (const { id } of others.rows) {
      const changed = await changeConversation(tx, actor, {
        id,
        type: "conversation.resolved",
        set: sql`status = 'resolved', resolved_at = now(), snoozed_until = null, waiting_since = null,
          due_at = null, due_kind = null, unanswered_count = 0`,
        more: { answeredIn: input.conversationId },
      });
      eventIds.push(changed.eventId);
    }
    return { eventIds };
  });
}
