import type { Schedule, Weekday } from "@/lib/clock/schedule";

/** In the order of ISO 8601; here without the checks of lib/clock, which browsers need not load. */
export const days: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export type Week = Schedule["week"];

/** What most houses begin with. */
export const usualWeek: Week = {
  mon: [["09:00", "18:00"]],
  tue: [["09:00", "18:00"]],
  wed: [["09:00", "18:00"]],
  thu: [["09:00", "18:00"]],
  fri: [["09:00", "18:00"]],
  sat: [],
  sun: [],
};
