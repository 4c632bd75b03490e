import { wilson } from "./wilson";

/**
 * How far two shares lie apart in 95 of 100 cases, as the first minus the second (Newcombe 1998, method 10, from the
 * intervals of Wilson): where nought lies between, the difference can be chance. Both `n` are at least 1.
 */
export function shareDifference(
  one: { hits: number; n: number },
  other: { hits: number; n: number },
): { low: number; high: number; isChance: boolean } {
  const [p, q] = [one.hits / one.n, other.hits / other.n];
  const [a, b] = [wilson(one.hits, one.n), wilson(other.hits, other.n)];
  const low = p - q - Math.hypot(p - a.low, b.high - q);
  const high = p - q + Math.hypot(a.high - p, q - b.low);
  return { low, high, isChance: low <= 0 && high >= 0 };
}
