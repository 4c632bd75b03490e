import { addBusiness } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";

/**
 * When the first answer is due: `targetSeconds` of opening hours after the oldest unanswered message. Null when
 * nobody waits, when there is no target, or when the schedule never opens again.
 */
export function firstResponseDue(
  waitingSince: Date | null,
  targetSeconds: number | null,
  schedule: Schedule,
): Date | null {
  if (waitingSince === null || targetSeconds === null) return null;
  return addBusiness(schedule, waitingSince, targetSeconds);
}
