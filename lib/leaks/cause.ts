import type { LeakCause } from "@/db/enums";
import { businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";

/**
 * Where the time went between what they told us and what they posted. Asked in this order, so that each has one answer:
 * 1. `after_reply`: we had answered, and they posted all the same;
 * 2. `closed_hours`: more than half of the wait lay outside the opening hours;
 * 3. `order`: somebody who came later was answered first;
 * 4. `capacity`: nobody who came later was: everybody was busy with what was before.
 * Pure.
 */
export function causeOf(input: {
  toldAt: Date;
  postedAt: Date;
  answeredAt: Date | null;
  /** The opening hours in force at `toldAt`; null where nobody ever closes. */
  schedule: Schedule | null;
  /** Conversations of the brand that began after `toldAt` and had their first answer before `postedAt`. */
  servedLater: number;
}): LeakCause {
  const { toldAt, postedAt, answeredAt, schedule, servedLater } = input;
  if (answeredAt !== null && answeredAt < postedAt) return "after_reply";
  const waited = (postedAt.getTime() - toldAt.getTime()) / 1000;
  const open = schedule === null ? waited : businessSeconds(schedule, toldAt, postedAt);
  if (open < waited / 2) return "closed_hours";
  return servedLater > 0 ? "order" : "capacity";
}
