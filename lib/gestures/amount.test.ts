import { expect, test } from "vitest";
import { majorOf, readAmount } from "./amount";

test("an amount is read as people write it, in the smallest unit", () => {
  expect(readAmount("40", "EUR")).toEqual({ minor: 4000 });
  expect(readAmount(" 12,5 ", "EUR")).toEqual({ minor: 1250 });
  expect(readAmount("1 000.05", "EUR")).toEqual({ minor: 100_005 });
  expect(readAmount("0", "EUR")).toEqual({ minor: 0 });
  expect(readAmount("4000", "JPY")).toEqual({ minor: 4000 });
  expect(majorOf(4000, "JPY")).toBe(4000);
});

test("more decimals than the currency has are refused, never rounded away", () => {
  expect(readAmount("0,001", "EUR")).toEqual({ problem: "decimals" });
  expect(readAmount("1,000", "EUR")).toEqual({ problem: "decimals" });
  expect(readAmount("40.5", "JPY")).toEqual({ problem: "decimals" });
});

test("what is no amount, or too large, is said so", () => {
  for (const text of ["", "-1", "much", "1.2.3", "1e9"])
    expect(readAmount(text, "EUR")).toEqual({ problem: "unread" });
  expect(readAmount("999999999999", "EUR")).toEqual({ problem: "most" });
  expect(readAmount("1000000", "EUR")).toEqual({ minor: 100_000_000 });
});
