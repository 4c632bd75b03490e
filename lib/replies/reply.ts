import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { approvalNeeded, mayBypass, type ReplyMark } from "@/lib/approvals/rule";
import { isZone } from "@/lib/clock/zone";
import { makeWithin, type NewPromise } from "@/lib/commitments/make";
import { changeConversation } from "@/lib/conversations/change";
import type { AlsoOpen } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { usedBy } from "@/lib/saved-replies/use";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { alsoOpen } from "./also-open";
import type { Dress } from "./dress";
import { holdForApproval, holdForLater, type Later } from "./hold";
import { publicCheckOf, unconfirmed } from "./known-facts";
import { letGo } from "./let-go";
import { newerThan } from "./newer";
import { checkFits, lockTarget, type Target, undoSeconds, type Words } from "./words";

export type ReplyInput = Dress & {
  conversationId: string;
  /** Made by whoever writes, so that one click is one message however often it is sent. */
  messageId: string;
  mode: "public" | "private";
  channelId: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string | null;
  text: string;
  attachmentIds: string[];
  /** What the author had seen of this customer, from the conversation's `seen`. */
  seen: string;
  /** `resolve` in the same commit; stays unless said. */
  afterwards?: "stay" | "resolve";
  /** At an hour, instead of now. */
  later?: Later | null;
  /** A colleague who is to read it first; null: whoever must, when anybody must. */
  approverId?: string | null;
  marks?: readonly ReplyMark[];
  /** Names of private facts (`nameOfFinding`) that the author wants in a public text. */
  confirmed?: readonly string[];
  /** What it promises; holds from when it has left, and is gone when it is taken back before. */
  promises?: readonly NewPromise[];
  /** For how long the author had the conversation in view, where their screen has measured it. */
  handledSeconds?: number | null;
};

/**
 * `leaving`: it goes at `sendAfter` unless taken back. `awaiting`: a colleague reads it first. `scheduled`: it goes at
 * its hour. In the last two nothing has been written to the customer and there is no delivery yet.
 */
export type Replied = {
  messageId: string;
  state: "leaving" | "awaiting" | "scheduled";
  deliveryId: string | null;
  sendAfter: string | null;
  eventId: number;
  /** Their other conversations in which we owe an answer, to be closed with this one. */
  alsoOpen: AlsoOpen[];
};

/**
 * Answers the customer, or a third party in a side thread. Throws `conflict` with NewerThings when somebody answered
 * this customer or they wrote since, anywhere (sending again with the newer `seen` says that the author has read it),
 * and `conflict` with `findings` when a public text holds private facts that are not `confirmed`.
 */
export async function reply(actor: Actor, input: ReplyInput): Promise<Replied> {
  authorize(actor, "conversation.reply");
  return transact((tx) => replyWithin(tx, actor, { ...input, sideThreadId: null }), "deliveries", "timers");
}

/** The same as a part of a larger command; the caller rings the bells `deliveries` and `timers`. */
export async function replyWithin(
  tx: Tx,
  actor: Actor,
  input: ReplyInput & { sideThreadId: string | null },
): Promise<Replied> {
  authorize(actor, "conversation.reply");
  const replied = await sayWithin(tx, actor, input);
  if (!replied.isKnown)
    for (const promise of input.promises ?? [])
      await makeWithin(tx, actor, {
        ...promise,
        conversationId: input.conversationId,
        messageId: replied.messageId,
      });
  const { isKnown: _, ...rest } = replied;
  return rest;
}

/** `isKnown`: the same message was sent before, and everything that belongs to it happened then. */
async function sayWithin(
  tx: Tx,
  actor: Actor,
  input: ReplyInput & { sideThreadId: string | null },
): Promise<Replied & { isKnown: boolean }> {
  const words = wordsOf(actor, {
    ...input,
    savedReplies: await usedBy(tx, actor, input.savedReplies ?? []),
  });
  const later = laterOf(input.later ?? null);
  const marks = input.marks ?? [];
  const again = await already(tx, actor, words);
  if (again) return { ...again, isKnown: true };
  const target = await lockTarget(tx, actor, words);
  checkFits(target, words);
  if (words.mode === "public") await checkPublic(tx, target, words);
  // A third party is answered whatever the customer does meanwhile.
  if (words.sideThreadId === null) await guard(tx, actor, target, input.seen);

  const reason = await approvalNeeded(tx, actor, {
    conversationId: words.conversationId,
    marks,
    approverId: input.approverId ?? null,
  });
  const isBypassed = reason !== null && mayBypass(marks, actor);
  await tx.execute(
    sql`delete from drafts where agent_id = ${actor.id} and conversation_id = ${words.conversationId}`,
  );
  await tx.execute(
    sql`delete from shared_drafts where holder_id = ${actor.id} and conversation_id = ${words.conversationId}`,
  );
  const nothing = {
    messageId: words.messageId,
    deliveryId: null,
    sendAfter: null,
    alsoOpen: [],
    isKnown: false,
  };
  if (reason !== null && !isBypassed) {
    const approverId = input.approverId ?? null;
    const held = await holdForApproval(tx, actor, { words, seen: input.seen, reason, approverId, later });
    return { ...nothing, ...held, state: "awaiting" };
  }
  if (later !== null) {
    const held = await holdForLater(tx, actor, { words, seen: input.seen, later });
    return { ...nothing, ...held, state: "scheduled" };
  }
  if (isBypassed)
    await changeConversation(tx, actor, {
      id: words.conversationId,
      type: "approval.bypassed",
      set: null,
      messageId: words.messageId,
      more: { reason, by: actor.id },
    });
  const gone = await letGo(tx, actor, { words, target, seconds: undoSeconds(target, words.mode) });
  return {
    messageId: words.messageId,
    state: "leaving",
    isKnown: false,
    ...gone,
    alsoOpen: await alsoOpen(tx, actor, { customerId: target.customerId, exceptId: words.conversationId }),
  };
}

