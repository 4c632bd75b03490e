import { expect, test } from "vitest";
import { secondsOf, unitOf } from "./duration";

test("two and a half hours are that with a comma and with a point, and never twenty-five", () => {
  expect(secondsOf({ amount: "2,5", unit: "h" })).toBe(9_000);
  expect(secondsOf({ amount: "2.5", unit: "h" })).toBe(9_000);
  expect(secondsOf({ amount: " 1 000 ", unit: "min" })).toBe(60_000);
  expect(secondsOf({ amount: "0,25", unit: "h" })).toBe(900);
});

test("what is no length of time, or could be two, is refused", () => {
  for (const amount of ["", "four", "-1", "1,000", "1.2.3", "2h", "1e3", "0", "10001", "0,01"])
    expect([amount, secondsOf({ amount, unit: "min" })]).toEqual([amount, null]);
});

test("a length is said in the largest unit that makes it whole", () => {
  expect([900, 7_200, 9_000, 3 * 86_400].map(unitOf)).toEqual(["min", "h", "min", "d"]);
});
