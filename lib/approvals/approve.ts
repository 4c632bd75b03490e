import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { notify } from "@/lib/notifications/notify";
import { sleeping } from "@/lib/replies/hold";
import { type LetGo, letGo } from "@/lib/replies/let-go";
import { newerThan } from "@/lib/replies/newer";
import { checkPublic } from "@/lib/replies/reply";
import { checkFits, digestOf, type Target, undoSeconds, type Words } from "@/lib/replies/words";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { checkMayDecide, type Held, lockHeld } from "./held";
import { stillAwaiting } from "./still-awaiting";

/** Null while it waits for its hour. */
export type Approved = { messageId: string; delivery: LetGo | null; eventId: number };

/**
 * Says yes to a colleague's reply, to exactly what was read (`digest`), or to the approver's own words in its place; it
 * leaves after the time to take it back, or at its hour. Throws `conflict` when the reply is another one meanwhile, when
 * it is decided already, and, with NewerThings, when something was said since it was written: `seen` of those says that
 * the approver has read it.
 */
export async function approve(
  actor: Actor,
  input: { heldId: string; digest: string; seen: string | null; text: string | null; confirmed: string[] },
): Promise<Approved> {
  authorize(actor, "reply.approve");
  return transact(
    async (tx) => {
      const { held, target } = await lockHeld(tx, actor, { heldId: input.heldId });
      if (held.state !== "awaiting") fail("conflict", "approval.not_now");
      await checkMayDecide(tx, actor, held);
      if (held.digest !== input.digest) fail("conflict", "approval.changed");
      const words = changedWords(held, input);
      checkFits(target, words);
      if (words.mode === "public") await checkPublic(tx, target, words);
      if (words.sideThreadId === null) await guardAgain(tx, actor, held, target, input.seen ?? held.seen);
      const isLater = held.later !== null && Date.parse(held.later.sendAt) > Date.now();
      await tx.execute(sql`
      update held_replies set state = ${isLater ? "scheduled" : "released"}, decided_by = ${actor.id}, decided_at = now(),
        text = ${words.text}, written_text = ${words.text === held.words.text ? null : held.words.text}, digest = ${digestOf(words)},
        confirmed = ${JSON.stringify(words.confirmed)}::jsonb, seen = ${input.seen ?? held.seen}, updated_at = now(), version = version + 1
      where id = ${held.id}`);
      const sendAt = held.later?.sendAt ?? "";
      const changed = await changeConversation(tx, actor, {
        id: words.conversationId,
        type: "approval.given",
        set: isLater ? sql`${stillAwaiting}, ${sleeping(sendAt)}` : stillAwaiting,
        messageId: held.id,
        more: { heldId: held.id, authorId: words.authorId, isChanged: words.text !== held.words.text },
      });
      await notify(tx, {
        agentIds: [words.authorId],
        kind: "approval_decided",
        conversationId: words.conversationId,
        eventId: `approval:${held.id}:given`,
      });
      const delivery = isLater
        ? null
        : await letGo(tx, actor, { words, target, seconds: undoSeconds(target, words.mode) });
      return { messageId: held.id, delivery, eventId: changed.eventId };
    },
    "deliveries",
    "timers",
  );
}

/** A manager's own reply leaves without a colleague: written down, and shown. Throws `forbidden` for others. */
export async function bypass(actor: Actor, input: { heldId: string }): Promise<Approved> {
  authorize(actor, "reply.bypass");
  return transact(async (tx) => {
    const { held, target } = await lockHeld(tx, actor, input);
    if (held.state !== "awaiting") fail("conflict", "approval.not_now");
    if (held.words.authorId !== actor.id) fail("forbidden", "approval.bypass");
    await guardAgain(tx, actor, held, target, held.seen);
    await tx.execute(sql`
      update held_replies set state = 'released', updated_at = now(), version = version + 1 where id = ${held.id}`);
    const changed = await changeConversation(tx, actor, {
      id: held.words.conversationId,
      type: "approval.bypassed",
      set: stillAwaiting,
      messageId: held.id,
      more: { heldId: held.id, reason: held.reason, by: actor.id },
    });
    const seconds = undoSeconds(target, held.words.mode);
    const delivery = await letGo(tx, actor, { words: held.words, target, seconds });
    return { messageId: held.id, delivery, eventId: changed.eventId };
  }, "deliveries");
}

function changedWords(held: Held, input: { text: string | null; confirmed: string[] }): Words {
  if (input.text === null) return held.words;
  const text = cleanText(input.text, 100_000).trim();
  if (text === "") fail("invalid", "reply.empty");
  const isSame = text === held.words.text;
  return {
    ...held.words,
    text,
    savedReplies: held.words.savedReplies.map((use) => (isSame ? use : { ...use, isEdited: true })),
    confirmed: [...held.words.confirmed, ...input.confirmed],
  };
}

/** The guard of every reply, once more at the moment of letting go. */
async function guardAgain(tx: Tx, actor: Actor, held: Held, target: Target, seen: string): Promise<void> {
  const newer = await newerThan(tx, actor, {
    customerId: target.customerId,
    seen,
    authorId: held.words.authorId,
    by: "anybody",
  });
  if (newer)
    fail("conflict", newer.kind === "answered" ? "reply.answered" : "reply.wrote", { by: newer.by }, newer);
}
