import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notify } from "@/lib/notifications/notify";

/** Tells the people asked that they are, or the one who asked that an answer is there. */
export async function tellOfAsk(input: {
  eventId: string;
  askId: string;
  what: "asked" | "answered";
}): Promise<void> {
  const found = await db.execute<{
    conversationId: string;
    askedBy: string | null;
    answeredBy: string | null;
    readerIds: string[];
  }>(sql`
    select q.conversation_id as "conversationId", q.asked_by as "askedBy", q.answered_by as "answeredBy",
      case when q.agent_id is not null then array[q.agent_id::text]
           else array(select m.agent_id::text from team_members m where m.team_id = q.team_id) end as "readerIds"
    from asks q where q.id = ${input.askId}`);
  const ask = found.rows[0];
  if (!ask) return;
  const { conversationId } = ask;
  if (input.what === "asked") {
    const agentIds = ask.readerIds.filter((id) => id !== ask.askedBy);
    return notify(db, { agentIds, kind: "asked", conversationId, eventId: input.eventId });
  }
  const agentIds = ask.askedBy === null || ask.askedBy === ask.answeredBy ? [] : [ask.askedBy];
  return notify(db, { agentIds, kind: "ask_answered", conversationId, eventId: input.eventId });
}

/** Tells whoever asked that the time has passed without an answer. Resolves with when the next one runs out, or null. */
export async function tellOverdueAsks(): Promise<Date | null> {
  const late = await db.execute<{ id: string; conversationId: string; agentIds: string[] }>(sql`
    update asks q set overdue_told_at = now() from conversations c
    where c.id = q.conversation_id and q.answered_at is null and q.withdrawn_at is null and q.overdue_told_at is null and q.due_at <= now()
    returning q.id, q.conversation_id as "conversationId", array_remove(array[q.asked_by::text, c.assignee_id::text], null) as "agentIds"`);
  for (const { id, conversationId, agentIds } of late.rows)
    await notify(db, { agentIds, kind: "ask_overdue", conversationId, eventId: `ask:${id}` });
  const next = await db.execute<{ at: string | null }>(sql`
    select min(due_at)::text as at from asks where answered_at is null and withdrawn_at is null and overdue_told_at is null`);
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}
