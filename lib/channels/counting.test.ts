import { expect, test } from "vitest";
import { type Counting, countings, lengthBy } from "./counting";
import { registry } from "./registry";

function by(counting: Counting, text: string, names: string[] = []): number {
  return lengthBy(counting, { text, names, max: null });
}

test("a family, a flag and an accent are one sign to who reads, and more to some networks", () => {
  const text = "👩‍👩‍👧🇫🇷é";
  expect(by("graphemes", text)).toBe(3);
  expect(by("characters", text)).toBe(8);
  expect(by("utf16", text)).toBe(13);
  expect(by("bytes", text)).toBe(28);
});

test("a link costs 23 where the network shortens it, and what it is elsewhere", () => {
  const link = `https://marmelune.example/${"a".repeat(60)}`;
  expect(by("graphemes_links_23", `See ${link}`)).toBe(27);
  expect(by("graphemes", `See ${link}`)).toBe(90);
});

test("what leaves is counted: marks are gone, whoever must be named is named", () => {
  expect(by("graphemes", "**Sorry**")).toBe(5);
  expect(by("graphemes", "Sorry", ["@benok"])).toBe(12);
  expect(by("graphemes", "Sorry @benok", ["@benok"])).toBe(12);
});

test("a pasted book is too long at once, by every rule", () => {
  const book = "é👩‍👩‍👧 ".repeat(30_000);
  const from = process.cpuUsage();
  for (const counting of countings) {
    expect(lengthBy(counting, { text: book, names: [], max: 500 })).toBeGreaterThan(500);
  }
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(1_000);
});

test("every channel that has a limit names how it counts", () => {
  for (const channel of Object.values(registry)) expect(countings).toContain(channel.can.counting);
});
