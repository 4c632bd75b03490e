import fc from "fast-check";
import { expect, test } from "vitest";
import { percentile } from "./percentile";
import { countUpTo, quantile, quantiles } from "./quantile";
import { medianWithWaiting } from "./with-waiting";

const seconds = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
const days = fc.array(seconds, { maxLength: 6 });

test("the median over days that were never put together is that of the plain estimator", () => {
  fc.assert(
    fc.property(days, seconds, (ended, waiting) => {
      const cuts = [...waiting].sort((a, b) => a - b);
      const median = quantile(pieces(ended), cuts, 0.5);
      expect(median).toBe(medianWithWaiting(ended.flat(), waiting).median);
      expect(quantiles(pieces(ended), cuts, [0.5, 0.9])).toEqual([
        median,
        quantile(pieces(ended), cuts, 0.9),
      ]);
    }),
    { numRuns: 2_000 },
  );
});

test("with nobody waiting every share is a percentile that was measured", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(0.1, 0.5, 0.75, 0.9, 0.99, 1), (ended, p) => {
      const sorted = ended.flat().sort((a, b) => a - b);
      expect(quantile(pieces(ended), [], p)).toBe(percentile(sorted, p));
    }),
    { numRuns: 2_000 },
  );
});

test("how many are at most a value is what counting says", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -1, max: 61 }), (ended, value) => {
      expect(countUpTo(pieces(ended), value)).toBe(ended.flat().filter((one) => one <= value).length);
    }),
  );
});

function pieces(ended: number[][]): Int32Array[] {
  return ended.map((day) => Int32Array.from(day).sort());
}
