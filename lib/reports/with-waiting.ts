export type Waited = {
  /** Half of all waited no longer; null where more than half of them are still waiting for that. */
  median: number | null;
  /** What can be said where there is no median: half of them wait at least so long. Null of nothing. */
  atLeast: number | null;
  ended: number;
  waiting: number;
};

/**
 * The median of a wait when some are not over (Kaplan and Meier 1958): whoever still waits counts for as long as they
 * have waited, so that leaving the longest ones open does not look quick. `ended` and `waiting` in seconds, any order. A
 * wait that ended counts before one that was cut at the same second.
 */
export function medianWithWaiting(ended: readonly number[], waiting: readonly number[]): Waited {
  const counts = { ended: ended.length, waiting: waiting.length };
  const ends = [...ended].sort((a, b) => a - b);
  const cuts = [...waiting].sort((a, b) => a - b);
  let atRisk = ends.length + cuts.length;
  let cut = 0;
  let surviving = 1;
  for (let index = 0; index < ends.length; ) {
    const at = ends[index]!;
    while (cut < cuts.length && cuts[cut]! < at) {
      cut++;
      atRisk--;
    }
    let here = 0;
    while (ends[index + here] === at) here++;
    surviving *= 1 - here / atRisk;
    // Half is reached exactly with even numbers; products of fractions may miss it by the last bit.
    if (surviving <= 0.5 + 1e-12) return { median: at, atLeast: at, ...counts };
    atRisk -= here;
    index += here;
  }
  const last = Math.max(ends.at(-1) ?? Number.NEGATIVE_INFINITY, cuts.at(-1) ?? Number.NEGATIVE_INFINITY);
  return { median: null, atLeast: Number.isFinite(last) ? last : null, ...counts };
}
