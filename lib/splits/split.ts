import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import type { Joint } from "@/lib/merges/join";
import { jointFields, toJoint } from "@/lib/merges/state";
import { readyRules, responseDue } from "@/lib/targets/in-force";
import { excerpt } from "@/lib/text/excerpt";
import { transact } from "@/lib/transact";

type Input = { conversationId: string; messageId: string };

/**
 * From one message on, a conversation of its own: with the files, deliveries and replies that belong to those messages,
 * linked to the old one. The only move of messages there is. The wait goes with whoever asked: each part waits since
 * its own oldest unanswered message. Undone by merging it back. Throws `invalid` where nothing would stay or go.
 */
export async function split(
  actor: Actor,
  input: Input,
): Promise<Changed & { newId: string; newNumber: number }> {
  authorize(actor, "conversation.triage");
  await readyRules();
  return transact((tx) => splitWithin(tx, actor, input));
}

type Old = Joint & {
  id: string;
  brandId: string;
  customerId: string;
  teamId: string | null;
  isRestricted: boolean;
  isSample: boolean;
  subject: string | null;
  groupKey: string | null;
  excerpt: string;
};

/** One message, for dividing the wait and the counts. */
type Said = {
  id: string;
  kind: string;
  at: string;
  isPublic: boolean;
  channelId: string | null;
  text: string;
  quoteAt: number | null;
  subject: string | null;
  moves: boolean;
};

