import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { transact } from "@/lib/transact";
import { notify } from "./notify";

/** Half an hour before it is due, or half of the whole wait where that is shorter. */
const lead = sql`least(interval '30 minutes', (due_at - since_at) / 2)`;

/** What an index on due times holds: open, and nobody was told of this due time yet. */
const untold = sql`status = 'open' and due_told_for is distinct from due_at`;

/**
 * Tells whoever has a conversation in hand that its time is nearly up, once for each due time. Looks only at what is
 * due within the half hour. Resolves with when the next is to be told, or null.
 */
export async function tellDueSoon(): Promise<Date | null> {
  while (await tellSome()) {}
  const next = await db.execute<{ at: string | null }>(sql`
    select min(due_at - ${lead})::text as at from (
      select due_at, since_at from queue where ${untold} and due_at < 'infinity' order by due_at limit 100) near`);
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

const batchSize = 200;

async function tellSome(): Promise<boolean> {
  return transact(async (tx) => {
    const due = await tx.execute<{
      id: string;
      assigneeId: string | null;
      dueAt: string;
      isOver: boolean;
    }>(sql`
      with near as (
        select conversation_id from queue
        where ${untold} and due_at <= now() + interval '30 minutes' and due_at - ${lead} <= now()
        order by due_at limit ${batchSize} for update skip locked
      )
      update queue q set due_told_for = q.due_at from near where q.conversation_id = near.conversation_id
      returning q.conversation_id as id, q.assignee_id as "assigneeId", q.due_at::text as "dueAt", q.due_at <= now() as "isOver"`);
    for (const { id, assigneeId, dueAt, isOver } of due.rows) {
      // What is over already was told of in its time, or came in late: a notice "soon" would be untrue.
      if (assigneeId === null || isOver) continue;
      const eventId = `due:${id}:${dueAt}`;
      await notify(tx, { agentIds: [assigneeId], kind: "due_soon", conversationId: id, eventId });
    }
    return due.rows.length === batchSize;
  });
}
