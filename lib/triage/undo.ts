import { type SQL, sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import type { EventType } from "@/lib/events";
import { transact } from "@/lib/transact";

/** Seconds in which an action can be taken back; the screen offers it for ten. */
const window = 120;

const undoable: EventType[] = [
  "conversation.assigned",
  "conversation.resolved",
  "conversation.closed_without_reply",
  "conversation.waited",
  "conversation.snoozed",
  "conversation.reopened",
  "conversation.pinned",
  "conversation.marked_spam",
  "conversation.tagged",
  "conversation.untagged",
];

/** Columns that an undo may write; the event names them, but a name never reaches SQL unless it stands here. */
const columns: Record<string, string> = {
  status: "text",
  assignee_id: "uuid",
  team_id: "uuid",
  pin: "smallint",
  resolved_at: "timestamptz",
  snoozed_until: "timestamptz",
  waiting_since: "timestamptz",
  cycle_started_at: "timestamptz",
  due_at: "timestamptz",
  due_kind: "text",
  unanswered_count: "int",
  no_reply_reason: "text",
};

/**
 * Takes one of my own actions back: puts the fields that it changed to what they were. Throws `conflict` when any
 * of them has changed since, so that an undo never tramples on somebody else.
 */
export async function undo(actor: Actor, input: { eventId: number }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const found = await tx.execute<{
      type: EventType;
      conversationId: string;
      before: { [key: string]: Json };
      after: { [key: string]: Json };
    }>(sql`
      select type, conversation_id as "conversationId", before, after from events
      where id = ${input.eventId} and actor_kind = 'agent' and actor_id = ${actor.id}
        and recorded_at > now() - make_interval(secs => ${window})`);
    const event = found.rows[0];
    if (!event || !undoable.includes(event.type)) return fail("not_found", "undo.too_late");
    const names = Object.keys(event.before).filter((name) => name in columns);
    const set: SQL[] = names.map(
      (n) => sql`${sql.raw(n)} = ${text(event.before[n])}::${sql.raw(columns[n]!)}`,
    );
    const same: SQL[] = names.map(
      (n) => sql`c.${sql.raw(n)} is not distinct from ${text(event.after[n])}::${sql.raw(columns[n]!)}`,
    );
    const changed = await changeConversation(tx, actor, {
      id: event.conversationId,
      type: "conversation.undone",
      set: set.length > 0 ? sql.join(set, sql`, `) : null,
      only: same.length > 0 ? sql.join(same, sql` and `) : sql`true`,
      more: { eventId: input.eventId },
    });
    const tagId = event.after.tagId;
    if (typeof tagId === "string") await undoTag(tx, event.type, event.conversationId, tagId);
    return changed;
  }, "timers");
}

type Tx = Parameters<Parameters<typeof transact>[0]>[0];

async function undoTag(tx: Tx, type: EventType, conversationId: string, tagId: string): Promise<void> {
  if (type === "conversation.tagged")
    await tx.execute(
      sql`delete from conversation_tags where conversation_id = ${conversationId} and tag_id = ${tagId}`,
    );
  else
    await tx.execute(sql`
      insert into conversation_tags (conversation_id, tag_id) values (${conversationId}, ${tagId}) on conflict do nothing`);
}

function text(value: Json | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
