import { expectedAt, type Series } from "./expect";
import { tailOf } from "./tail";

export type Spike = {
  /** "expected 4, seen 19": over one, two or three hours up to the one that was asked about. */
  hours: 1 | 2 | 3;
  seen: number;
  /** Null before there are fourteen days to compare with. */
  expected: number | null;
};

/** How many in one hour are a spike while there is nothing to compare with. */
const atFirst = 10;

/**
 * Is the whole hour with index `at` part of a spike? One hour that chance brings once in 10,000, or two hours running
 * of once in 1,000 each, or three hours together of once in 10,000. With many series at once (thirty topics) `rarity`
 * is 1e-5, so that looking at more does not alarm more.
 */
export function spikeAt(series: Series, at: number, rarity = 1e-4): Spike | null {
  const seen = series.counts[at] ?? 0;
  const now = expectedAt(series, at);
  if (now === null) return seen >= atFirst ? { hours: 1, seen, expected: null } : null;
  if (seen >= 5 && tailOf(seen, now.mean, now.dispersion) < rarity) {
    return { hours: 1, seen, expected: now.mean };
  }
  const before = expectedAt(series, at - 1);
  const earlier = expectedAt(series, at - 2);
  if (!before || !earlier) return null;
  const last = series.counts[at - 1]!;
  const twice = rarity * 10;
  if (
    seen >= 3 &&
    last >= 3 &&
    tailOf(seen, now.mean, now.dispersion) < twice &&
    tailOf(last, before.mean, before.dispersion) < twice
  ) {
    return { hours: 2, seen: seen + last, expected: now.mean + before.mean };
  }
  const sum = seen + last + series.counts[at - 2]!;
  const mean = now.mean + before.mean + earlier.mean;
  // Hours side by side rise and fall together: their sum is as dispersed as one of them.
  if (sum >= 5 && tailOf(sum, mean, now.dispersion) < rarity) return { hours: 3, seen: sum, expected: mean };
  return null;
}
