import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, can, type System } from "@/lib/access";
import { type Held, lockHeld } from "@/lib/approvals/held";
import { stillAwaiting } from "@/lib/approvals/still-awaiting";
import { unmakeWithin } from "@/lib/commitments/unmake";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { dropEmptySideThread } from "@/lib/side-threads/drop-empty";
import { transact } from "@/lib/transact";
import { type Later, sleeping } from "./hold";
import { type LetGo, letGo } from "./let-go";
import { newerThan } from "./newer";
import { laterOf } from "./reply";
import { undoSeconds } from "./words";

/**
 * Takes a reply that has not been let go back to its author's composer: whatever anybody said yes to is void. A senior
 * may take back what only waits for its hour. Throws `conflict` once it has left.
 */
export async function withdraw(actor: Actor, input: { heldId: string }): Promise<{ text: string }> {
  authorize(actor, "conversation.reply");
  return transact(async (tx) => {
    const { held } = await lockHeld(tx, actor, input);
    const isMine = held.words.authorId === actor.id;
    const isOpen = ["awaiting", "scheduled", "returned", "stopped"].includes(held.state);
    if (!isOpen) fail("conflict", "reply.not_now");
    if (!isMine && !(held.state === "scheduled" && can(actor, "reply.approve")))
      fail("not_found", "reply.held_unknown");
    await unmakeWithin(tx, { messageId: held.id });
    await end(tx, held.id, "withdrawn", null);
    await backToDraft(tx, held);
    await changeConversation(tx, actor, {
      id: held.words.conversationId,
      type: held.state === "scheduled" ? "reply.unscheduled" : "approval.withdrawn",
      set: sql`${stillAwaiting}, ${awake}`,
      more: { heldId: held.id },
    });
    if (held.words.sideThreadId !== null)
      await dropEmptySideThread(tx, { sideThreadId: held.words.sideThreadId });
    return { text: held.words.text };
  }, "timers");
}

/** Another hour for a reply that waits for its own. Its words are the same, so a yes to them holds. */
export async function moveHeld(actor: Actor, input: { heldId: string; later: Later }): Promise<void> {
  authorize(actor, "conversation.reply");
  const later = laterOf(input.later) ?? fail("invalid", "reply.past");
  await transact(async (tx) => {
    const held = await lockScheduled(tx, actor, input.heldId);
    await tx.execute(sql`
      update held_replies set send_at = ${later.sendAt}, zone = ${later.zone}, if_they_write = ${later.ifTheyWrite},
        updated_at = now(), version = version + 1 where id = ${held.id}`);
    await changeConversation(tx, actor, {
      id: held.words.conversationId,
      type: "reply.moved",
      set: sleeping(later.sendAt),
      more: { heldId: held.id, sendAt: later.sendAt },
    });
  }, "timers");
}

/** Lets a reply go that was to wait for its hour. Throws `conflict` with NewerThings like any other reply. */
export async function sendHeldNow(
  actor: Actor,
  input: { heldId: string; seen: string | null },
): Promise<LetGo> {
  authorize(actor, "conversation.reply");
  return transact(
    async (tx) => {
      const { held, target } = await lockHeld(tx, actor, input);
      checkScheduled(actor, held);
      const newer = await newerThan(tx, actor, {
        customerId: target.customerId,
        seen: input.seen ?? held.seen,
        authorId: held.words.authorId,
        by: "anybody",
      });
      if (newer)
        fail(
          "conflict",
          newer.kind === "answered" ? "reply.answered" : "reply.wrote",
          { by: newer.by },
          newer,
        );
      await end(tx, held.id, "released", null);
      return letGo(tx, actor, { words: held.words, target, seconds: undoSeconds(target, held.words.mode) });
    },
    "deliveries",
    "timers",
  );
}

/** Ends its waiting; only what waits can end. */
export async function end(
  tx: Tx,
  heldId: string,
  state: "withdrawn" | "released" | "stopped",
  stopCode: string | null,
): Promise<void> {
  await tx.execute(sql`
    update held_replies set state = ${state}, stop_code = ${stopCode}, updated_at = now(), version = version + 1
    where id = ${heldId}`);
}

/** Back on the desk, where it slept only for the reply that does not leave now. */
export const awake = sql`status = case when c.status = 'snoozed' then 'open' else c.status end, snoozed_until = null`;

/** The author's words return to their composer, unless they have begun to write something else there. */
export async function backToDraft(tx: Tx, held: Held): Promise<void> {
  const { words } = held;
  if (words.sideThreadId !== null) return;
  const recipients = { to: words.to, cc: words.cc, bcc: words.bcc };
  await tx.execute(sql`
    insert into drafts (agent_id, conversation_id, mode, text, recipients)
    values (${words.authorId}, ${words.conversationId}, ${words.mode}, ${words.text}, ${JSON.stringify(recipients)}::jsonb)
    on conflict (agent_id, conversation_id) do update set mode = excluded.mode, recipients = excluded.recipients,
      text = case when drafts.text = excluded.text or trim(drafts.text) = '' then excluded.text else excluded.text || E'\n\n' || drafts.text end,
      updated_at = now(), version = drafts.version + 1`);
}

async function lockScheduled(tx: Tx, actor: Actor | System, heldId: string): Promise<Held> {
  const { held } = await lockHeld(tx, actor, { heldId });
  if (actor.kind === "agent") checkScheduled(actor, held);
  return held;
}

function checkScheduled(actor: Actor, held: Held): void {
  if (held.state !== "scheduled") fail("conflict", "reply.not_now");
  if (held.words.authorId !== actor.id && !can(actor, "reply.approve"))
    fail("not_found", "reply.held_unknown");
}
