import { sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { roles } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { agentActor, lesserRole } from "@/lib/agents/session";
import { AppError } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { wake } from "@/lib/live/wake";
import { log, withoutData } from "@/lib/log";
import { cancelReply } from "@/lib/replies/cancel";
import { readyRules } from "@/lib/targets/in-force";
import { transact } from "@/lib/transact";
import { undoWithin } from "@/lib/triage/undo";
import { type BulkAct, bulkAct } from "./act";
import { type Applied, apply } from "./apply";
import { replyToOne, wordsFor } from "./reply-to-each";

/** Short, so that nobody else's change of one of these conversations waits for long. */
const batchSize = 25;

/** Seconds in which the replies of a run wait after its end, to be taken back together. */
const replyUndoSeconds = 20;

type Run = {
  id: string;
  agentId: string;
  act: BulkAct;
  state: "running" | "undoing";
  asOf: Date;
  createdAt: Date;
};
type Item = {
  conversationId: string;
  messageId: string | null;
  eventId: number | null;
  deliveryId: string | null;
};
type Outcome = {
  conversationId: string;
  state: "done" | "held" | "failed" | "undone" | "kept";
  reason: string | null;
  params: { [key: string]: string | number };
  eventId: number | null;
  deliveryId: string | null;
};

/**
 * The next batch of the run that has waited longest. What is done and that it is done are one commit, and the run's row
 * stays locked until then: a worker that dies leaves a run that the next one goes on with, and nothing is done twice.
 * Resolves with false when there is nothing to do.
 */
export async function workOnBulk(): Promise<boolean> {
  const next = await db.execute<{ id: string; agentId: string; state: string; act: unknown }>(sql`
    select id, agent_id as "agentId", state, act from bulk_runs where state in ('running', 'undoing') order by worked_at, id limit 1`);
  const candidate = next.rows[0];
  if (!candidate) return false;
  const [actor] = await Promise.all([authorOf(candidate), readyRules()]);
  const act = bulkAct.parse(candidate.act);
  // A reply is one transaction each: it locks its customer first, and two customers would be locked in any order.
  const size = act.verb === "reply" || act.verb === "merge" ? 1 : batchSize;
  const words =
    actor && act.verb === "reply" && candidate.state === "running"
      ? await nextWords(actor, candidate.id, act)
      : null;
  const worked = await transact(
    async (tx) => {
      const run = await lockRun(tx, candidate.id);
      if (!run) return false;
      if (!actor) return endRun(tx, run, null);
      const items = await nextItems(tx, run, size);
      const outcomes: Outcome[] = [];
      for (const item of items) {
        if (words && words.conversationId !== item.conversationId) break;
        outcomes.push(await work(tx, actor, { run, item, words: words?.words ?? null }));
      }
      await keep(tx, run, outcomes);
      if (items.length < size) return endRun(tx, run, actor);
      await tell(tx, run, actor);
      return true;
    },
    "deliveries",
    "timers",
  );
  wake("bulk");
  return worked;
}

/** With no more than the role in which they asked: a token may carry less than its person. */
async function authorOf(run: { agentId: string; act: unknown }): Promise<Actor | null> {
  const author = await agentActor(run.agentId);
  const { role } = z.object({ role: z.enum(roles) }).parse(run.act);
  return author && { ...author, role: lesserRole(author.role, role) };
}

/** Another worker may be at it: then there is nothing for this one. */
async function lockRun(tx: Tx, id: string): Promise<Run | null> {
  const found = await tx.execute<{
    id: string;
    agentId: string;
    act: unknown;
    state: "running" | "undoing";
    asOf: string;
    createdAt: string;
  }>(sql`
    select id, agent_id as "agentId", act, state, as_of as "asOf", created_at as "createdAt" from bulk_runs
    where id = ${id} and state in ('running', 'undoing') for update skip locked`);
  const run = found.rows[0];
  return run
    ? { ...run, act: bulkAct.parse(run.act), asOf: new Date(run.asOf), createdAt: new Date(run.createdAt) }
    : null;
}

async function nextItems(tx: Tx, run: Run, size: number): Promise<Item[]> {
  const state = run.state === "running" ? "waiting" : "done";
  const found = await tx.execute<Item>(sql`
    select conversation_id as "conversationId", message_id as "messageId", event_id::int as "eventId", delivery_id as "deliveryId"
    from bulk_items where run_id = ${run.id} and state = ${state} order by conversation_id limit ${size}`);
  return found.rows;
}

async function nextWords(actor: Actor, runId: string, act: Extract<BulkAct, { verb: "reply" }>) {
  const found = await db.execute<{ id: string }>(sql`
    select conversation_id as id from bulk_items where run_id = ${runId} and state = 'waiting' order by conversation_id limit 1`);
  const conversationId = found.rows[0]?.id;
  return conversationId
    ? { conversationId, words: await wordsFor({ act, conversationId, agentId: actor.id }) }
    : null;
}

type Words = Awaited<ReturnType<typeof wordsFor>> | null;

/** One of them, in a savepoint: what is refused leaves no trace but its reason. */
async function work(
  tx: Tx,
  actor: Actor,
  { run, item, words }: { run: Run; item: Item; words: Words },
): Promise<Outcome> {
  const { conversationId } = item;
  const nothing = { conversationId, reason: null, params: {}, eventId: null, deliveryId: null };
  const isReply = run.act.verb === "reply";
  try {
    if (run.state === "undoing") {
      await takeBack(tx, actor, run, item);
      return { ...nothing, state: "undone" };
    }
    const applied = await tx.transaction((sp) => applyOne(sp, actor, { run, item, words }));
    return { ...nothing, ...applied, state: "done" };
  } catch (error) {
    if (isToTryAgain(error)) throw error;
    const isExpected = error instanceof AppError;
    if (!isExpected) log.warn({ run: run.id, error: withoutData(error) }, "one of many could not be done");
    return {
      ...nothing,
      state:
        run.state === "undoing"
          ? "kept"
          : isReply && isExpected && error.code === "conflict"
            ? "held"
            : "failed",
      reason: isExpected ? error.key : "bulk.unexpected",
      params: isExpected ? error.params : {},
      // What could not be taken back may still be asked about.
      eventId: item.eventId,
      deliveryId: item.deliveryId,
    };
  }
}

function applyOne(
  tx: Tx,
  actor: Actor,
  { run, item, words }: { run: Run; item: Item; words: Words },
): Promise<Applied> {
  const { conversationId, messageId } = item;
  if (run.act.verb !== "reply") return apply(tx, actor, { act: run.act, conversationId });
  if (!words || !messageId) throw new AppError("invalid", "bulk.no_way");
  return replyToOne(tx, actor, {
    act: run.act,
    runId: run.id,
    conversationId,
    messageId,
    asOf: run.asOf,
    words,
  });
}

async function takeBack(tx: Tx, actor: Actor, run: Run, item: Item): Promise<void> {
  if (run.act.verb !== "reply") {
    if (item.eventId === null) return;
    const { eventId } = item;
    await tx.transaction((sp) => undoWithin(sp, actor, { eventId, since: run.createdAt }));
    return;
  }
  if (!item.messageId) return;
  const about = { conversationId: item.conversationId, messageId: item.messageId };
  const there = await db.execute(sql`
    select 1 from messages where conversation_id = ${about.conversationId} and id = ${about.messageId}`);
  // Its own commit: after a crash here it is gone already, and that is what was asked for.
  if (there.rows.length === 0) return;
  const { text } = await cancelReply(actor, about);
  // Nobody wants the same draft in each of them.
  await db.execute(sql`
    delete from drafts where agent_id = ${actor.id} and conversation_id = ${about.conversationId} and text = ${text}`);
}

/** A deadlock, or the connection: the whole batch once more. */
function isToTryAgain(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  return code === "40P01" || code === "40001" || code.startsWith("08") || code.startsWith("57");
}

async function keep(tx: Tx, run: Run, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await tx.execute(sql`
    update bulk_items i set state = o.state, reason = o.reason, params = o.params, event_id = coalesce(o."eventId", i.event_id),
      delivery_id = coalesce(o."deliveryId", i.delivery_id)
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as o("conversationId" uuid, state text, reason text, params jsonb, "eventId" bigint, "deliveryId" uuid)
    where i.run_id = ${run.id} and i.conversation_id = o."conversationId"`);
  const count = (state: Outcome["state"]) => outcomes.filter((one) => one.state === state).length;
  await tx.execute(sql`
    update bulk_runs set done_count = done_count + ${count("done") - count("undone") - count("kept")}, held_count = held_count + ${count("held")},
      failed_count = failed_count + ${count("failed") + count("kept")}, undone_count = undone_count + ${count("undone")},
      worked_at = clock_timestamp() where id = ${run.id}`);
}

/** Everything is done, or its author is no longer here. The replies leave together, after the time to take them back. */
async function endRun(tx: Tx, run: Run, actor: Actor | null): Promise<boolean> {
  await tx.execute(sql`
    update bulk_runs set state = ${actor === null ? "cancelled" : run.state === "undoing" ? "undone" : "done"},
      finished_at = coalesce(finished_at, clock_timestamp()),
      undone_at = ${run.state === "undoing" ? sql`clock_timestamp()` : sql`undone_at`} where id = ${run.id}`);
  if (run.state === "running") await letLeave(tx, run.id);
  if (actor) await tell(tx, run, actor);
  return true;
}

export async function letLeave(tx: Tx, runId: string): Promise<void> {
  await tx.execute(sql`
    update deliveries d set send_after = clock_timestamp() + make_interval(secs => ${replyUndoSeconds})
    from bulk_items i where i.run_id = ${runId} and i.state = 'done' and d.id = i.delivery_id and d.state = 'queued' and d.attempts = 0`);
}

async function tell(tx: Tx, run: Run, actor: Actor): Promise<void> {
  await recordEvent(tx, {
    type: "bulk.progressed",
    actor: actorOf(actor),
    after: { runId: run.id },
    occurredAt: new Date(),
  });
}
