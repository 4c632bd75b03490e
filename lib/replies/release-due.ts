import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { passOnLate } from "@/lib/approvals/fall-back";
import { type Held, lockHeld } from "@/lib/approvals/held";
import { stillAwaiting } from "@/lib/approvals/still-awaiting";
import { changeConversation } from "@/lib/conversations/change";
import { AppError } from "@/lib/errors";
import { notify } from "@/lib/notifications/notify";
import { isPaused } from "@/lib/pauses/in-force";
import { transact } from "@/lib/transact";
import { awake, backToDraft, end } from "./held";
import { letGo } from "./let-go";
import { newerThan } from "./newer";
import { checkPublic } from "./reply";
import { checkFits, type Target } from "./words";

const timer: System = { kind: "system", name: "timer" };

/**
 * Lets every reply go whose hour has come, stops those whose customer wrote first, and passes on what nobody approved
 * in time. While everything automatic is paused nothing leaves, and the authors are told; what had its hour in the pause
 * does not leave afterwards either, but goes back to its author with the question whether it is still true. Safe to run in many workers at once and after any crash: each release is one transaction under the
 * customer's lock, and its id is the message's. Resolves with when the next one is due, or null.
 */
export async function tendHeld(): Promise<Date | null> {
  await passOnLate();
  const paused = await isPaused(db);
  if (paused) await tellWaiting();
  const due = await db.execute<{ id: string }>(sql`
    select h.id from held_replies h where h.state = 'scheduled' and ((h.send_at <= now() and not ${paused}) or (h.if_they_write = 'cancel' and exists (
      select 1 from conversations here join conversations c on c.customer_id in (select records_of(here.customer_id))
      where here.id = h.conversation_id and c.last_message_at > h.created_at - interval '1 day' and exists (
        select 1 from messages m where m.conversation_id = c.id and m.kind = 'customer' and m.created_at > h.updated_at))))
    order by h.send_at, h.id limit 100`);
  for (const { id } of due.rows) await release(id);
  const next = await db.execute<{ at: string | null }>(sql`
    select least((select min(send_at) from held_replies where state = 'scheduled' and (send_at > now() or not ${paused})),
      (select min(fallback_at) from held_replies where state = 'awaiting' and fell_back_at is null))::text as at`);
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

async function release(heldId: string): Promise<void> {
  try {
    await transact(async (tx) => {
      const { held, target } = await lockHeld(tx, timer, { heldId });
      if (held.state !== "scheduled") return;
      const stopCode = await whyNot(tx, held, target);
      if (stopCode !== null) return stop(tx, held, stopCode);
      await end(tx, held.id, "released", null);
      await letGo(tx, timer, { words: held.words, target, seconds: 0 });
    }, "deliveries");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // It fits no longer: the channel was changed, a file is gone. Its author decides.
    await transact(async (tx) => {
      const { held } = await lockHeld(tx, timer, { heldId });
      if (held.state === "scheduled") await stop(tx, held, error.key);
    });
  }
}

/** Null when it may leave now. */
async function whyNot(tx: Tx, held: Held, target: Target): Promise<string | null> {
  const { words, later } = held;
  if (later !== null && (await hadItsHourInPause(tx, later.sendAt))) return "paused";
  const author = await tx.execute(
    sql`select 1 from agents where id = ${words.authorId} and deactivated_at is null`,
  );
  if (author.rows.length === 0) return "author_gone";
  checkFits(target, words);
  if (words.mode === "public") await checkPublic(tx, target, words);
  if (words.sideThreadId === null) {
    const newer = await newerThan(tx, timer, {
      customerId: target.customerId,
      seen: held.seen,
      authorId: words.authorId,
      by: later?.ifTheyWrite === "send" ? "colleagues" : "anybody",
    });
    if (newer) return newer.kind;
  }
  // Looked at before its hour, only because somebody might have written first.
  return later !== null && Date.parse(later.sendAt) > Date.now() + 1_000 ? "early" : null;
}

/** A pause that is still in force holds back; only one that is over makes the question. */
async function hadItsHourInPause(tx: Tx, sendAt: string): Promise<boolean> {
  const found = await tx.execute(sql`
    select 1 from pauses p where p.since <= ${sendAt}::timestamptz and least(p.ended_at, p.until) > ${sendAt}::timestamptz
      and (p.ended_at is not null or p.until <= now())`);
  return found.rows.length > 0;
}

/** Once each: their reply did not leave at its hour. */
async function tellWaiting(): Promise<void> {
  const waiting = await db.execute<{ id: string; authorId: string; conversationId: string }>(sql`
    select h.id, h.author_id as "authorId", h.conversation_id as "conversationId" from held_replies h
    where h.state = 'scheduled' and h.send_at <= now()
      and not exists (select 1 from notifications n where n.agent_id = h.author_id and n.event_id = 'held:' || h.id || ':paused')
    limit 100`);
  for (const { id, authorId, conversationId } of waiting.rows) {
    await notify(db, {
      agentIds: [authorId],
      kind: "send_failed",
      conversationId,
      eventId: `held:${id}:paused`,
    });
  }
}

async function stop(tx: Tx, held: Held, code: string): Promise<void> {
  if (code === "early") return;
  await end(tx, held.id, "stopped", code);
  await backToDraft(tx, held);
  await changeConversation(tx, timer, {
    id: held.words.conversationId,
    type: "reply.stopped",
    set: sql`${stillAwaiting}, ${awake}`,
    more: { heldId: held.id, why: code, agentId: held.words.authorId },
  });
  await notify(tx, {
    agentIds: [held.words.authorId],
    kind: "send_failed",
    conversationId: held.words.conversationId,
    eventId: `held:${held.id}:stopped`,
  });
}