function wordsOf(actor: Actor, input: ReplyInput & { sideThreadId: string | null }): Words {
  const text = cleanText(input.text, 100_000).trim();
  if (text === "" && input.attachmentIds.length === 0) fail("invalid", "reply.empty");
  const { conversationId, messageId, mode, channelId, sideThreadId, to, cc, bcc, attachmentIds } = input;
  return {
    conversationId,
    messageId,
    authorId: actor.id,
    mode,
    channelId,
    sideThreadId,
    to,
    cc,
    bcc,
    subject: input.subject === null ? null : cleanLine(input.subject, 250),
    text,
    attachmentIds,
    confirmed: [...(input.confirmed ?? [])],
    below: input.below ?? { hasSignature: true, hasHistory: true },
    savedReplies: input.savedReplies ?? [],
    afterwards: input.afterwards ?? "stay",
    handledSeconds: input.handledSeconds ?? null,
  };
}

const yearMs = 366 * 86_400_000;

export function laterOf(later: Later | null): Later | null {
  if (later === null) return null;
  const at = Date.parse(later.sendAt);
  if (!isZone(later.zone)) fail("invalid", "reply.zone");
  if (Number.isNaN(at) || at <= Date.now()) fail("invalid", "reply.past");
  if (at > Date.now() + yearMs) fail("invalid", "reply.far");
  return { ...later, sendAt: new Date(at).toISOString() };
}

async function guard(tx: Tx, actor: Actor, target: Target, seen: string): Promise<void> {
  const newer = await newerThan(tx, actor, {
    customerId: target.customerId,
    seen,
    authorId: actor.id,
    by: "anybody",
  });
  if (newer)
    fail("conflict", newer.kind === "answered" ? "reply.answered" : "reply.wrote", { by: newer.by }, newer);
}

/** Nothing private is published by accident, whatever door it comes through. */
export async function checkPublic(tx: Tx, target: Target, words: Words): Promise<void> {
  const check = await publicCheckOf(tx, target.customerId);
  const findings = unconfirmed(words.text, check, words.confirmed);
  if (findings.length === 0) return;
  const what = [...new Set(findings.map((finding) => finding.text))].join(", ");
  fail("conflict", "reply.private_facts", { count: findings.length, what }, { findings });
}

/** The same click arrived before: its answer again. Somebody else's message of that id is a forgery. */
async function already(tx: Tx, actor: Actor, words: Words): Promise<Replied | null> {
  const found = await tx.execute<{
    state: "leaving" | "awaiting" | "scheduled";
    deliveryId: string | null;
    at: string | null;
    agentId: string;
    eventId: number;
  }>(sql`
    select 'leaving' as state, d.id as "deliveryId", d.send_after as at, m.agent_id as "agentId",
      (select max(e.id)::int from events e where e.conversation_id = m.conversation_id and e.message_id = m.id
        and e.type in ('reply.queued', 'side.written')) as "eventId"
    from messages m join deliveries d on d.conversation_id = m.conversation_id and d.message_id = m.id
    where m.conversation_id = ${words.conversationId} and m.id = ${words.messageId}
    union all
    select h.state, null, null, h.author_id, (select max(e.id)::int from events e
      where e.conversation_id = h.conversation_id and e.after ->> 'heldId' = h.id::text and e.type in ('approval.asked', 'reply.scheduled'))
    from held_replies h where h.id = ${words.messageId} and h.state in ('awaiting', 'scheduled')`);
  const row = found.rows[0];
  if (!row) return null;
  if (row.agentId !== actor.id) return fail("invalid", "reply.id_taken");
  const { state, deliveryId, at, eventId } = row;
  const sendAfter = at === null ? null : new Date(at).toISOString();
  return { messageId: words.messageId, state, deliveryId, sendAfter, eventId, alsoOpen: [] };
}
