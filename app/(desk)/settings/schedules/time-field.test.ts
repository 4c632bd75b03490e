import { expect, test } from "vitest";
import { readTime } from "./time-field";

test.each([
  ["9", "09:00"],
  ["9h30", "09:30"],
  ["930", "09:30"],
  ["18 h", "18:00"],
  ["24:00", "24:00"],
  ["24:30", null],
  ["7:75", null],
  ["noon", null],
])("%s is %s", (text, time) => {
  expect(readTime(text)).toBe(time);
});
