import type { ConversationStatus, MissReason } from "@/db/enums";

/** What the reason depends on beside the wait itself. */
export type WhenDue = { isHeld: boolean; status: ConversationStatus; assigneeId: string | null };

/**
 * What was true when it fell due, the first that holds: an answer that did not arrive, one that waits for a colleague's
 * yes, asleep, in nobody's hands, passed from hand to hand while it waited; else just not answered.
 */
export function reasonOf(wait: { sendFailed: boolean; handedOver: boolean }, due: WhenDue): MissReason {
  if (wait.sendFailed) return "send_failed";
  if (due.isHeld) return "awaiting_approval";
  if (due.status === "snoozed") return "snoozed";
  if (due.assigneeId === null) return "nobody_had_it";
  return wait.handedOver ? "handed_over" : "not_answered";
}
