/** Seconds in pieces, each ascending: the days of a slice, joined without being copied or sorted again. */
export type Pieces = readonly Int32Array[];

/**
 * The value that a share `p` of all does not exceed when some are still waiting (Kaplan and Meier 1958): the same as
 * `medianWithWaiting` says for a half, and without anybody waiting the same as `percentile_disc`. Null where too many
 * wait to say so. `cuts` are how long those have waited so far, ascending. Between two cuts the product over everybody
 * who was answered is one fraction, so the cost is that of the cuts and of one search by rank.
 */
export function quantile(pieces: Pieces, cuts: readonly number[], p: number): number | null {
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const goal = 1 - p + 1e-12;
  let surviving = 1;
  let ended = 0;
  for (let cut = 0; ; ) {
    const atRisk = total - ended + (cuts.length - cut);
    const until = cuts[cut];
    const upTo = until === undefined ? total : countUpTo(pieces, until);
    // After so many more answers no more than `goal` are left.
    let needed = Math.max(0, Math.ceil(atRisk * (1 - goal / surviving)));
    while (needed > 0 && surviving * ((atRisk - needed + 1) / atRisk) <= goal) needed--;
    while (needed <= upTo - ended && surviving * ((atRisk - needed) / atRisk) > goal) needed++;
    if (needed <= upTo - ended && upTo > ended) return valueAt(pieces, ended + Math.max(1, needed));
    if (until === undefined) return null;
    surviving *= (atRisk - (upTo - ended)) / atRisk;
    ended = upTo;
    while (cuts[cut] === until) cut++;
  }
}

/** The value of a rank, from 1: found by halving the range of values, so nothing is sorted. */
export function valueAt(pieces: Pieces, rank: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    low = Math.min(low, piece[0]!);
    high = Math.max(high, piece[piece.length - 1]!);
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (countUpTo(pieces, middle) >= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many are at most `value`. */
export function countUpTo(pieces: Pieces, value: number): number {
  let count = 0;
  for (const piece of pieces) {
    let low = 0;
    let high = piece.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (piece[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    count += low;
  }
  return count;
}

/** The largest; minus infinity of nothing. */
export function largest(pieces: Pieces): number {
  return pieces.reduce(
    (most, piece) => Math.max(most, piece[piece.length - 1] ?? most),
    Number.NEGATIVE_INFINITY,
  );
}
