import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { cleanLine } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { readDue, showAtOf } from "./due";
import { hoursOf } from "./hours";
import { lockCommitment, type Recorded, recordDeed } from "./record";

/** A slip of the pen may be put right so long without the customer's agreement. */
const slipMs = 15 * 60_000;

/**
 * Other words for a promise, or another date shortly after it was made. Throws `conflict` when somebody changed it since
 * (`version`), and `invalid` for another date once people may rely on it: that is a move.
 */
export async function changeCommitment(
  actor: Actor,
  input: { commitmentId: string; version: number; text: string | null; due: string | null },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  return transact(async (tx) => {
    const was = await lockCommitment(tx, actor, { ...input, deed: "change" });
    const text = input.text === null ? was.text : cleanLine(input.text, 500).trim();
    if (text === "") fail("invalid", "commitment.empty");
    if (input.due === null)
      return recordDeed(tx, actor, { was, type: "commitment.changed", set: sql`text = ${text}` });
    const madeAt = new Date(was.madeAt);
    if (Date.now() - madeAt.getTime() > slipMs) fail("invalid", "commitment.move_instead");
    const now = new Date();
    const { hours, zone } = await hoursOf(tx, was);
    const due = readDue(input.due, { now, zone, hours }) ?? fail("invalid", "commitment.due");
    return recordDeed(tx, actor, {
      was,
      type: "commitment.changed",
      set: sql`text = ${text}, due_at = ${due.at.toISOString()}::timestamptz, is_day = ${due.isDay},
        show_at = ${showAtOf(due.at, hours, now).toISOString()}::timestamptz, shown_at = null, reminded_at = null`,
      more: { until: due.at.toISOString() },
    });
  }, "timers");
}
