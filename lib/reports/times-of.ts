import { largest, type Pieces, quantiles } from "./quantile";
import type { Times } from "./slice";

/** One who still waits: since when, in milliseconds of Unix time, and how long by the clock that was asked for. */
export type Waiting = { since: number; seconds: number };

/** The figures of what was answered (`pieces`), of those who wait and of how many were closed without an answer. */
export function timesOf(pieces: Pieces, waiting: readonly Waiting[], closed: number): Times {
  const cuts = waiting.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const [median = null, p90 = null] = quantiles(pieces, cuts, [0.5, 0.9]);
  const [half = null, nine = null] = cuts.length === 0 ? [median, p90] : quantiles(pieces, [], [0.5, 0.9]);
  const longest = Math.max(largest(pieces), cuts.at(-1) ?? Number.NEGATIVE_INFINITY);
  return {
    n: pieces.reduce((sum, piece) => sum + piece.length, 0),
    median,
    atLeast: median ?? (Number.isFinite(longest) ? longest : null),
    p90,
    waiting: { n: cuts.length, oldestSince: oldest(waiting) },
    answeredOnly: { median: half, p90: nine },
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
  let first = Number.POSITIVE_INFINITY;
  for (const { since } of waiting) first = Math.min(first, since);
  return Number.isFinite(first) ? new Date(first).toISOString() : null;
}
