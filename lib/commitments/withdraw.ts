import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { lockCommitment, type Recorded, recordDeed } from "./record";
import { withdrawAsks } from "./unmake";

/** It will not be kept, and why: the customer did not want it any more, or it was none. Counts for neither side. */
export async function withdrawCommitment(
  actor: Actor,
  input: { commitmentId: string; version: number; reason: string },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  return transact(async (tx) => {
    const was = await lockCommitment(tx, actor, { ...input, deed: "withdraw" });
    const reason = cleanText(input.reason, 1000).trim();
    if (reason === "") fail("invalid", "commitment.reason");
    const recorded = await recordDeed(tx, actor, {
      was,
      type: "commitment.withdrawn",
      set: sql`state = 'withdrawn', closed_at = now(), closed_by = ${actor.id}, note = ${reason}`,
    });
    if (was.ownerAddress !== null) await withdrawAsks(tx, { ...was, address: was.ownerAddress });
    return recorded;
  });
}

/** It was not kept after all, or holds again. One whose date has passed is broken. */
export async function reopenCommitment(
  actor: Actor,
  input: { commitmentId: string; version: number },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  return transact(async (tx) => {
    const was = await lockCommitment(tx, actor, { ...input, deed: "reopen" });
    return recordDeed(tx, actor, {
      was,
      type: "commitment.reopened",
      set: sql`state = case when broken_at is null or due_at > now() then 'open' else 'broken' end, closed_at = null, closed_by = null, kept_message_id = null`,
    });
  }, "timers");
}
