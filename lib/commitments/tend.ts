import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { mayKnow, notify } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";
import { askOwner } from "./ask-owner";
import { giveToSubstitute } from "./away";
import { type Commitment, isHeard, lockCommitment, recordDeed } from "./record";

const timer: System = { kind: "system", name: "timer" };
const batchSize = 200;

/**
 * Shows promises in the queue before they are due, and marks those broken whose date has passed. A conversation that
 * waits, sleeps or was resolved comes back to the desk; nobody of the customer's side waits because of it, so the
 * response clock stands as it stood. Resolves with the next moment, or null.
 */
export async function tendCommitments(): Promise<Date | null> {
  const toShow = await db.execute<{ id: string }>(sql`
    select m.id from commitments m where m.state = 'open' and m.shown_at is null and m.show_at <= now() and m.due_at > now() and ${isHeard}
    order by m.show_at limit ${batchSize}`);
  for (const { id } of toShow.rows) await show(id).catch(anotherWasFaster);
  const toBreak = await db.execute<{ id: string }>(sql`
    select m.id from commitments m where m.state = 'open' and m.due_at <= now() and ${isHeard} order by m.due_at limit ${batchSize}`);
  for (const { id } of toBreak.rows) await breakOne(id).catch(anotherWasFaster);
  if (toShow.rows.length === batchSize || toBreak.rows.length === batchSize) return new Date();
  const next = await db.execute<{ at: string | null }>(sql`
    select least(
      (select min(show_at) from commitments where state = 'open' and shown_at is null and show_at > now()),
      (select min(due_at) from commitments where state = 'open' and due_at > now()))::text as at`);
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

/** Back on the desk; what was filed as spam stays there. */
const awake = sql`status = case when c.status in ('waiting', 'snoozed', 'resolved') then 'open' else c.status end,
  snoozed_until = case when c.status = 'snoozed' then null else c.snoozed_until end,
  no_reply_reason = case when c.status = 'resolved' then null else c.no_reply_reason end,
  cycle_started_at = case when c.status = 'resolved' then now() else c.cycle_started_at end,
  resolved_at = case when c.status = 'resolved' then null else c.resolved_at end`;

async function show(commitmentId: string): Promise<void> {
  await transact(async (tx) => {
    const was = await lockCommitment(tx, timer, { commitmentId, version: null, deed: "break" });
    if (was.shownAt !== null || new Date(was.dueAt).getTime() <= Date.now()) return;
    const { changed, version } = await recordDeed(tx, timer, {
      was,
      type: "commitment.shown",
      set: sql`shown_at = now()`,
      conversation: awake,
      more: { until: new Date(was.dueAt).toISOString() },
    });
    await giveToSubstitute(tx, was);
    await tell(tx, { commitmentId, conversationId: changed.id, kind: "commitment_due", version });
    if (was.ownerAddress !== null && was.remindedAt === null) await remind(tx, was);
  });
}

async function breakOne(commitmentId: string): Promise<void> {
  await transact(async (tx) => {
    const was = await lockCommitment(tx, timer, { commitmentId, version: null, deed: "break" });
    if (new Date(was.dueAt).getTime() > Date.now()) return;
    const { changed, version } = await recordDeed(tx, timer, {
      was,
      type: "commitment.broken",
      set: sql`state = 'broken', broken_at = now(), shown_at = coalesce(shown_at, now())`,
      conversation: awake,
      more: { until: new Date(was.dueAt).toISOString() },
    });
    await tell(tx, { commitmentId, conversationId: changed.id, kind: "commitment_broken", version });
  });
}

/** The owner, or whoever has the conversation for an owner without a desk; of a broken one the team's managers too. */
async function tell(
  tx: Tx,
  input: {
    commitmentId: string;
    conversationId: string;
    kind: "commitment_due" | "commitment_broken";
    version: number;
  },
): Promise<void> {
  const found = await tx.execute<{ id: string }>(sql`
    select a.id from commitments m join conversations c on c.id = ${input.conversationId}
    join agents a on a.id = coalesce(m.owner_id, c.assignee_id, m.made_by)
      or (${input.kind} = 'commitment_broken' and a.role = 'manager' and a.deactivated_at is null and ${mayKnow})
    where m.id = ${input.commitmentId}`);
  await notify(tx, {
    agentIds: found.rows.map(({ id }) => id),
    kind: input.kind,
    conversationId: input.conversationId,
    eventId: `${input.kind}:${input.commitmentId}:${input.version}`,
  });
}

async function remind(tx: Tx, was: Commitment): Promise<void> {
  await tx.execute(sql`update commitments set reminded_at = now() where id = ${was.id}`);
  // In a step of its own: where no mailbox can send it, the promise still shows.
  await tx
    .transaction((inner) => askOwner(inner, timer, { commitmentId: was.id, what: "reminded" }))
    .catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      log.warn(
        { commitmentId: was.id, error: error.message },
        "the owner of a promise could not be reminded by mail",
      );
    });
}

function anotherWasFaster(error: unknown): void {
  if (!(error instanceof AppError && (error.code === "conflict" || error.code === "not_found"))) throw error;
}
