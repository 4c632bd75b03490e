import type { Measure } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { loadPieces } from "./load-pieces";
import { loadWaiting } from "./load-waiting";
import { countUpTo } from "./quantile";
import { scopeOf } from "./scope";
import type { Slice, SpreadClass } from "./slice";

/** Where classes of durations begin, in seconds. */
export const classBounds = [0, 300, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800, 604_800] as const;

/** How many took how long, in classes from five minutes to a week; `waiting` are those who have waited so long so far. */
export async function readSpread(
  actor: Actor,
  input: { measure: Measure; slice: Slice },
): Promise<SpreadClass[]> {
  const scope = await scopeOf(actor, input.slice);
  const asked = { measure: input.measure, slice: input.slice, by: "all" } as const;
  const [pieces, waiting] = await Promise.all([loadPieces(scope, asked), loadWaiting(scope, asked)]);
  const lists = pieces.map(({ seconds }) => seconds);
  return classBounds.map((from, at) => {
    const to = classBounds[at + 1] ?? null;
    const below = (value: number | null) => countUpTo(lists, value === null ? 2 ** 31 : value - 1);
    return {
      from,
      to,
      n: below(to) - (from === 0 ? 0 : below(from)),
      waiting: waiting.filter(({ seconds }) => seconds >= from && (to === null || seconds < to)).length,
    };
  });
}
