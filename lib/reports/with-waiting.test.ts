import fc from "fast-check";
import { expect, test } from "vitest";
import { percentile } from "./percentile";
import { medianWithWaiting } from "./with-waiting";

const minute = 60;

test("with nobody waiting it is the plain median, one that was measured", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (ended) => {
      const sorted = [...ended].sort((a, b) => a - b);
      expect(medianWithWaiting(ended, []).median).toBe(percentile(sorted, 0.5));
    }),
  );
});

test("leaving the slow ones open does not make a desk look quick", () => {
  const quick = [5, 6, 7, 8].map((n) => n * minute);
  expect(medianWithWaiting(quick, []).median).toBe(6 * minute);
  const slow = Array.from({ length: 6 }, () => 30 * 60 * minute);
  expect(medianWithWaiting(quick, slow)).toEqual({
    median: null,
    atLeast: 30 * 60 * minute,
    ended: 4,
    waiting: 6,
  });
});

test("who began to wait a moment ago says nothing yet", () => {
  const ended = [10, 20, 30, 40].map((n) => n * minute);
  expect(medianWithWaiting(ended, [1, 1, 1]).median).toBe(20 * minute);
});

test("of nothing nothing is said", () => {
  expect(medianWithWaiting([], [])).toEqual({ median: null, atLeast: null, ended: 0, waiting: 0 });
  expect(medianWithWaiting([], [90])).toMatchObject({ median: null, atLeast: 90 });
});

test("agrees with the estimator written out person by person", () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
  fc.assert(
    fc.property(seconds, seconds, (ended, waiting) => {
      expect(medianWithWaiting(ended, waiting).median).toBe(slowMedian(ended, waiting));
    }),
  );
});

/** For each moment in turn: of those who had waited at least so long, how many were answered just then? */
function slowMedian(ended: number[], waiting: number[]): number | null {
  let numerator = 1n;
  let denominator = 1n;
  for (let at = 0; at <= 60; at++) {
    const atRisk = [...ended, ...waiting].filter((each) => each >= at).length;
    const here = ended.filter((each) => each === at).length;
    if (here === 0) continue;
    numerator *= BigInt(atRisk - here);
    denominator *= BigInt(atRisk);
    if (numerator * 2n <= denominator) return at;
  }
  return null;
}

test("a percentile is what PostgreSQL's percentile_disc says", () => {
  expect([0.5, 0.9, 1].map((p) => percentile([1, 2, 3, 4], p))).toEqual([2, 4, 4]);
  expect(percentile([7], 0.1)).toBe(7);
  expect(percentile([], 0.5)).toBeNull();
});
