import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ApprovalReason } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { approversOf } from "@/lib/approvals/approvers";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { notify } from "@/lib/notifications/notify";
import { digestOf, handledIn, type Words } from "./words";

/** When a reply is to leave, and whether it still should when they have written meanwhile. */
export type Later = {
  sendAt: string;
  /** IANA; the one in which the hour was chosen, for the words on the screen. */
  zone: string;
  ifTheyWrite: "cancel" | "send";
};

/**
 * Keeps a reply for a colleague to read. Nothing has been said to the customer, so their clock runs on. Throws
 * `conflict` when nobody who may say yes sees the conversation, and `invalid` for a chosen one who may not.
 */
export async function holdForApproval(
  tx: Tx,
  actor: Actor,
  input: {
    words: Words;
    seen: string;
    reason: ApprovalReason;
    approverId: string | null;
    later: Later | null;
  },
): Promise<{ eventId: number }> {
  const { words, reason, approverId, later } = input;
  const people = await approversOf(tx, {
    conversationId: words.conversationId,
    authorId: words.authorId,
    reason,
  });
  if (people.length === 0) fail("conflict", "approval.nobody");
  if (approverId !== null && !people.some((person) => person.id === approverId))
    fail("invalid", "approval.not_them", { name: await nameOf(tx, approverId) });
  await insertHeld(tx, { ...input, state: "awaiting" });
  const changed = await changeConversation(tx, actor, {
    id: words.conversationId,
    type: "approval.asked",
    set: sql`approval_since = now(), approver_id = ${approverId}::uuid, assignee_id = coalesce(c.assignee_id, ${actor.id}::uuid)`,
    more: { heldId: words.messageId, reason, sendAt: later?.sendAt ?? null, ...handledIn(words) },
  });
  await notify(tx, {
    agentIds: approverId === null ? people.map((person) => person.id) : [approverId],
    kind: "approval_asked",
    conversationId: words.conversationId,
    eventId: `approval:${words.messageId}`,
  });
  return { eventId: changed.eventId };
}

/** Keeps a reply for its hour; the conversation sleeps until then, or until they write. */
export async function holdForLater(
  tx: Tx,
  actor: Actor,
  input: { words: Words; seen: string; later: Later },
): Promise<{ eventId: number }> {
  const { words, later } = input;
  await insertHeld(tx, { ...input, state: "scheduled", reason: null, approverId: null });
  const changed = await changeConversation(tx, actor, {
    id: words.conversationId,
    type: "reply.scheduled",
    set: sql`${sleeping(later.sendAt)}, assignee_id = coalesce(c.assignee_id, ${actor.id}::uuid)`,
    more: { heldId: words.messageId, sendAt: later.sendAt, ...handledIn(words) },
  });
  return { eventId: changed.eventId };
}

/** A minute longer than its reply, which takes it out of its sleep itself. */
export function sleeping(sendAt: string) {
  return sql`status = case when c.status in ('open', 'waiting', 'snoozed') then 'snoozed' else c.status end,
    snoozed_until = case when c.status in ('open', 'waiting', 'snoozed') then ${sendAt}::timestamptz + interval '1 minute' end`;
}

async function insertHeld(
  tx: Tx,
  input: {
    words: Words;
    seen: string;
    state: "awaiting" | "scheduled";
    reason: ApprovalReason | null;
    approverId: string | null;
    later: Later | null;
  },
): Promise<void> {
  const { words: w, later } = input;
  await tx.execute(sql`
    insert into held_replies (id, conversation_id, author_id, state, mode, channel_id, side_thread_id, subject, text, recipients,
      attachment_ids, has_signature, has_history, saved_replies, digest, seen, confirmed, afterwards, reason, approver_id, fallback_at, send_at, zone, if_they_write)
    values (${w.messageId}, ${w.conversationId}, ${w.authorId}, ${input.state}, ${w.mode}, ${w.channelId}, ${w.sideThreadId}, ${w.subject},
      ${w.text}, ${JSON.stringify({ to: w.to, cc: w.cc, bcc: w.bcc })}::jsonb, ${JSON.stringify(w.attachmentIds)}::jsonb,
      ${w.below.hasSignature}, ${w.below.hasHistory}, ${JSON.stringify(w.savedReplies)}::jsonb, ${digestOf(w)},
      ${input.seen}, ${JSON.stringify(w.confirmed)}::jsonb, ${w.afterwards}, ${input.reason}, ${input.approverId},
      case when ${input.state} = 'awaiting' then now() + make_interval(mins => coalesce((select approval_fallback_minutes from organisation), 60)) end,
      ${later?.sendAt ?? null}, ${later?.zone ?? null}, ${later?.ifTheyWrite ?? "cancel"})`);
}

async function nameOf(tx: Tx, agentId: string): Promise<string> {
  const found = await tx.execute<{ name: string }>(sql`select name from agents where id = ${agentId}`);
  return found.rows[0]?.name ?? "";
}
