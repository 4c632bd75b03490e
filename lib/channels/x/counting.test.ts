import { expect, test } from "vitest";
import { weighedLength } from "./counting";

test("plain letters weigh one, also with accents however they are composed", () => {
  expect(weighedLength("Bonjour à tous")).toBe(14);
  expect(weighedLength("Bonjour a\u0300 tous")).toBe(14);
  expect(weighedLength("Привет")).toBe(6);
});

test("a link weighs 23 whatever its length, with or without its scheme; what ends the sentence is no part of it", () => {
  const long = `https://marmelune.example/${"a".repeat(200)}?b=c`;
  expect(weighedLength(long)).toBe(23);
  expect(weighedLength(`See ${long}.`)).toBe(28);
  expect(weighedLength("marmelune.com/garantie")).toBe(23);
});

test("letters of the east and emoji weigh two, a family of emoji too", () => {
  expect(weighedLength("鍋が割れた")).toBe(10);
  expect(weighedLength("👍")).toBe(2);
  expect(weighedLength("👨‍👩‍👧‍👦🇫🇷")).toBe(4);
  expect(weighedLength("“fine” – 1’")).toBe(11);
});
