import { expect, test } from "vitest";
import { fits, triggerAt } from "./trigger";

test("a semicolon at the start of a word asks for saved replies, with what follows", () => {
  expect(triggerAt("Bonjour ;ref", 12, [";"])).toEqual({ sign: ";", query: "ref", from: 8, to: 12 });
  expect(triggerAt(";", 1, [";"])).toMatchObject({ query: "" });
  expect(triggerAt(";broken on arr", 14, [";"])).toMatchObject({ query: "broken on arr" });
});

test("punctuation asks for nothing", () => {
  expect(triggerAt("mot ; suite", 6, [";"])).toBeNull();
  expect(triggerAt("mot; suite", 4, [";"])).toBeNull();
  expect(triggerAt("write to salma@marmelune", 24, ["@"])).toBeNull();
});

test("an at sign asks for a colleague, first and last name, accents and all", () => {
  expect(triggerAt("see @Inès Carp", 14, ["@"])).toMatchObject({ query: "Inès Carp", from: 4 });
  expect(triggerAt("(@", 2, ["@"])).toMatchObject({ query: "" });
  expect(fits("ines car", "Inès Carpentier")).toBe(true);
  expect(fits("car", "Oscar")).toBe(false);
});

test("a long text before the caret costs nothing", () => {
  const text = `${"x".repeat(200_000)} ;ref`;
  const from = performance.now();
  expect(triggerAt(text, text.length, [";", "@"])?.query).toBe("ref");
  expect(performance.now() - from).toBeLessThan(20);
});
