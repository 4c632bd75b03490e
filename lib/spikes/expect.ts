/** Counts of one series, one for each whole hour, the oldest first; `flagged` hours belong to an earlier spike. */
export type Series = { counts: readonly number[]; flagged: readonly boolean[] };

export type Expected = {
  mean: number;
  /** See tailOf. */
  dispersion: number;
};

/** So much less does a week weigh than the one after it. */
const forgetting = 0.75;
const weeksBack = 12;
const week = 168;
/** The last day is left out: a spike that builds up must not explain itself. */
const blindHours = 24;
const levelHours = 14 * 24;
/** What the level of the last two weeks counts for, in hours of the same kind. */
const levelWeight = 0.5;

/** What is usual at the hour with index `at`, from what came before it. Null with less than fourteen days. */
export function expectedAt(series: Series, at: number): Expected | null {
  if (at < levelHours) return null;
  const mean = meanAt(series, at);
  return { mean, dispersion: dispersionAt(series, at) };
}

/** By hour of the week, neighbours at half weight, pulled a little to the level of the last fourteen days. */
export function meanAt(series: Series, at: number): number {
  return meanWith(series, at, levelBefore(series, at));
}

function meanWith(series: Series, at: number, level: Level): number {
  let sum = 0;
  let weight = 0;
  for (let back = 1, share = 1; back <= weeksBack && at - back * week >= 0; back++, share *= forgetting) {
    for (const [beside, part] of beside3) {
      const index = at - back * week + beside;
      if (index < 0 || index > at - blindHours || series.flagged[index]) continue;
      sum += series.counts[index]! * share * part;
      weight += share * part;
    }
  }
  const usual = level.hours === 0 ? 0 : level.sum / level.hours;
  return (sum + levelWeight * usual) / (weight + levelWeight);
}

const beside3 = [
  [-1, 0.5],
  [0, 1],
  [1, 0.5],
] as const;

/** What the hours from fourteen days to one day before came to. */
type Level = { sum: number; hours: number };

function levelBefore(series: Series, at: number): Level {
  const level = { sum: 0, hours: 0 };
  for (let index = at - levelHours; index < at - blindHours; index++) count(series, index, 1, level);
  return level;
}

function count(series: Series, index: number, times: 1 | -1, level: Level): void {
  if (index < 0 || series.flagged[index]) return;
  level.sum += times * series.counts[index]!;
  level.hours += times;
}

/**
 * By the method of moments over the four weeks before, the recent ones weighing more, kept between 0.02 and 2. Every hour
 * counts: of every eleventh alone one loud hour made it three times too large, and bursts were seen late.
 */
function dispersionAt(series: Series, at: number): number {
  let beyond = 0;
  let squared = 0;
  let index = at - blindHours - 1;
  const level = levelBefore(series, index);
  for (; index >= Math.max(week, at - 4 * week); index--) {
    if (!series.flagged[index]) {
      const mean = meanWith(series, index, level);
      const share = forgetting ** ((at - index) / week);
      beyond += share * ((series.counts[index]! - mean) ** 2 - mean);
      squared += share * mean ** 2;
    }
    // The window of the hour before.
    count(series, index - blindHours - 1, -1, level);
    count(series, index - levelHours - 1, 1, level);
  }
  return squared === 0 ? 2 : Math.min(2, Math.max(0.02, beyond / squared));
}
