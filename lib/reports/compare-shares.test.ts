import { expect, test } from "vitest";
import { shareDifference } from "./compare-shares";

test("lies where Newcombe's own example says", () => {
  // Newcombe 1998, table II: 56 of 70 against 48 of 80.
  const found = shareDifference({ hits: 56, n: 70 }, { hits: 48, n: 80 });
  expect(found.low).toBeCloseTo(0.0524, 3);
  expect(found.high).toBeCloseTo(0.3339, 3);
  expect(found.isChance).toBe(false);
});

test("41 of 44 and 38 of 44 can be chance", () => {
  expect(shareDifference({ hits: 41, n: 44 }, { hits: 38, n: 44 }).isChance).toBe(true);
});

test("stands at the edges too", () => {
  const found = shareDifference({ hits: 10, n: 10 }, { hits: 0, n: 20 });
  expect(found.low).toBeCloseTo(0.6791, 3);
  expect(found.high).toBe(1);
});
