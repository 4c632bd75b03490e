import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { notify } from "@/lib/notifications/notify";
import { rerankConversations } from "@/lib/risk/rerank";
import { cleanLine } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { askOwner } from "./ask-owner";
import { readDue, showAtOf } from "./due";
import { hoursOf } from "./hours";
import { type Owner, ownerColumns } from "./owner";
import { promisedFor } from "./promised-for";
import type { Recorded } from "./record";

export type NewPromise = {
  /** What was promised, in a line. */
  text: string;
  /** By when: words ("friday", "demain avant midi"), a day (2026-11-27) or a moment (ISO 8601). */
  due: string;
  /** Null: whoever makes it. */
  owner: Owner | null;
};

/**
 * Writes down a promise made to a customer. `messageId`: the message in which it was made, if it was in one. Throws
 * `invalid` for a date that cannot be read or has passed, for an empty text and for an owner who may not see it.
 */
export async function makeCommitment(
  actor: Actor,
  input: NewPromise & { conversationId: string; messageId: string | null },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  return transact(async (tx) => {
    if (input.messageId !== null) await knownMessage(tx, input.conversationId, input.messageId);
    return makeWithin(tx, actor, input);
  }, "timers");
}

/** The same as a part of a larger command, such as a reply; the caller rings the bell `timers`. */
export async function makeWithin(
  tx: Tx,
  actor: Actor,
  input: NewPromise & { conversationId: string; messageId: string | null },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  const about = await aboutOf(tx, actor, input.conversationId);
  const text = cleanLine(input.text, 500).trim();
  if (text === "") fail("invalid", "commitment.empty");
  const now = new Date();
  const { hours, zone } = await hoursOf(tx, about);
  const due = readDue(input.due, { now, zone, hours }) ?? fail("invalid", "commitment.due");
  if (due.at.getTime() - now.getTime() > 2 * 366 * 86_400_000) fail("invalid", "commitment.far");
  const owner = await ownerColumns(tx, actor, {
    conversationId: input.conversationId,
    owner: input.owner ?? { kind: "agent", agentId: actor.id },
  });
  const id = newId();
  const changed = await changeConversation(tx, actor, {
    id: input.conversationId,
    type: "commitment.made",
    set: null,
    more: {
      commitmentId: id,
      commitmentVersion: 1,
      until: due.at.toISOString(),
      promisedFor: promisedFor(due, hours.zone),
      agentId: owner.ownerId,
    },
    ...(input.messageId ? { messageId: input.messageId } : {}),
  });
  await tx.execute(sql`
    insert into commitments (id, brand_id, customer_id, conversation_id, message_id, text, due_at, is_day, owner_id, owner_address,
      owner_name, team_id, made_by, made_at, show_at, is_sample)
    values (${id}, ${about.brandId}, ${about.customerId}, ${changed.id}, ${input.messageId}, ${text}, ${due.at.toISOString()}::timestamptz,
      ${due.isDay}, ${owner.ownerId}, ${owner.ownerAddress}, ${owner.ownerName}, ${about.teamId}, ${actor.id}, ${now.toISOString()}::timestamptz,
      ${showAtOf(due.at, hours, now).toISOString()}::timestamptz, ${about.isSample})`);
  if (owner.ownerId !== null && owner.ownerId !== actor.id)
    await notify(tx, {
      agentIds: [owner.ownerId],
      kind: "commitment_given",
      conversationId: changed.id,
      eventId: `commitment:${id}:1`,
    });
  await askOwner(tx, actor, { commitmentId: id, what: "given" });
  await rerankConversations(tx, [changed.id]);
  return { id, version: 1, eventId: changed.eventId };
}

type About = { brandId: string; customerId: string; teamId: string | null; isSample: boolean };

async function aboutOf(tx: Tx, actor: Actor, conversationId: string): Promise<About> {
  const found = await tx.execute<About>(sql`
    select c.brand_id as "brandId", c.customer_id as "customerId", c.team_id as "teamId", c.is_sample as "isSample"
    from conversations c where c.id = survivor_of(${conversationId}) and ${visible(actor, columnsOf("c"))}`);
  return found.rows[0] ?? fail("not_found", "conversation.not_found");
}

/** A message of this conversation, not yet the source of another promise with the same words. */
async function knownMessage(tx: Tx, conversationId: string, messageId: string): Promise<void> {
  const found = await tx.execute(sql`
    select 1 from messages where id = ${messageId} and deleted_at is null
      and conversation_id in (select merged_with(survivor_of(${conversationId})))`);
  if (found.rows.length === 0) fail("invalid", "commitment.message");
}
