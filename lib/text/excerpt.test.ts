import { expect, test } from "vitest";
import { excerpt, isolated } from "./excerpt";

test("the first words on one line", () => {
  expect(excerpt("Bonjour,\n\nma bouilloire   fuit.")).toBe("Bonjour, ma bouilloire fuit.");
});

test("it is cut at a word", () => {
  const words = excerpt("The mixer came in pieces and the wedding is on Saturday, please help me", 40);
  expect(words).toBe("The mixer came in pieces and the…");
  expect(words.length).toBeLessThanOrEqual(40);
});

test("right-to-left text is isolated, and overrides do nothing", () => {
  expect(excerpt("שלום, the kettle")).toBe("\u2068שלום, the kettle\u2069");
  expect(isolated("Ben\u202Eevil")).toBe("Benevil");
});

test("a megabyte costs no more than its first words", () => {
  const started = process.cpuUsage();
  expect(excerpt(`${" ".repeat(1_000_000)}x`)).toBe("");
  expect(excerpt("a".repeat(1_000_000))).toHaveLength(140);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
});
