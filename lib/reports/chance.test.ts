import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceOf, type Sample } from "./chance";

test("five that were all shorter than five others are hardly chance", () => {
  const found = chanceOf(of([1, 2, 3, 4, 5]), of([6, 7, 8, 9, 10]));
  // z = -25 / √91.67 without a correction for continuity.
  expect(found?.isLonger).toBe(false);
  expect(found?.chance).toBeCloseTo(0.009, 3);
});

test("the same waits twice say nothing", () => {
  expect(chanceOf(of([3, 5, 9]), of([9, 3, 5]))?.chance).toBeCloseTo(1, 6);
  expect(chanceOf(of([4, 4]), of([4]))).toBeNull();
  expect(chanceOf(of([]), of([1, 2]))).toBeNull();
});

test("leaving the longest unanswered does not make a week look shorter", () => {
  const before = of(minutes(40));
  const open = of(minutes(20), minutes(60).slice(20));
  expect(chanceOf(of(minutes(20)), before)?.isLonger).toBe(false);
  expect(chanceOf(open, before)?.isLonger).toBe(true);
});

test("says the same as holding everybody against everybody", () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 25 });
  fc.assert(
    fc.property(seconds, seconds, seconds, seconds, (a, b, c, d) => {
      const [one, other] = [of(a, b), of(c, d)];
      const slow = plain(a, b, c, d);
      const found = chanceOf(one, other);
      if (slow === null) {
        expect(found).toBeNull();
        return;
      }
      expect(Math.abs(normal(slow) - (found?.chance ?? Number.NaN))).toBeLessThan(2e-6);
      if (slow !== 0) expect(found?.isLonger).toBe(slow > 0);
    }),
    { numRuns: 300 },
  );
});

test("where nothing has changed, one comparison in twenty is called a change, and no more", () => {
  const random = numbers(7);
  const draw = (n: number) =>
    Array.from({ length: n }, () => Math.round(Math.exp(random() * 4 + random() * 3) * 60));
  let called = 0;
  for (let round = 0; round < 1_000; round++) {
    const found = chanceOf(of(draw(60), draw(6)), of(draw(90), draw(9)));
    if (found && found.chance < 0.05) called++;
  }
  expect(called).toBeGreaterThan(25);
  expect(called).toBeLessThan(75);
});

function of(ended: number[], waiting: number[] = []): Sample {
  return { ended: [Int32Array.from(ended).sort()], waiting };
}

function minutes(n: number): number[] {
  return Array.from({ length: n }, (_, at) => (at + 1) * 60);
}

/** By every pair: z, or null. */
function plain(a: number[], b: number[], c: number[], d: number[]): number | null {
  const all = [
    ...a.map((time) => ({ time, open: false, mine: true })),
    ...b.map((time) => ({ time, open: true, mine: true })),
    ...c.map((time) => ({ time, open: false, mine: false })),
    ...d.map((time) => ({ time, open: true, mine: false })),
  ];
  const isLess = (x: (typeof all)[0], y: (typeof all)[0]) =>
    !x.open && (y.open ? y.time >= x.time : y.time > x.time);
  const each = all.map((x) => all.reduce((sum, y) => sum + Number(isLess(y, x)) - Number(isLess(x, y)), 0));
  const size = a.length + b.length;
  if (size === 0 || size === all.length) return null;
  const squares = each.reduce((sum, one) => sum + one * one, 0);
  const variance = (size * (all.length - size) * squares) / (all.length * (all.length - 1));
  if (variance === 0) return null;
  return each.slice(0, size).reduce((sum, one) => sum + one, 0) / Math.sqrt(variance);
}

/** The two tails of the normal distribution, summed in small steps. */
function normal(z: number): number {
  const steps = 4_000;
  const high = 9;
  const low = Math.abs(z);
  if (low >= high) return 0;
  const width = (high - low) / steps;
  let sum = 0;
  for (let at = 0; at < steps; at++) {
    const x = low + (at + 0.5) * width;
    sum += Math.exp((-x * x) / 2) * width;
  }
  return Math.min(1, (2 * sum) / Math.sqrt(2 * Math.PI));
}

/** The same numbers each time (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
