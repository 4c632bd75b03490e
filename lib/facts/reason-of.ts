import type { MissReason } from "@/db/enums";
import type { Standing } from "./standing";

/** What was true when it fell due, the first that holds. */
export function reasonOf(wait: { sendFailed: boolean; handedOver: boolean }, standing: Standing): MissReason {
  if (wait.sendFailed) return "send_failed";
  if (standing.approvalSince !== null) return "awaiting_approval";
  if (standing.status === "snoozed") return "snoozed";
  if (standing.assigneeId === null) return "nobody_had_it";
  return wait.handedOver ? "handed_over" : "not_answered";
}
