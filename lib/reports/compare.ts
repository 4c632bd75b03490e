import type { Measure } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { chanceOf } from "./chance";
import { loadClosed, loadPieces } from "./load-pieces";
import { loadWaiting } from "./load-waiting";
import { scopeOf } from "./scope";
import type { Slice, Times } from "./slice";
import { enoughOfOne, timesOf, unlessFew } from "./times-of";

export type Compared = {
  now: Times;
  before: Times;
  /** How often a difference as large as this comes about by chance alone, between 0 and 1; null where there are too few. */
  chance: number | null;
  /** `same` where it can be chance: more often than once in twenty. */
  verdict: "few" | "same" | "longer" | "shorter";
};

/** One measure in two slices, and whether what lies between them can be chance. */
export async function compareTimes(
  actor: Actor,
  input: { measure: Measure; slice: Slice; before: Slice },
): Promise<Compared> {
  const [now, before] = await Promise.all([
    load(actor, input.measure, input.slice),
    load(actor, input.measure, input.before),
  ]);
  const times = { now: now.times, before: before.times };
  const isFew = [now, before].some(({ times }) => times.n + times.waiting.n < enoughOfOne);
  const found = isFew ? null : chanceOf(now, before);
  if (found === null) return { ...times, chance: null, verdict: "few" };
  const verdict = found.chance >= oneInTwenty ? "same" : found.isLonger ? "longer" : "shorter";
  return { ...times, chance: found.chance, verdict };
}

const oneInTwenty = 0.05;

async function load(actor: Actor, measure: Measure, slice: Slice) {
  const scope = await scopeOf(actor, slice);
  const asked = { measure, slice, by: "all" } as const;
  const [pieces, waiting, closed] = await Promise.all([
    loadPieces(scope, asked),
    loadWaiting(scope, asked),
    loadClosed(scope, asked),
  ]);
  const ended = pieces.map(({ seconds }) => seconds);
  const times = timesOf(
    ended,
    waiting,
    closed.reduce((sum, { n }) => sum + n, 0),
  );
  return {
    times: slice.agentId === null ? times : unlessFew(times),
    ended,
    waiting: waiting.map(({ seconds }) => seconds),
  };
}
