import type { Band, TargetKind } from "@/db/enums";
import type { Schedule } from "@/lib/clock/schedule";
import type { Rules, Target } from "./rules";

/** What a target may ask for in a conversation. */
export type Traits = {
  brandId: string;
  channelId: string | null;
  teamId: string | null;
  pin: number;
  tagIds: readonly string[];
  /** Of their patience alone; null before it was looked at. */
  band: Band | null;
};

/**
 * The target that holds for what began at `at` (milliseconds): of all in force then that fit, the one that names the most;
 * a brand counts half, since all else is narrower. Of two that name as much, the shorter one. Null without any.
 */
export function pickTarget(rules: Rules, kind: TargetKind, at: number, of: Traits): Target | null {
  let best: Target | null = null;
  for (const target of rules.targets) {
    if (target.kind !== kind || target.from > at || at >= target.until || !fits(target, of)) continue;
    const more = best === null ? 1 : named(target) - named(best);
    if (best === null || more > 0 || (more === 0 && target.seconds < best.seconds)) best = target;
  }
  return best;
}

/** Opening hours with whose they are; `id` null where nobody set any: then every hour counts. */
export type Hours = { id: string | null; of: "team" | "brand" | "nobody"; hours: Schedule };

/** The opening hours in force at a moment (milliseconds): the team's own, else the brand's, else all hours. */
export function hoursFor(
  rules: Rules,
  { teamId, brandId, at }: { teamId: string | null; brandId: string; at: number },
): Hours {
  const ofTeam = teamId === null ? null : hoursOf(rules, teamId, at);
  if (ofTeam) return { ...ofTeam, of: "team" };
  const ofBrand = hoursOf(rules, brandId, at);
  return ofBrand ? { ...ofBrand, of: "brand" } : { id: null, of: "nobody", hours: alwaysOpen };
}

function hoursOf(rules: Rules, ownerId: string, at: number): { id: string; hours: Schedule } | null {
  const id = lastBefore(rules.uses.get(ownerId), at)?.scheduleId;
  const version = id ? lastBefore(rules.versions.get(id), at) : undefined;
  return id && version ? { id, hours: version.hours } : null;
}

/** Before the first one that anybody wrote down, the oldest is the best that is known. */
function lastBefore<T extends { from: number }>(list: T[] | undefined, at: number): T | undefined {
  return list?.find(({ from }) => from <= at) ?? list?.at(-1);
}

function fits(target: Target, of: Traits): boolean {
  return (
    (target.channelId === null || target.channelId === of.channelId) &&
    (target.brandId === null || target.brandId === of.brandId) &&
    (target.pin === null || target.pin === of.pin) &&
    (target.tagId === null || of.tagIds.includes(target.tagId)) &&
    (target.band === null || target.band === of.band)
  );
}

function named({ channelId, brandId, pin, tagId, band }: Target): number {
  // Beside its own channel a brand narrows nothing.
  const halves = brandId === null || channelId !== null ? 0 : 1;
  return halves + 2 * [channelId, pin, tagId, band].filter((each) => each !== null).length;
}

const allDay: [string, string][] = [["00:00", "24:00"]];

/** Without opening hours it is always open. */
export const alwaysOpen: Schedule = {
  zone: "UTC",
  week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  exceptions: [],
};
