/** Counts of one series, one for each whole hour, the oldest first; `flagged` hours belong to an earlier spike. */
export type Series = { counts: readonly number[]; flagged: readonly boolean[] };

export type Expected = {
  mean: number;
  /** See tailOf: of one hour, of two running as one sum, and of three. */
  dispersions: readonly [number, number, number];
};

/** So much less does a week weigh than the one after it. */
const forgetting = 0.75;
const weeksBack = 12;
const week = 168;
/** The last day is left out: a spike that builds up must not explain itself. */
const blindHours = 24;
export const levelHours = 14 * 24;
/** What the level of the last two weeks counts for, in hours of the same kind. */
const levelWeight = 0.5;

/** What is usual at the hour with index `at`, from what came before it. Null with less than fourteen days. */
export function expectedAt(series: Series, at: number): Expected | null {
  if (at < levelHours) return null;
  return { mean: meanAt(series, at), dispersions: dispersionsAt(series, at) };
}

/** By hour of the week, neighbours at half weight, pulled a little to the level of the last fourteen days. */
export function meanAt(series: Series, at: number): number {
  return meanWith(series, at, levelBefore(series, at)).mean;
}

/** `spread`: how far the mean itself may be off by chance, as a share of the variance of one hour. */
type Mean = { mean: number; spread: number };

function meanWith(series: Series, at: number, level: Level): Mean {
  let sum = 0;
  let weight = 0;
  let squares = 0;
  for (let back = 1, share = 1; back <= weeksBack && at - back * week >= 0; back++, share *= forgetting) {
    for (const [beside, part] of beside3) {
      const index = at - back * week + beside;
      if (index < 0 || index > at - blindHours || series.flagged[index]) continue;
      sum += series.counts[index]! * share * part;
      weight += share * part;
      squares += (share * part) ** 2;
    }
  }
  const usual = level.hours === 0 ? 0 : level.sum / level.hours;
  const whole = weight + levelWeight;
  return { mean: (sum + levelWeight * usual) / whole, spread: squares / whole ** 2 };
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

/** The means of hours side by side share what they come from: of sums of two and of three they are off by more. */
const spreadOfSum = [1, 5 / 3, 2] as const;

/**
 * By the method of moments over the four weeks before, the recent ones weighing more, kept between 0.02 and 2. Every hour
 * counts: of every eleventh alone one loud hour made it three times too large, and bursts were seen late. Sums of hours
 * are measured as sums: where hours rise and fall by themselves their sum is less dispersed than each, where together, as much.
 */
function dispersionsAt(series: Series, at: number): [number, number, number] {
  const beyond: [number, number, number] = [0, 0, 0];
  const squared: [number, number, number] = [0, 0, 0];
  /** Counts and means of the hours after `index`, the nearest first. */
  let after: Array<{ count: number; mean: number }> = [];
  let index = at - blindHours - 1;
  const level = levelBefore(series, index);
  for (; index >= Math.max(week, at - 4 * week); index--) {
    if (series.flagged[index]) after = [];
    else {
      const { mean, spread } = meanWith(series, index, level);
      const share = forgetting ** ((at - index) / week);
      after = [{ count: series.counts[index]!, mean }, ...after.slice(0, 2)];
      const sum = { count: 0, mean: 0 };
      for (const [n, hour] of after.entries()) {
        sum.count += hour.count;
        sum.mean += hour.mean;
        const variance = (sum.count - sum.mean) ** 2 / (1 + spread * spreadOfSum[n]!);
        beyond[n]! += share * (variance - sum.mean);
        squared[n]! += share * sum.mean ** 2;
      }
    }
    // The window of the hour before.
    count(series, index - blindHours - 1, -1, level);
    count(series, index - levelHours - 1, 1, level);
  }
  const kept = (n: 0 | 1 | 2) => (squared[n] === 0 ? 2 : Math.min(2, Math.max(0.02, beyond[n] / squared[n])));
  return [kept(0), kept(1), kept(2)];
}
