import { addBusiness, businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";
import { resolutionHours } from "./brand";
import { isAnswer, type State } from "./state";
import type { Tale } from "./tale";

/** What a story's resolution is due by: as it moved with each line, where it stands, and when it was their turn. */
export type Resolution = {
  /** For each line the new due time; undefined where it did not move, null while it is their turn. */
  moves: Array<string | null | undefined>;
  dueAt: Date | null;
  /** From, to, from, …; an odd one out lasts. */
  pauses: Date[];
};

/** Counted in opening hours of our turns, as lib/targets/due.ts does. What we opened ourselves is never due. */
export function resolutionOf(tale: Tale, state: State, schedule: Schedule): Resolution {
  const nothing = { moves: [], dueAt: null, pauses: [] };
  if (tale.channel === null || state.status === "spam") return nothing;
  let spent = 0;
  let oursSince: Date | null = null;
  let dueAt: Date | null = null;
  const pauses: Date[] = [];
  const moves = tale.lines.map((line, index) => {
    if (oursSince !== null && isAnswer(line)) {
      spent += businessSeconds(schedule, oursSince, line.at);
      pauses.push(line.at);
      [oursSince, dueAt] = [null, null];
      return null;
    }
    const isTheirs = line.by === "customer" && !line.thanks;
    if (oursSince !== null || (index > 0 && !isTheirs)) return undefined;
    if (index > 0) pauses.push(line.at);
    oursSince = line.at;
    dueAt = addBusiness(schedule, line.at, Math.max(0, resolutionHours * 3600 - spent));
    return dueAt?.toISOString() ?? null;
  });
  return state.status === "resolved" ? { moves, dueAt: null, pauses: [] } : { moves, dueAt, pauses };
}