async function splitWithin(tx: Tx, actor: Actor, input: Input) {
  const old = await lockOld(tx, actor, input.conversationId);
  const said = await readMessages(tx, old.id, input.messageId);
  const [moving, staying] = [said.filter((m) => m.moves), said.filter((m) => !m.moves)];
  const first = moving[0] ?? fail("not_found", "split.message");
  if (staying.length === 0) fail("invalid", "split.nothing_stays");
  if (!moving.some((m) => m.kind === "customer")) fail("invalid", "split.no_customer");

  const joint = toJoint(old);
  const waits = divideWait(joint, said);
  const channelId = moving.find((m) => m.kind === "customer")?.channelId ?? first.channelId;
  const id = newId();
  const due = await responseDue({
    waitingSince: waits.moving.since === null ? null : new Date(waits.moving.since),
    isFirst: joint.firstResponseAt === null,
    brandId: old.brandId,
    channelId,
  });
  const isOpen = waits.moving.count > 0 || joint.status === "open";
  const made = await tx.execute<{ number: number }>(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, team_id, assignee_id, status, subject, is_public, is_restricted,
      is_sample, waiting_since, cycle_started_at, first_response_at, due_at, due_kind, resolved_at, last_message_at,
      last_customer_message_at, excerpt, unanswered_count, message_count, version)
    values (${id}, ${old.brandId}, ${old.customerId}, ${channelId}::uuid, ${old.teamId}::uuid, ${joint.assigneeId}::uuid,
      ${isOpen ? "open" : joint.status === "snoozed" ? "waiting" : joint.status}, ${subjectOf(moving, old)}, ${newest(moving)?.isPublic ?? false}, ${old.isRestricted},
      ${old.isSample}, ${waits.moving.since}::timestamptz, ${joint.cycleStartedAt}::timestamptz, ${joint.firstResponseAt}::timestamptz,
      ${due.dueAt?.toISOString() ?? null}::timestamptz, ${due.dueKind},
      ${isOpen || joint.status !== "resolved" ? null : joint.resolvedAt}::timestamptz, ${lastOf(moving)}::timestamptz, ${newest(moving)?.at ?? null}::timestamptz,
      ${wordsOf(newest(moving))}, ${waits.moving.count}, ${moving.length}, 0) returning number::int as number`);
  const number = made.rows[0]!.number;
  await tx.execute(sql`
    insert into conversation_access (conversation_id, agent_id)
    select ${id}, agent_id from conversation_access where conversation_id = ${old.id}`);
  const ids = sql`${`{${moving.map((m) => m.id).join(",")}}`}::uuid[]`;
  // Files, deliveries and earlier versions follow by their foreign keys.
  await tx.execute(
    sql`update messages set conversation_id = ${id} where conversation_id = ${old.id} and id = any(${ids})`,
  );
  // What was found in their words follows too: it is looked for by the conversation.
  await tx.execute(sql`
    update message_marks set conversation_id = ${id} where conversation_id = ${old.id} and message_id = any(${ids})`);
  await tx.execute(sql`
    update inbound set conversation_id = ${id} where conversation_id = ${old.id}
      and id in (select inbound_id from messages where conversation_id = ${id})`);
  const [low, high] = old.id < id ? [old.id, id] : [id, old.id];
  await tx.execute(sql`
    insert into conversation_links (one_id, other_id, kind, linked_by) values (${low}, ${high}, 'split', ${actor.id})`);
  const isNowDone = waits.staying.count === 0 && waits.moving.count > 0 && joint.status === "open";
  const oldChanged = await changeConversation(tx, actor, {
    id: old.id,
    type: "conversation.split",
    set: sql`message_count = ${staying.length}, unanswered_count = ${waits.staying.count},
      waiting_since = ${waits.staying.since}::timestamptz, status = ${isNowDone ? "waiting" : joint.status},
      due_at = case when ${waits.staying.since}::timestamptz is null then null else c.due_at end,
      due_kind = case when ${waits.staying.since}::timestamptz is null then null else c.due_kind end,
      last_message_at = ${lastOf(staying)}::timestamptz, last_customer_message_at = ${newest(staying)?.at ?? null}::timestamptz,
      excerpt = ${wordsOf(newest(staying))}`,
    more: { otherId: id, number },
  });
  await recordEvent(tx, {
    type: "conversation.opened",
    actor: actorOf(actor),
    conversationId: id,
    customerId: old.customerId,
    teamId: old.teamId,
    brandId: old.brandId,
    channelId,
    after: {
      status: isOpen ? "open" : joint.status === "snoozed" ? "waiting" : joint.status,
      waiting_since: waits.moving.since,
      cycle_started_at: joint.cycleStartedAt,
      first_response_at: joint.firstResponseAt,
      resolved_at: isOpen || joint.status !== "resolved" ? null : joint.resolvedAt,
      due_at: due.dueAt?.toISOString() ?? null,
      due_kind: due.dueKind,
      assignee_id: joint.assigneeId,
    },
    occurredAt: new Date(),
  });
  await changeConversation(tx, actor, {
    id,
    type: "conversation.split_off",
    set: null,
    more: { otherId: old.id, number: oldChanged.number },
  });
  return { ...oldChanged, newId: id, newNumber: number };
}

/** The customer first, as whoever receives or replies does: nothing arrives between the look and the move. */
async function lockOld(tx: Tx, actor: Actor, conversationId: string): Promise<Old> {
  await tx.execute(sql`
    select 1 from customers k join conversations c on c.customer_id = k.id where c.id = ${conversationId} for no key update of k`);
  const found = await tx.execute<Old & { hasParts: boolean }>(sql`
    select c.id, c.brand_id as "brandId", c.customer_id as "customerId", c.team_id as "teamId", c.is_restricted as "isRestricted",
      c.is_sample as "isSample", c.subject, c.group_key as "groupKey", c.excerpt,
      exists (select 1 from conversations s where s.merged_into_id = c.id) as "hasParts", ${jointFields}
    from conversations c where c.id = ${conversationId} and c.merged_into_id is null and ${visible(actor, columnsOf("c"))}
    for update`);
  const old = found.rows[0] ?? fail("not_found", "conversation.not_found");
  if (old.hasParts) fail("conflict", "split.merged");
  return old;
}

async function readMessages(tx: Tx, conversationId: string, from: string): Promise<Said[]> {
  const found = await tx.execute<Said>(sql`
    select m.id, m.kind, m.sent_at as at, m.is_public as "isPublic", m.channel_id as "channelId", m.text, m.quote_at as "quoteAt",
      m.subject, (m.sent_at, m.id) >= (p.sent_at, p.id) as moves
    from messages m join messages p on p.conversation_id = m.conversation_id and p.id = ${from}
    where m.conversation_id = ${conversationId} order by m.sent_at, m.id`);
  return found.rows.map((m) => ({ ...m, at: isoText(m.at) }));
}

type Wait = { since: string | null; count: number };

/** The newest messages of the customer, as many as are unanswered: each part waits since its own oldest of them. */
function divideWait(joint: Joint, said: Said[]): { moving: Wait; staying: Wait } {
  const asked = said.filter((m) => m.kind === "customer");
  const unanswered =
    joint.waitingSince === null || joint.unansweredCount === 0 ? [] : asked.slice(-joint.unansweredCount);
  const since = joint.waitingSince ?? "";
  const waitOf = (part: Said[]): Wait => {
    const oldest = part[0];
    if (!oldest) return { since: null, count: 0 };
    const isFirst = oldest === unanswered[0];
    return { since: isFirst || oldest.at < since ? since : oldest.at, count: part.length };
  };
  return {
    moving: waitOf(unanswered.filter((m) => m.moves)),
    staying: waitOf(unanswered.filter((m) => !m.moves)),
  };
}

function newest(part: Said[]): Said | undefined {
  return part.filter((m) => m.kind === "customer").at(-1);
}

function lastOf(part: Said[]): string | null {
  return part.at(-1)?.at ?? null;
}

function wordsOf(m: Said | undefined): string {
  if (!m) return "";
  return excerpt(m.quoteAt === null ? m.text : m.text.slice(0, m.quoteAt)) || excerpt(m.subject ?? "");
}

function subjectOf(moving: Said[], old: Old): string | null {
  return moving.find((m) => m.subject !== null)?.subject ?? old.subject;
}
