import fc from "fast-check";
import { expect, test } from "vitest";
import { shareChance } from "./share-chance";

test("a tea taster who names all eight cups is right by chance once in thirty-five times, both ways counted", () => {
  expect(shareChance({ hits: 4, n: 4 }, { hits: 0, n: 4 })).toBeCloseTo(2 / 70, 10);
  expect(shareChance({ hits: 3, n: 4 }, { hits: 1, n: 4 })).toBeCloseTo(34 / 70, 10);
});

test("equal shares are always chance, and of nothing nothing is said", () => {
  expect(shareChance({ hits: 50, n: 100 }, { hits: 50, n: 100 })).toBeCloseTo(1, 6);
  expect(shareChance({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull();
});

test("it does not matter which of the two came first, and it lies between 0 and 1", () => {
  const share = fc.nat(60).chain((n) => fc.record({ hits: fc.nat(n), n: fc.constant(n) }));
  fc.assert(
    fc.property(share, share, (one, other) => {
      const chance = shareChance(one, other);
      const turned = shareChance(other, one);
      if (one.n === 0 || other.n === 0) expect([chance, turned]).toEqual([null, null]);
      else {
        expect(chance).toBeCloseTo(turned ?? 2, 9);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
    }),
  );
});
