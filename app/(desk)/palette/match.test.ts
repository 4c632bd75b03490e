import { expect, test } from "vitest";
import { match } from "./match";

test("letters are found in their order, whatever their case and accents", () => {
  expect(match("Inès Carpentier", "ines")?.places).toEqual([0, 1, 2, 3]);
  expect(match("Étiquette", "etiq")?.places).toEqual([0, 1, 2, 3]);
  expect(match("Resolve", "rv")).not.toBeNull();
  expect(match("Resolve", "vr")).toBeNull();
});

test("beginnings of words win", () => {
  expect(match("Mettre en sommeil", "mes")?.places).toEqual([0, 7, 10]);
  expect(match("Take next", "tn")?.places).toEqual([0, 5]);
});

test("letters in a row win over letters far apart", () => {
  const close = match("Snooze", "sno")?.score ?? 0;
  const apart = match("Assign to me now", "sno")?.score ?? 0;
  expect(close).toBeGreaterThan(apart);
});

test("spaces in what was typed do not matter, and nothing typed fits everything", () => {
  expect(match("Assign to me", "as me")).not.toBeNull();
  expect(match("Assign to me", "  ")).toEqual({ score: 0, places: [] });
});

test("a long text with many repeats is read quickly", () => {
  const begun = performance.now();
  expect(match("a".repeat(400), `${"a".repeat(30)}b`)).toBeNull();
  expect(performance.now() - begun).toBeLessThan(100);
});
