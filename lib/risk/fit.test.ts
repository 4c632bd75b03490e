import { expect, test } from "vitest";
import { trustIn } from "./fall-back";
import { type Exposure, exposuresOf, fitLevel, fitWeights, logLikelihood, nextVersion } from "./fit";
import { type Model, type Signal, shippedModel, signals } from "./model";

const nobody: Exposure["known"] = knowing([]);

test("a phase is cut where the clock of waiting changes, and the post falls into its last stretch", () => {
  const phase = { patience: "directMessage", waitingSince: 0, known: nobody } as const;
  const cut = exposuresOf(shippedModel, phase, 3 * 3_600_000, true);
  expect(cut.map(({ hours, posts }) => [hours, posts])).toEqual([
    [1, 0],
    [1, 0],
    [1, 1],
  ]);
});

test("one day without a post hardly moves the level, and a hundred times the posts moves it there", () => {
  const quiet = [{ known: nobody, stretch: 2, hours: 100, posts: 0 }];
  expect(fitLevel(shippedModel, shippedModel, quiet).levelPerHour).toBeCloseTo(1.3e-4, 5);
  const loud = [{ known: nobody, stretch: 2, hours: 1e6, posts: 13_000 }];
  expect(fitLevel(shippedModel, shippedModel, loud).levelPerHour).toBeGreaterThan(0.0125);
});

test("weights are left as they ship below a hundred posts", () => {
  expect(fitWeights(shippedModel, history(90, 3))).toBeNull();
});

test("weights move to what a desk sees, and stay finite where a signal is rare", () => {
  const fitted = fitWeights(shippedModel, history(4_000, 9));
  expect(Math.exp(fitted?.weights.complaint ?? 0)).toBeCloseTo(9, 0);
  for (const signal of signals) {
    expect(fitted?.weights[signal]).toBeGreaterThanOrEqual(0);
    expect(fitted?.weights[signal]).toBeLessThan(5);
  }
});

test("a version that explains the last four weeks worse is not taken", () => {
  const before = history(4_000, 40);
  const lastWeeks: Exposure[] = [
    { known: knowing(["complaint"]), stretch: 2, hours: 1e5, posts: 58 },
    { known: nobody, stretch: 2, hours: 9e5, posts: 117 },
  ];
  expect(nextVersion(shippedModel, shippedModel, before, lastWeeks)).toBe(shippedModel);
  const same = nextVersion(shippedModel, shippedModel, before, history(400, 40));
  expect(same.version).toBe(2);
  expect(logLikelihood(same, history(400, 40))).toBeGreaterThan(
    logLikelihood(shippedModel, history(400, 40)),
  );
});

test("the order is given up when the riskiest tenth of the waiting posts like everybody, and only after thirty posts", () => {
  expect(trustIn(shippedModel, history(200, 1)).hasFallenBack).toBe(true);
  expect(trustIn(shippedModel, history(20, 1)).hasFallenBack).toBe(false);
  expect(trustIn(shippedModel, history(200, 6)).hasFallenBack).toBe(false);
  expect(trustIn(shippedModel, [])).toEqual({ lift: null, posts: 0, hasFallenBack: false });
});

/** So many posts, the tenth of hours with a complaint posting `times` as often as the rest. */
function history(posts: number, times: number): Exposure[] {
  const complaints = (posts * times) / (times + 9);
  return [
    { known: knowing(["complaint"]), stretch: 2, hours: posts * 25, posts: complaints },
    { known: nobody, stretch: 2, hours: posts * 225, posts: posts - complaints },
  ];
}

function knowing(known: readonly Signal[]): Exposure["known"] {
  const weights: Model["weights"] = shippedModel.weights;
  const all: { [S in Signal]: boolean } = {
    complaint: false,
    threat: false,
    anger: false,
    urgent: false,
    unanswered: false,
    unansweredAgain: false,
    recoveryFailed: false,
    lapsed: false,
    publicProfile: false,
  };
  for (const signal of known) all[signal] = weights[signal] > 0;
  return all;
}
