import { expect, test } from "vitest";
import { spikeAt } from "./detect";
import { expectedAt } from "./expect";
import { tailOf } from "./tail";

const hours = 8 * 168;

test("the tail of a negative binomial is what its sum says, and of many small steps too", () => {
  // By the sum of its terms through log-gamma.
  expect(tailOf(10, 4, 0.1)).toBeCloseTo(0.0232919, 6);
  expect(tailOf(0, 4, 0.1)).toBe(1);
  expect(tailOf(5, 0, 0.1)).toBe(0);
  expect(tailOf(200, 4, 0.02)).toBeLessThan(1e-30);
  expect(tailOf(2, 400, 0.02)).toBeCloseTo(1, 9);
});

test("an evening that is loud every week is expected to be loud", () => {
  const series = weekly((hour) => (hour % 168 === 20 ? 40 : 2));
  expect(expectedAt(series, 7 * 168 + 20)?.mean).toBeGreaterThan(15);
  expect(expectedAt(series, 7 * 168 + 60)?.mean).toBeLessThan(3);
});

test("nineteen where four are usual is a spike, in the words of the screen", () => {
  const series = weekly(() => 4);
  const at = hours - 1;
  const counts = series.counts.with(at, 19);
  const spike = spikeAt({ ...series, counts }, at);
  expect(spike).toMatchObject({ hours: 1, seen: 19 });
  expect(spike?.expected).toBeCloseTo(4, 5);
});

test("seven where four are usual is chance", () => {
  const series = weekly(() => 4);
  expect(spikeAt({ ...series, counts: series.counts.with(hours - 1, 7) }, hours - 1)).toBeNull();
});

test("two hours running may each be less than one alone would need", () => {
  const series = weekly(() => 4);
  const counts = series.counts.with(hours - 1, 13).with(hours - 2, 13);
  expect(spikeAt({ ...series, counts }, hours - 1)?.hours).toBeGreaterThanOrEqual(1);
  expect(spikeAt({ ...series, counts: series.counts.with(hours - 1, 12) }, hours - 1)).toBeNull();
});

test("a burst that no hour shows alone is seen in the sum of two, in the words of both", () => {
  // Quiet and loud hours in turn: a single hour may well be eleven, two running come to eight.
  const series = weekly((hour) => (hour % 2 === 0 ? 1 : 7));
  const at = hours - 1;
  const counts = series.counts.with(at, 14).with(at - 1, 12);
  expect(expectedAt(series, at)?.dispersions[1]).toBeLessThan(expectedAt(series, at)!.dispersions[0]);
  expect(spikeAt({ ...series, counts }, at)).toMatchObject({ hours: 2, seen: 26 });
  expect(spikeAt({ ...series, counts: series.counts.with(at, 14) }, at)).toBeNull();
});

test("before there are two weeks to compare with, ten in an hour are a spike", () => {
  const counts = Array.from({ length: 50 }, () => 1);
  const flagged = counts.map(() => false);
  expect(spikeAt({ counts: counts.with(49, 10), flagged }, 49)).toEqual({
    hours: 1,
    seen: 10,
    expected: null,
  });
  expect(spikeAt({ counts: counts.with(49, 9), flagged }, 49)).toBeNull();
});

test("a flagged spike of last week does not make this week's expected", () => {
  const series = weekly(() => 4);
  const at = hours - 1;
  const counts = series.counts.with(at - 168, 90);
  const flagged = series.flagged.with(at - 168, true);
  expect(expectedAt({ counts, flagged }, at)?.mean).toBeCloseTo(4, 5);
  expect(expectedAt({ counts, flagged: series.flagged }, at)?.mean).toBeGreaterThan(10);
});

function weekly(countAt: (hour: number) => number) {
  const counts = Array.from({ length: hours }, (_, hour) => countAt(hour));
  return { counts, flagged: counts.map(() => false) };
}
