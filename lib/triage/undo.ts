import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { familyOf, labelWithin } from "@/lib/cues/label";
import { fail } from "@/lib/errors";
import type { EventType } from "@/lib/events";
import { linkWithin, unlinkWithin } from "@/lib/links/link";
import { mergeWithin } from "@/lib/merges/merge";
import { unmergeWithin } from "@/lib/merges/unmerge";
import { readyRules } from "@/lib/targets/in-force";
import { transact } from "@/lib/transact";
import { nameWithin } from "./restrict";

/** Seconds in which an action can be taken back; the screen offers it for ten. */
const window = 120;

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
  resolve_due_at: "timestamptz",
  pauses: "timestamptz[]",
  unanswered_count: "int",
  no_reply_reason: "text",
  block_id: "uuid",
  is_restricted: "boolean",
  contact_reason_id: "uuid",
};

type Done = {
  type: EventType;
  conversationId: string;
  before: { [key: string]: Json };
  after: { [key: string]: Json };
};

/**
 * Takes one of my own actions back: puts the fields that it changed to what they were. Throws `conflict` when any
 * of them has changed since, so that an undo never tramples on somebody else, and `not_found` after two minutes.
 */
export async function undo(actor: Actor, input: { eventId: number }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  await readyRules();
  return transact(
    (tx) => undoWithin(tx, actor, { eventId: input.eventId, since: new Date(Date.now() - window * 1000) }),
    "timers",
  );
}

/** `since`: what happened before is too old. For many at once the window is the whole run's, not each one's. */
export async function undoWithin(
  tx: Tx,
  actor: Actor,
  input: { eventId: number; since: Date },
): Promise<Changed> {
  const found = await tx.execute<Done>(sql`
    select type, conversation_id as "conversationId", before, after from events
    where id = ${input.eventId} and (
      (actor_kind = 'agent' and actor_id = ${actor.id} and recorded_at > ${input.since.toISOString()}::timestamptz)
      -- A rule's choice has no author to ask: whoever sees it may take it back, the whole day.
      or (actor_kind = 'rule' and type = 'conversation.assigned' and recorded_at > now() - interval '1 day')
      -- What a moderation rule did stands in its log, from where it is taken back.
      or (actor_kind = 'rule' and recorded_at > now() - interval '31 days' and exists (
        select 1 from moderation_hits h where h.conversation_id = events.conversation_id
          and h.did @> jsonb_build_array(jsonb_build_object('eventId', events.id)))))`);
  const event = found.rows[0] ?? fail("not_found", "undo.too_late");
  const about = { conversationId: event.conversationId, eventId: input.eventId };
  switch (event.type) {
    case "conversation.merged":
      return unmergeWithin(tx, actor, { eventId: input.eventId });
    case "conversation.split":
      return mergeWithin(tx, actor, {
        survivorId: event.conversationId,
        stubId: named(event.after.otherId),
        mayMixCustomers: "yes",
      });
    case "conversation.linked":
      return unlinkWithin(tx, actor, { ...about, otherId: named(event.after.otherId) });
    case "conversation.unlinked":
      return linkWithin(tx, actor, { ...about, otherId: named(event.after.otherId) });
    case "cue.labelled":
      return unlabel(tx, actor, event);
    case "conversation.restricted":
      return unrestrict(tx, actor, event);
    case "conversation.marked_spam":
    case "conversation.assigned":
    case "conversation.resolved":
    case "conversation.closed_without_reply":
    case "conversation.waited":
    case "conversation.snoozed":
    case "conversation.reopened":
    case "conversation.pinned":
    case "conversation.reasoned":
    case "conversation.tagged":
    case "conversation.untagged":
      return putBack(tx, actor, { event, eventId: input.eventId });
    default:
      return fail("not_found", "undo.too_late");
  }
}

async function putBack(
  tx: Tx,
  actor: Actor,
  { event, eventId }: { event: Done; eventId: number },
): Promise<Changed> {
  const { set, same } = fields(event);
  // First, so that the due times see the tags as they will be.
  await undoTag(tx, event);
  const { tagId } = event.after;
  const changed = await changeConversation(tx, actor, {
    id: event.conversationId,
    type: "conversation.undone",
    set: set.length > 0 ? sql.join(set, sql`, `) : null,
    only: same.length > 0 ? sql.join(same, sql` and `) : sql`true`,
    // Given to a team that I am not in, it left my sight by my own act.
    orWhen: sql`not c.is_restricted`,
    more: { eventId, ...(typeof tagId === "string" ? { tagId, undid: event.type } : {}) },
  });
  return changed;
}

/** The people who were named before, and only while the list is still mine. */
async function unrestrict(tx: Tx, actor: Actor, event: Done): Promise<Changed> {
  const now = await tx.execute<{ id: string }>(sql`
    select agent_id as id from conversation_access where conversation_id = survivor_of(${event.conversationId})`);
  const mine = new Set(texts(event.after.agentIds));
  const same = now.rows.length === mine.size && now.rows.every(({ id }) => mine.has(id));
  const agentIds = texts(event.after.agentIdsBefore);
  const changed = await changeConversation(tx, actor, {
    id: event.conversationId,
    type: "conversation.restricted",
    set: sql`is_restricted = ${agentIds.length > 0}`,
    only: sql`${same}`,
    more: { agentIds, agentIdsBefore: [...mine], undone: true },
  });
  await nameWithin(tx, { conversationId: changed.id, agentIds });
  return changed;
}

/** What was said of the message before, or nothing. */
async function unlabel(tx: Tx, actor: Actor, event: Done): Promise<Changed> {
  return labelWithin(tx, actor, {
    conversationId: event.conversationId,
    messageId: named(event.after.messageId),
    family: familyOf.parse(event.after.family),
    isSaid: typeof event.after.was === "boolean" ? event.after.was : null,
  });
}

function fields(event: Done): { set: SQL[]; same: SQL[] } {
  const names = Object.keys(event.before).filter((name) => name in columns);
  return {
    set: names.map((n) => sql`${sql.raw(n)} = ${text(event.before[n])}::${sql.raw(columns[n]!)}`),
    same: names.map(
      (n) => sql`c.${sql.raw(n)} is not distinct from ${text(event.after[n])}::${sql.raw(columns[n]!)}`,
    ),
  };
}

async function undoTag(tx: Tx, { type, conversationId, after }: Done): Promise<void> {
  if (typeof after.tagId !== "string" || after.isNew === false) return;
  if (type === "conversation.tagged")
    await tx.execute(sql`
      delete from conversation_tags where conversation_id = survivor_of(${conversationId}) and tag_id = ${after.tagId}`);
  if (type === "conversation.untagged")
    await tx.execute(sql`
      insert into conversation_tags (conversation_id, tag_id) values (survivor_of(${conversationId}), ${after.tagId}) on conflict do nothing`);
}

function named(value: Json | undefined): string {
  return typeof value === "string" ? value : fail("not_found", "undo.too_late");
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function text(value: Json | undefined): string | null {
  if (Array.isArray(value)) return `{${value.map(String).join(",")}}`;
  return value === null || value === undefined ? null : String(value);
}
