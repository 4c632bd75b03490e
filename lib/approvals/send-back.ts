import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { notify } from "@/lib/notifications/notify";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { checkMayDecide, lockHeld } from "./held";
import { stillAwaiting } from "./still-awaiting";

/** Sends a reply back to its author, with what should change. Throws `conflict` when it is decided already. */
export async function sendBack(
  actor: Actor,
  input: { heldId: string; comment: string },
): Promise<{ eventId: number }> {
  authorize(actor, "reply.approve");
  const comment = cleanText(input.comment, 5_000).trim();
  if (comment === "") fail("invalid", "approval.comment");
  return transact(async (tx) => {
    const { held } = await lockHeld(tx, actor, input);
    if (held.state !== "awaiting") fail("conflict", "approval.not_now");
    await checkMayDecide(tx, actor, held);
    await tx.execute(sql`
      update held_replies set state = 'returned', decided_by = ${actor.id}, decided_at = now(), comment = ${comment},
        updated_at = now(), version = version + 1 where id = ${held.id}`);
    const changed = await changeConversation(tx, actor, {
      id: held.words.conversationId,
      type: "approval.returned",
      set: stillAwaiting,
      more: { heldId: held.id, authorId: held.words.authorId },
    });
    await notify(tx, {
      agentIds: [held.words.authorId],
      kind: "approval_decided",
      conversationId: held.words.conversationId,
      eventId: `approval:${held.id}:returned`,
    });
    return { eventId: changed.eventId };
  });
}
