import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { type Commitment, lockCommitment, type Recorded, recordDeed } from "./record";
import { withdrawAsks } from "./unmake";

/** The message that kept it, or how it was kept elsewhere. */
export type Kept = { messageId: string; note: null } | { messageId: null; note: string };

/**
 * A promise was kept: by a message, anywhere with this customer, whose time then counts; or outside, with a note. After
 * its date it is kept late, which the rate counts as broken. Throws `conflict` when somebody changed it since.
 */
export async function keepCommitment(
  actor: Actor,
  input: { commitmentId: string; version: number; by: Kept },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  return transact(async (tx) => {
    const was = await lockCommitment(tx, actor, { ...input, deed: "keep" });
    const note = input.by.note === null ? null : cleanText(input.by.note, 1000).trim();
    if (note === "") fail("invalid", "commitment.note");
    const at = input.by.messageId === null ? new Date() : await sentAt(tx, actor, was, input.by.messageId);
    const isLate = at.getTime() > new Date(was.dueAt).getTime();
    const recorded = await recordDeed(tx, actor, {
      was,
      type: "commitment.kept",
      set: sql`state = 'kept', closed_at = ${at.toISOString()}::timestamptz, closed_by = ${actor.id}, note = ${note},
        kept_message_id = ${input.by.messageId}, broken_at = ${isLate ? sql`coalesce(broken_at, due_at)` : sql`case when broken_at < due_at then broken_at end`}`,
      more: { isLate, outside: input.by.messageId === null },
      ...(input.by.messageId ? { messageId: input.by.messageId } : {}),
    });
    if (was.ownerAddress !== null) await withdrawAsks(tx, { ...was, address: was.ownerAddress });
    return recorded;
  });
}

/** When the message left; it must have been said after the promise, to or by the same person, where I can read it. */
async function sentAt(tx: Tx, actor: Actor, was: Commitment, messageId: string): Promise<Date> {
  const found = await tx.execute<{ at: string; state: string }>(sql`
    select w.sent_at as at, coalesce(d.state, 'sent') as state
    from messages w join conversations c on c.id = w.conversation_id
    left join deliveries d on d.conversation_id = w.conversation_id and d.message_id = w.id
    where w.id = ${messageId} and w.deleted_at is null and w.kind <> 'side_in' and w.sent_at >= ${was.madeAt}::timestamptz
      and w.id is distinct from ${was.messageId}::uuid
      and c.customer_id in (select r.id from records_of(${was.customerId}) r(id)) and ${visible(actor, columnsOf("c"))}`);
  const message = found.rows[0] ?? fail("invalid", "commitment.kept_by");
  if (message.state === "failed" || message.state === "cancelled") fail("invalid", "commitment.kept_by");
  return new Date(iso(message.at) ?? Date.now());
}
