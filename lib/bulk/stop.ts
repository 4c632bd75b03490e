import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { letLeave } from "./work";

/** Minutes after its end in which a run can be taken back as a whole. */
const undoMinutes = 2;

/** Does no more of it. What is done stays done, and can still be taken back. */
export async function cancelBulk(actor: Actor, input: { runId: string }): Promise<void> {
  authorize(actor, "conversation.triage");
  await transact(
    async (tx) => {
      const stopped = await tx.execute(sql`
      update bulk_runs set state = 'cancelled', finished_at = clock_timestamp()
      where id = ${input.runId} and agent_id = ${actor.id} and state = 'running' returning id`);
      if (stopped.rows.length === 0) fail("conflict", "bulk.not_running");
      await letLeave(tx, input.runId);
    },
    "bulk",
    "deliveries",
  );
}

/**
 * Takes back all that a run has done: its replies wait at once, the rest follows in batches. What somebody has changed
 * since stays, and is listed. Throws `conflict` when it is too late.
 */
export async function undoBulk(actor: Actor, input: { runId: string }): Promise<void> {
  authorize(actor, "conversation.triage");
  await transact(async (tx) => {
    const turned = await tx.execute(sql`
      update bulk_runs set state = 'undoing', finished_at = coalesce(finished_at, clock_timestamp()), worked_at = clock_timestamp()
      where id = ${input.runId} and agent_id = ${actor.id}
        and (state = 'running' or (state in ('done', 'cancelled') and finished_at > now() - make_interval(mins => ${undoMinutes})))
      returning id`);
    if (turned.rows.length === 0) fail("conflict", "undo.too_late");
    await tx.execute(sql`
      update deliveries d set send_after = clock_timestamp() + interval '15 minutes'
      from bulk_items i where i.run_id = ${input.runId} and i.state = 'done' and d.id = i.delivery_id and d.state = 'queued' and d.attempts = 0`);
  }, "bulk");
}
