import { sql } from "drizzle-orm";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { readDue, showAtOf } from "./due";
import { hoursOf } from "./hours";
import { promisedFor } from "./promised-for";
import { lockCommitment, type Recorded, recordDeed } from "./record";

/**
 * Another date, with the customer's agreement: in words ("agreed on the phone"), or the message in which they agreed.
 * A promise that was broken goes on, and that it was broken stays known.
 */
export async function moveCommitment(
  actor: Actor,
  input: {
    commitmentId: string;
    version: number;
    due: string;
    agreement: string | null;
    agreedMessageId: string | null;
  },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  return transact(async (tx) => {
    const was = await lockCommitment(tx, actor, { ...input, deed: "move" });
    const agreement = input.agreement === null ? null : cleanText(input.agreement, 1000).trim() || null;
    if (agreement === null && input.agreedMessageId === null) fail("invalid", "commitment.agreement");
    if (input.agreedMessageId !== null) {
      const said = await tx.execute(sql`
        select 1 from messages w join conversations c on c.id = w.conversation_id
        where w.id = ${input.agreedMessageId} and w.kind in ('customer', 'call') and w.deleted_at is null
          and c.customer_id in (select r.id from records_of(${was.customerId}) r(id)) and ${visible(actor, columnsOf("c"))}`);
      if (said.rows.length === 0) fail("invalid", "commitment.agreed_message");
    }
    const now = new Date();
    const { hours, zone } = await hoursOf(tx, was);
    const due = readDue(input.due, { now, zone, hours }) ?? fail("invalid", "commitment.due");
    await tx.execute(sql`
      insert into commitment_moves (id, commitment_id, due_before, due_after, agreement, agreed_message_id, by)
      values (${newId()}, ${was.id}, ${was.dueAt}::timestamptz, ${due.at.toISOString()}::timestamptz, ${agreement}, ${input.agreedMessageId}, ${actor.id})`);
    return recordDeed(tx, actor, {
      was,
      type: "commitment.moved",
      set: sql`state = 'open', due_at = ${due.at.toISOString()}::timestamptz, is_day = ${due.isDay},
        show_at = ${showAtOf(due.at, hours, now).toISOString()}::timestamptz, shown_at = null, reminded_at = null`,
      more: { until: due.at.toISOString(), promisedFor: promisedFor(due, hours.zone) },
    });
  }, "timers");
}
