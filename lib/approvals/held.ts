import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ApprovalReason, HeldState } from "@/db/enums";
import { type Actor, can, columnsOf, type System, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import type { Later } from "@/lib/replies/hold";
import { lockTarget, type Target, type Words } from "@/lib/replies/words";
import { approversOf } from "./approvers";

export type Held = {
  id: string;
  words: Words;
  state: HeldState;
  digest: string;
  seen: string;
  reason: ApprovalReason | null;
  approverId: string | null;
  approverName: string | null;
  authorName: string;
  decidedBy: string | null;
  later: Later | null;
};

/**
 * A held reply with its customer and itself locked, in the order in which every reply takes its locks: of two people
 * who decide at the same moment, the second finds it decided. Throws `not_found`.
 */
export async function lockHeld(
  tx: Tx,
  actor: Actor | System,
  input: { heldId: string },
): Promise<{ held: Held; target: Target }> {
  const where = await tx.execute<{ conversationId: string; channelId: string }>(sql`
    select c.id as "conversationId", h.channel_id as "channelId" from held_replies h
    join conversations o on o.id = h.conversation_id join conversations c on c.id = coalesce(o.merged_into_id, o.id) where h.id = ${input.heldId} and ${visible(actor, columnsOf("c"))}`);
  const place = where.rows[0] ?? fail("not_found", "reply.held_unknown");
  const target = await lockTarget(tx, actor, place);
  const found = await tx.execute<Row>(sql`
    select h.id, ${place.conversationId}::uuid as "conversationId", h.author_id as "authorId", a.name as "authorName", h.state, h.mode,
      h.channel_id as "channelId", h.side_thread_id as "sideThreadId", h.subject, h.text, h.recipients, h.attachment_ids as "attachmentIds",
      h.has_signature as "hasSignature", h.has_history as "hasHistory", h.saved_replies as "savedReplies", h.digest, h.seen, h.confirmed, h.afterwards, h.reason, h.approver_id as "approverId", p.name as "approverName",
      h.decided_by as "decidedBy", h.send_at as "sendAt", h.zone, h.if_they_write as "ifTheyWrite"
    from held_replies h join agents a on a.id = h.author_id left join agents p on p.id = h.approver_id
    where h.id = ${input.heldId} for update of h`);
  return { held: toHeld(found.rows[0] ?? fail("not_found", "reply.held_unknown")), target };
}

/** Throws `forbidden` with why, unless the actor may decide about it: never its author. */
export async function checkMayDecide(tx: Tx, actor: Actor, held: Held): Promise<void> {
  if (held.words.authorId === actor.id) fail("forbidden", "approval.own");
  const people = await approversOf(tx, {
    conversationId: held.words.conversationId,
    authorId: held.words.authorId,
    reason: held.reason ?? "asked",
  });
  if (!people.some((one) => one.id === actor.id))
    fail("forbidden", "approval.not_them", { name: actor.name });
  if (held.approverId !== null && held.approverId !== actor.id && !can(actor, "reply.bypass"))
    fail("forbidden", "approval.not_you", { name: held.approverName ?? "" });
}

type Row = Omit<Held, "words" | "later"> &
  Omit<Words, "messageId" | "to" | "cc" | "bcc" | "below"> & {
    hasSignature: boolean;
    hasHistory: boolean;
    recipients: { to: string[]; cc: string[]; bcc: string[] };
    sendAt: string | null;
    zone: string | null;
    ifTheyWrite: "cancel" | "send";
  };

function toHeld(row: Row): Held {
  const { id, state, digest, seen, reason, approverId, approverName, authorName, decidedBy } = row;
  return {
    id,
    state,
    digest,
    seen,
    reason,
    approverId,
    approverName,
    authorName,
    decidedBy,
    words: {
      conversationId: row.conversationId,
      messageId: id,
      authorId: row.authorId,
      mode: row.mode,
      channelId: row.channelId,
      sideThreadId: row.sideThreadId,
      ...row.recipients,
      subject: row.subject,
      text: row.text,
      attachmentIds: row.attachmentIds,
      confirmed: row.confirmed,
      below: { hasSignature: row.hasSignature, hasHistory: row.hasHistory },
      savedReplies: row.savedReplies,
      afterwards: row.afterwards,
    },
    later:
      row.sendAt === null
        ? null
        : {
            sendAt: new Date(row.sendAt).toISOString(),
            zone: row.zone ?? "UTC",
            ifTheyWrite: row.ifTheyWrite,
          },
  };
}
