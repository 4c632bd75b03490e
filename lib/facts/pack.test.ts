import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, unpack } from "./pack";

test("what was packed comes out the same, down to the largest seconds there are", () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 2_147_483_647 }), { maxLength: 200 });
  fc.assert(
    fc.property(seconds, (values) => {
      const sorted = Int32Array.from(values).sort();
      expect([...unpack(pack(sorted))]).toEqual([...sorted]);
    }),
  );
});

test("a busy day takes little more than a byte for each answer", () => {
  const day = Int32Array.from({ length: 1_400 }, (_, at) => Math.floor(at ** 1.6)).sort();
  expect(pack(day).length).toBeLessThan(1_400 * 1.7);
});
