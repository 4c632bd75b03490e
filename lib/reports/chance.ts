import type { Pieces } from "./quantile";

/** Seconds of those who were answered, in pieces, and of those who wait still. */
export type Sample = { ended: Pieces; waiting: readonly number[] };

/**
 * How often two samples of the same kind would differ as much as these, by chance alone; null without a difference to
 * speak of. Everybody of one is held against everybody of the other: who waited longer? Whoever still waits has waited
 * longer than anybody answered until then, and is undecided against the rest (Gehan 1965, variance after Mantel 1967).
 * With nobody waiting it is the test of Mann and Whitney (1947) with ties: it asks about the whole of the waits, not
 * only about their middle, and assumes nothing about their shape.
 */
export function chanceOf(one: Sample, other: Sample): { chance: number; isLonger: boolean } | null {
  const ended = sorted([...one.ended, ...other.ended]);
  const cuts = sorted([Int32Array.from(one.waiting), Int32Array.from(other.waiting)]);
  const size = one.ended.reduce((sum, piece) => sum + piece.length, 0) + one.waiting.length;
  const all = ended.length + cuts.length;
  if (size === 0 || size === all) return null;
  let squares = 0;
  scores(ended, cuts, ended, cuts, (score) => {
    squares += score * score;
  });
  let sum = 0;
  scores(sorted([...one.ended]), sorted([Int32Array.from(one.waiting)]), ended, cuts, (score) => {
    sum += score;
  });
  const variance = (size * (all - size) * squares) / (all * (all - 1));
  if (variance === 0) return null;
  return { chance: twoSided(Math.abs(sum) / Math.sqrt(variance)), isLonger: sum > 0 };
}

/** For each of some: how many of all certainly took less, minus how many certainly took more. */
function scores(
  ended: Int32Array,
  cuts: Int32Array,
  allEnded: Int32Array,
  allCuts: Int32Array,
  take: (score: number) => void,
): void {
  let [less, upTo, cut] = [0, 0, 0];
  for (const value of ended) {
    while (less < allEnded.length && allEnded[less]! < value) less++;
    while (upTo < allEnded.length && allEnded[upTo]! <= value) upTo++;
    while (cut < allCuts.length && allCuts[cut]! < value) cut++;
    take(less - (allEnded.length - upTo) - (allCuts.length - cut));
  }
  upTo = 0;
  for (const value of cuts) {
    while (upTo < allEnded.length && allEnded[upTo]! <= value) upTo++;
    take(upTo);
  }
}

function sorted(pieces: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all.sort();
}

/** The share of a normal distribution that lies farther out than `z` on both sides (Abramowitz and Stegun 7.1.26). */
function twoSided(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, poly * Math.exp(-x * x));
}
