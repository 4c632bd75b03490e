import type { Band } from "@/db/enums";

/** The part of the queue that somebody with so many hours left stands in. */
export function bandOf(hours: number): Band {
  if (hours <= 1) return "now";
  if (hours <= 24) return "today";
  return hours <= 7 * 24 ? "week" : "calm";
}
