import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { CommitmentState } from "@/db/enums";
import { type Actor, columnsOf, type System, visible } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import type { EventType } from "@/lib/events";
import { rerankConversations } from "@/lib/risk/rerank";
import { type Deed, mayDo } from "./outcome";

/** A promise's row as commands read it; moments as the database writes them. */
export type Commitment = {
  id: string;
  version: number;
  conversationId: string;
  customerId: string;
  brandId: string;
  state: CommitmentState;
  text: string;
  dueAt: string;
  isDay: boolean;
  showAt: string;
  shownAt: string | null;
  remindedAt: string | null;
  ownerId: string | null;
  ownerAddress: string | null;
  ownerName: string | null;
  madeBy: string | null;
  madeAt: string;
  messageId: string | null;
  closedAt: string | null;
  closedBy: string | null;
  brokenAt: string | null;
  keptMessageId: string | null;
};

export const rowOf =
  sql.raw(`m.id, m.version, m.conversation_id as "conversationId", m.customer_id as "customerId", m.brand_id as "brandId",
  m.state, m.text, m.due_at as "dueAt", m.is_day as "isDay", m.show_at as "showAt", m.shown_at as "shownAt", m.reminded_at as "remindedAt",
  m.owner_id as "ownerId", m.owner_address as "ownerAddress", m.owner_name as "ownerName", m.made_by as "madeBy", m.made_at as "madeAt",
  m.message_id as "messageId", m.closed_at as "closedAt", m.closed_by as "closedBy", m.broken_at as "brokenAt", m.kept_message_id as "keptMessageId"`);

/**
 * Of a promise `m`: the customer has heard it. One that stands in a reply counts from when the reply has left; until then,
 * and when it failed, nothing was promised to anybody.
 */
export const isHeard = sql`(m.message_id is null or exists (
  select 1 from messages w left join deliveries d on d.conversation_id = w.conversation_id and d.message_id = w.id
  where w.id = m.message_id and w.conversation_id in (select merged_with(survivor_of(m.conversation_id)))
    and coalesce(d.state, 'sent') in ('sent', 'unknown')))`;

/**
 * Locks a promise for a deed. Throws `not_found` where the actor may not see it, and `conflict` when somebody changed it
 * since (`version`; null asks nothing) or its state does not allow the deed.
 */
export async function lockCommitment(
  tx: Tx,
  actor: Actor | System,
  input: { commitmentId: string; version: number | null; deed: Deed },
): Promise<Commitment> {
  const found = await tx.execute<Commitment>(sql`
    select ${rowOf} from commitments m join conversations c on c.id = survivor_of(m.conversation_id)
    where m.id = ${input.commitmentId} and ${visible(actor, columnsOf("c"))} for update of m`);
  const one = found.rows[0] ?? fail("not_found", "commitment.not_found");
  if (input.version !== null && one.version !== input.version)
    fail("conflict", "commitment.changed", { by: await lastHand(tx, one) });
  if (!mayDo(one.state, input.deed)) fail("conflict", `commitment.not_now.${input.deed}`);
  return one;
}

export type Recorded = { id: string; version: number; eventId: number };

/**
 * Sets a promise's fields, writes the event of its conversation and has the order asked again: the end of every command
 * here. `set` is what `update commitments` takes; `then` what else changes of the conversation.
 */
export async function recordDeed(
  tx: Tx,
  actor: Actor | System,
  input: {
    was: Commitment;
    type: EventType;
    set: SQL;
    conversation?: SQL;
    more?: { [key: string]: Json };
    messageId?: string;
  },
): Promise<Recorded & { changed: Changed }> {
  const { was } = input;
  await tx.execute(sql`update commitments set ${input.set}, version = version + 1 where id = ${was.id}`);
  const changed = await changeConversation(tx, actor, {
    id: was.conversationId,
    type: input.type,
    set: input.conversation ?? null,
    more: { commitmentId: was.id, commitmentVersion: was.version + 1, was: fieldsOf(was), ...input.more },
    ...(input.messageId ? { messageId: input.messageId } : {}),
  });
  await rerankConversations(tx, [changed.id, was.conversationId]);
  return { id: was.id, version: was.version + 1, eventId: changed.eventId, changed };
}

/** What an undo puts back: ids, dates and states, never words. */
function fieldsOf(was: Commitment): { [key: string]: Json } {
  const {
    state,
    dueAt,
    isDay,
    showAt,
    shownAt,
    remindedAt,
    ownerId,
    closedAt,
    closedBy,
    brokenAt,
    keptMessageId,
  } = was;
  return {
    state,
    dueAt,
    isDay,
    showAt,
    shownAt,
    remindedAt,
    ownerId,
    closedAt,
    closedBy,
    brokenAt,
    keptMessageId,
  };
}

async function lastHand(tx: Tx, one: Commitment): Promise<string> {
  const found = await tx.execute<{ name: string }>(sql`
    select coalesce(a.name, 'Avant') as name from events e left join agents a on a.id = e.actor_id
    where e.conversation_id = survivor_of(${one.conversationId}) and e.after ->> 'commitmentId' = ${one.id} order by e.id desc limit 1`);
  return found.rows[0]?.name ?? "Avant";
}
