import { expect, test } from "vitest";
import { apart, axis, ticksShown } from "./axis";

const hour = 3_600;

test("times begin at nought and go on in steps that people count in", () => {
  expect(axis(6.5 * hour, "seconds")).toEqual({ top: 8 * hour, ticks: [0, 2, 4, 6, 8].map((n) => n * hour) });
  expect(axis(50 * 60, "seconds").ticks).toEqual([0, 15, 30, 45, 60].map((n) => n * 60));
  expect(axis(0, "seconds").ticks[0]).toBe(0);
});

test("nothing reaches over the upper edge by more than a hair", () => {
  for (let seconds = 1; seconds < 4_000_000; seconds = Math.ceil(seconds * 1.17)) {
    const { top, ticks } = axis(seconds, "seconds");
    expect(top).toBeGreaterThanOrEqual(seconds * 0.97);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});

test("shares go to all of it, counts to a round number", () => {
  expect(axis(0.2, "share").top).toBe(1);
  expect(axis(187, "count").ticks).toEqual([0, 50, 100, 150, 200]);
});

test("the last place always has its words", () => {
  expect(ticksShown(13, 640).at(-1)).toBe(12);
  expect(ticksShown(13, 200)).toEqual([2, 7, 12]);
  expect(ticksShown(0, 640)).toEqual([]);
});

test("names that would lie over each other move apart, and never below the edge", () => {
  expect(apart([20, 22, 80], 15, 200)).toEqual([20, 35, 80]);
  expect(apart([190, 195], 15, 200)).toEqual([185, 200]);
});
