/**
 * How often two shares of the same kind would lie at least so far apart by chance alone (Fisher's exact test, two-sided:
 * all tables with the same margins that are no likelier than this one). Exact also for few cases. Null where one is empty.
 */
export function shareChance(
  one: { hits: number; n: number },
  other: { hits: number; n: number },
): number | null {
  if (one.n === 0 || other.n === 0) return null;
  const hits = one.hits + other.hits;
  const all = one.n + other.n;
  const low = Math.max(0, hits - other.n);
  const high = Math.min(hits, one.n);
  const log = (k: number) => choose(one.n, k) + choose(other.n, hits - k) - choose(all, hits);
  const here = log(one.hits);
  let chance = 0;
  // The last bits of logarithms must not decide whether the mirrored table counts.
  for (let k = low; k <= high; k++) if (log(k) <= here + 1e-9) chance += Math.exp(log(k));
  return Math.min(1, chance);
}

/** The logarithm of how many ways there are to take k of n. */
function choose(n: number, k: number): number {
  return factorial(n) - factorial(k) - factorial(n - k);
}

const factorials = [0];

function factorial(n: number): number {
  for (let at = factorials.length; at <= n; at++) factorials.push(factorials[at - 1]! + Math.log(at));
  return factorials[n]!;
}
