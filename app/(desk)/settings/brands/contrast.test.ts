import { expect, test } from "vitest";
import { contrast, grounds, leastContrast } from "./contrast";

test("black on white is 21, a colour on itself 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#a85e36", "#a85e36")).toBe(1);
});

test("Marmelune's copper can be seen by day and by night, pale yellow only by night", () => {
  expect(contrast("#a85e36", grounds.color)).toBeGreaterThan(leastContrast);
  expect(contrast("#cf825a", grounds.colorDark)).toBeGreaterThan(leastContrast);
  expect(contrast("#f5e9a0", grounds.color)).toBeLessThan(leastContrast);
  expect(contrast("#f5e9a0", grounds.colorDark)).toBeGreaterThan(leastContrast);
});
