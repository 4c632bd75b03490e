import { expect, test } from "vitest";
import { zoneName } from "./zone-name";

test("a zone is said as its place, or as its hours from UTC", () => {
  expect(["America/New_York", "Etc/GMT-11", "Etc/GMT+3", "Etc/UTC"].map(zoneName)).toEqual([
    "America/New York",
    "UTC+11",
    "UTC−3",
    "Etc/UTC",
  ]);
});
