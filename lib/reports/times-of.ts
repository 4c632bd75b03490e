import { largest, type Pieces, quantile } from "./quantile";
import type { Times } from "./slice";

/** One who still waits. */
export type Waiting = { since: string; seconds: number };

/** The figures of what was answered (`pieces`), of those who wait and of how many were closed without an answer. */
export function timesOf(pieces: Pieces, waiting: readonly Waiting[], closed: number): Times {
  const cuts = waiting.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const median = quantile(pieces, cuts, 0.5);
  const longest = Math.max(largest(pieces), cuts.at(-1) ?? Number.NEGATIVE_INFINITY);
  return {
    n: pieces.reduce((sum, piece) => sum + piece.length, 0),
    median,
    atLeast: median ?? (Number.isFinite(longest) ? longest : null),
    p90: quantile(pieces, cuts, 0.9),
    waiting: { n: cuts.length, oldestSince: oldest(waiting) },
    answeredOnly: { median: quantile(pieces, [], 0.5), p90: quantile(pieces, [], 0.9) },
    closed,
  };
}

/** The same of a day on which nobody waits any more, from what is kept of it. */
export function timesOfDay(day: { n: number; median: number; p90: number }, closed: number): Times {
  const { n, median, p90 } = day;
  const waiting = { n: 0, oldestSince: null };
  return { n, median, atLeast: median, p90, waiting, answeredOnly: { median, p90 }, closed };
}

/** From so many on the figures of one person are shown: before, chance speaks more than the person. */
export const enoughOfOne = 20;

/** The same with nothing but counts, where there are too few to speak of a person. */
export function unlessFew(times: Times): Times {
  if (times.n + times.waiting.n >= enoughOfOne) return times;
  return {
    ...times,
    median: null,
    atLeast: null,
    p90: null,
    answeredOnly: { median: null, p90: null },
  };
}

function oldest(waiting: readonly Waiting[]): string | null {
  let first: string | null = null;
  for (const { since } of waiting) if (first === null || since < first) first = since;
  return first;
}
