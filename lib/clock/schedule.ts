import { z } from "zod";
import { isZone } from "./zone";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** Days in the order of ISO 8601. */
export const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "schedule.time");
const closing = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "schedule.time");

const intervals = z
  .array(z.tuple([time, closing]))
  .max(12)
  .superRefine((list, issues) => {
    list.forEach(([opens, closes], index) => {
      // Fixed-width times sort as text. A night shift is written as two intervals that meet at midnight.
      if (opens >= closes) issues.addIssue({ code: "custom", path: [index], message: "schedule.backwards" });
      const before = list[index - 1];
      if (before && opens < before[1]) {
        issues.addIssue({ code: "custom", path: [index], message: "schedule.overlap" });
      }
    });
  });

const exception = z.object({
  /** Local calendar day, YYYY-MM-DD. */
  date: z.iso.date("schedule.date"),
  /** Replaces the weekly hours of that day; empty means closed. */
  intervals,
  name: z.string().trim().max(80).default(""),
});

/**
 * Opening hours as they are stored: local wall-clock times in one IANA zone. A moment is open when the clock on
 * the wall there reads at or after an opening time and before its closing time, so an hour that daylight saving
 * repeats counts twice and one that it skips not at all. Messages of issues are keys under `errors`.
 */
export const scheduleSchema = z.object({
  zone: z.string().refine(isZone, "schedule.zone"),
  week: z.object({
    mon: intervals,
    tue: intervals,
    wed: intervals,
    thu: intervals,
    fri: intervals,
    sat: intervals,
    sun: intervals,
  }),
  exceptions: z
    .array(exception)
    .max(1000)
    .default([])
    .refine((list) => new Set(list.map((each) => each.date)).size === list.length, "schedule.twice"),
});

export type Schedule = z.infer<typeof scheduleSchema>;
export type Interval = Schedule["week"]["mon"][number];
