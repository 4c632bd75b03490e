import { exposuresOfSpan, type Span } from "./history";
import type { Model } from "./model";
import { multiplierOf } from "./time-left";

/** People whose chance to post within a day of waiting lay between two borders: how many were said, how many came. */
export type CalibrationBand = {
  /** Chances for 24 hours of waiting, 0 to 1; `to` is 1 for the last. */
  from: number;
  to: number;
  /** Waiting phases that were in it for some time. */
  phases: number;
  hours: number;
  expected: number;
  seen: number;
  /** Where the true number lies with a chance of 95 %, by what was seen. */
  low: number;
  high: number;
};

export type Calibration = {
  bands: CalibrationBand[];
  expected: number;
  seen: number;
  low: number;
  high: number;
  /** Enough posts, and as many as the model says, as far as chance can tell. */
  isCalibrated: boolean;
};

/** Below this many linked posts no hour and no chance is called calibrated. */
export const postsToCalibrate = 30;

const borders = [0.005, 0.01, 0.02, 0.05, 1];

/** What a model said against what came, by band of risk. */
export function calibrationOf(model: Model, spans: readonly Span[]): Calibration {
  const bands = borders.map((to, index) => ({
    from: index === 0 ? 0 : borders[index - 1]!,
    to,
    phases: new Set<string>(),
    hours: 0,
    expected: 0,
    seen: 0,
  }));
  for (const span of spans) {
    for (const { stretch, hours, posts, known } of exposuresOfSpan(model, span)) {
      const perHour = model.levelPerHour * multiplierOf(model, known) * model.clock[stretch]!.multiplier;
      const inADay = -Math.expm1(-24 * perHour);
      const band = bands.find(({ to }) => inADay < to) ?? bands.at(-1)!;
      band.phases.add(`${span.conversationId} ${span.waitingSince}`);
      band.hours += hours;
      band.expected += perHour * hours;
      band.seen += posts;
    }
  }
  const expected = bands.reduce((sum, band) => sum + band.expected, 0);
  const seen = bands.reduce((sum, band) => sum + band.seen, 0);
  const [low, high] = poissonInterval(seen);
  return {
    bands: bands.map(({ phases, ...band }) => {
      const [bandLow, bandHigh] = poissonInterval(band.seen);
      return { ...band, phases: phases.size, low: bandLow, high: bandHigh };
    }),
    expected,
    seen,
    low,
    high,
    isCalibrated: seen >= postsToCalibrate && expected >= low && expected <= high,
  };
}

/** 95 % interval of a count, by Byar's approximation (Breslow & Day 1987, equation 2.9): within 1 % from 5 on. */
export function poissonInterval(count: number): [low: number, high: number] {
  const more = count + 1;
  const high = more * (1 - 1 / (9 * more) + 1.959964 / (3 * Math.sqrt(more))) ** 3;
  if (count === 0) return [0, 3.688879];
  const low = count * (1 - 1 / (9 * count) - 1.959964 / (3 * Math.sqrt(count))) ** 3;
  return [Math.max(0, low), high];
}
