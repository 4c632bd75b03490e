import { expect, test } from "vitest";
import { countedLength } from "./counting";

test.each([
  ["", 0],
  ["Bonjour à tous", 14],
  ["👨‍👩‍👧 e\u0301", 3],
  ["see https://example.com", 27],
  ["see https://marmelune.example/a/very/long/address?with=a&query=too now", 31],
  ["(https://marmelune.example/pots)", 25],
  ["https://marmelune.example/wiki/Pot_(cuisine) is long", 31],
  ["Look: https://marmelune.example/pots.", 30],
  ["http://a.example and https://b.example", 51],
  ["é e\u0301a\u0301 abc\r\ndef né", 15],
  ["https://grå.org/ idag", 28],
  ["https://慕田峪长城.网址/ x", 25],
  ["xhttps://example.com", 20],
  ["https://localhost/x", 19],
  ["example.com counts as written", 29],
  ["hi @bob@example.com", 7],
  ["hi @bob", 7],
  ["mail bob@example.com", 20],
  ["@a@b.example @c@d.example!", 6],
])("%j counts as Mastodon counts it", (text, length) => {
  expect(countedLength(text)).toBe(length);
});

test("an instance may count links otherwise", () => {
  expect(countedLength("https://marmelune.example/pots", { charactersPerUrl: 10 })).toBe(10);
});

test("counting a very long hostile text takes no time", () => {
  const started = process.cpuUsage();
  for (const piece of ["@a.", "https://a.", "@a@", "https://a.b/(", "a-"]) countedLength(piece.repeat(5000));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
});
