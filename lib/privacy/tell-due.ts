import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notify } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";

/** Told a week before, and a day before. */
const early = sql`interval '7 days'`;
const late = sql`interval '1 day'`;

/** When the next telling of a request is due; `told_at` is the last one. */
const nextAt = sql`case when p.told_at is null or p.told_at < p.due_at - ${early} then p.due_at - ${early} else p.due_at - ${late} end`;
const untold = sql`p.done_at is null and (p.told_at is null or p.told_at < p.due_at - ${late})`;

/**
 * Tells whoever has a request in hand, and everybody who handles such requests when nobody has, that its month runs out.
 * Resolves with when the next is to be told, or null.
 */
export async function tellPrivacyDue(): Promise<Date | null> {
  await transact(async (tx) => {
    const due = await tx.execute<{
      id: string;
      assigneeId: string | null;
      dueAt: string;
      isLast: boolean;
    }>(sql`
      with near as (select p.conversation_id from privacy_requests p where ${untold} and ${nextAt} <= now() limit 100 for update skip locked)
      update privacy_requests p set told_at = now() from near, conversations c
      where p.conversation_id = near.conversation_id and c.id = p.conversation_id
      returning c.id, c.assignee_id as "assigneeId", p.due_at::text as "dueAt", p.due_at - ${late} <= now() as "isLast"`);
    for (const { id, assigneeId, dueAt, isLast } of due.rows) {
      const agentIds = assigneeId === null || isLast ? await handlers(tx, assigneeId) : [assigneeId];
      const eventId = `privacy:${id}:${dueAt}:${isLast ? "day" : "week"}`;
      await notify(tx, { agentIds, kind: "privacy_due", conversationId: id, eventId });
    }
  });
  const next = await db.execute<{ at: string | null }>(
    sql`select min(${nextAt})::text as at from privacy_requests p where ${untold}`,
  );
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

/** Who sees the conversation among them is decided where people are told. */
async function handlers(tx: Parameters<typeof notify>[0], assigneeId: string | null): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(
    sql`select id from agents where deactivated_at is null and role in ('manager', 'admin', 'owner')`,
  );
  return [...found.rows.map(({ id }) => id), ...(assigneeId ? [assigneeId] : [])];
}
