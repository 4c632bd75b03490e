import { expectedAt, levelHours, meanAt, type Series } from "./expect";
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
 * Is the whole hour with index `at` part of a spike? One hour, or two or three together, that chance brings once in
 * 10,000, or two hours running of once in 1,000 each. With many series at once (thirty topics) `rarity` is 1e-5, so that
 * looking at more does not alarm more.
 */
export function spikeAt(series: Series, at: number, rarity = 1e-4): Spike | null {
  const seen = series.counts[at] ?? 0;
  const now = expectedAt(series, at);
  if (now === null) return seen >= atFirst ? { hours: 1, seen, expected: null } : null;
  const one = { hours: 1, seen, expected: now.mean } as const;
  if (isRare(one, now.dispersions[0], rarity)) return one;
  if (at - 2 < levelHours) return null;
  const last = series.counts[at - 1]!;
  const lastMean = meanAt(series, at - 1);
  const two = { hours: 2, seen: seen + last, expected: now.mean + lastMean } as const;
  if (isRare(two, now.dispersions[1], rarity)) return two;
  const each = [
    { seen, expected: now.mean },
    { seen: last, expected: lastMean },
  ];
  if (
    each.every((hour) => hour.seen >= 3 && tailOf(hour.seen, hour.expected, now.dispersions[0]) < rarity * 10)
  ) {
    return two;
  }
  const earlier = meanAt(series, at - 2);
  const three = {
    hours: 3,
    seen: two.seen + series.counts[at - 2]!,
    expected: two.expected + earlier,
  } as const;
  return isRare(three, now.dispersions[2], rarity) ? three : null;
}

function isRare(
  { seen, expected }: { seen: number; expected: number },
  dispersion: number,
  rarity: number,
): boolean {
  return seen >= 5 && tailOf(seen, expected, dispersion) < rarity;
}
