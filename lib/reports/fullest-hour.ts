import type { StaffingHour } from "./slice";

/** The staffed hour of the week of which the largest share is needed; 1.2 is a fifth more than there is. Null without any. */
export function fullestHour(hours: readonly StaffingHour[]): { hour: StaffingHour; share: number } | null {
  let fullest: { hour: StaffingHour; share: number } | null = null;
  for (const hour of hours) {
    if (hour.staffed === 0 || hour.hoursNeeded === null) continue;
    const share = hour.hoursNeeded / hour.staffed;
    if (fullest === null || share > fullest.share) fullest = { hour, share };
  }
  return fullest;
}
