/** Seconds in pieces, each ascending: the days of a slice, joined without being copied or sorted again. */
export type Pieces = readonly Int32Array[];

/**
 * The value that a share `p` of all does not exceed when some are still waiting (Kaplan and Meier 1958): the same as
 * `medianWithWaiting` says for a half, and without anybody waiting the same as `percentile_disc`. Null where too many
 * wait to say so. `cuts` are how long those have waited so far, ascending. Between two cuts the product over everybody
 * who was answered is one fraction, so the cost is that of the cuts and of one search by rank.
 */
export function quantile(pieces: Pieces, cuts: readonly number[], p: number): number | null {
  return quantiles(pieces, cuts, [p])[0] ?? null;
}

/** The same for several shares at once, ascending: each goes on where the one before was found. */
export function quantiles(
  pieces: Pieces,
  cuts: readonly number[],
  shares: readonly number[],
): Array<number | null> {
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const rise = climb(pieces);
  const found: Array<number | null> = [];
  let surviving = 1;
  let ended = 0;
  for (let cut = 0; ; ) {
    const atRisk = total - ended + (cuts.length - cut);
    const until = cuts[cut];
    const upTo = until === undefined ? total : rise(until);
    while (found.length < shares.length) {
      const goal = 1 - shares[found.length]! + 1e-12;
      // After so many more answers no more than `goal` are left.
      let needed = Math.max(0, Math.ceil(atRisk * (1 - goal / surviving)));
      while (needed > 0 && surviving * ((atRisk - needed + 1) / atRisk) <= goal) needed--;
      while (needed <= upTo - ended && surviving * ((atRisk - needed) / atRisk) > goal) needed++;
      if (needed > upTo - ended || upTo <= ended) break;
      found.push(valueAt(pieces, ended + Math.max(1, needed)));
    }
    if (found.length === shares.length || until === undefined) break;
    surviving *= (atRisk - (upTo - ended)) / atRisk;
    ended = upTo;
    while (cuts[cut] === until) cut++;
  }
  return shares.map((_, at) => found[at] ?? null);
}

/**
 * How many are at most a value, asked of values that ascend: each piece is gone on with from where it was left, in steps
 * that double. What comes next in each stands in one list, since most pieces have nothing for most of thousands who wait.
 */
function climb(pieces: Pieces): (value: number) => number {
  const places = new Int32Array(pieces.length);
  const nexts = Float64Array.from(pieces, (piece) => piece[0] ?? Number.POSITIVE_INFINITY);
  let count = 0;
  return (value) => {
    for (let at = 0; at < nexts.length; at++) {
      if (nexts[at]! > value) continue;
      const piece = pieces[at]!;
      const from = places[at]!;
      let [low, step] = [from, 1];
      while (low + step <= piece.length && piece[low + step - 1]! <= value) {
        low += step;
        step *= 2;
      }
      const place = low + upTo(piece, value, low, Math.min(piece.length, low + step));
      places[at] = place;
      nexts[at] = piece[place] ?? Number.POSITIVE_INFINITY;
      count += place - from;
    }
    return count;
  };
}

/**
 * The value of a rank, from 1: found by halving the range of values, so nothing is sorted. With it the part of each piece
 * in which the value can lie is halved.
 */
export function valueAt(pieces: Pieces, rank: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    low = Math.min(low, piece[0]!);
    high = Math.max(high, piece[piece.length - 1]!);
  }
  let begins = new Int32Array(pieces.length);
  let ends = Int32Array.from(pieces, (piece) => piece.length);
  let places = new Int32Array(pieces.length);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    let count = 0;
    for (let at = 0; at < places.length; at++) {
      const begin = begins[at]!;
      const place = begin + upTo(pieces[at]!, middle, begin, ends[at]!);
      places[at] = place;
      count += place;
    }
    if (count >= rank) {
      high = middle;
      [ends, places] = [places, ends];
    } else {
      low = middle + 1;
      [begins, places] = [places, begins];
    }
  }
  return low;
}

/** How many are at most `value`. */
export function countUpTo(pieces: Pieces, value: number): number {
  let count = 0;
  for (const piece of pieces) count += upTo(piece, value, 0, piece.length);
  return count;
}

/** How many of those from one place to another are at most `value`. */
function upTo(piece: Int32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (piece[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - from;
}

/** The largest; minus infinity of nothing. */
export function largest(pieces: Pieces): number {
  return pieces.reduce(
    (most, piece) => Math.max(most, piece[piece.length - 1] ?? most),
    Number.NEGATIVE_INFINITY,
  );
}
