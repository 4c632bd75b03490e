import { openMilliseconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";
import { hoursFor } from "@/lib/targets/pick";
import type { FactRules } from "./fact";

/** Whole seconds on the wall and in the opening hours that were in force at the beginning. */
export function durations(
  rules: FactRules,
  of: { brandId: string; teamId: string | null; from: number; to: number },
): { wall: number; business: number } {
  const { hours } = hoursFor(rules.opening, { brandId: of.brandId, teamId: of.teamId, at: of.from });
  return durationsBy(hours, of);
}

/** The same by hours that are known already. */
export function durationsBy(
  hours: Schedule,
  of: { from: number; to: number },
): { wall: number; business: number } {
  const wall = Math.max(0, Math.round((of.to - of.from) / 1000));
  const business = Math.round(openMilliseconds(hours, of.from, of.to) / 1000);
  return { wall, business: Math.min(wall, Math.max(0, business)) };
}
