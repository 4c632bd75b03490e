import { expect, test } from "vitest";
import { sayMoments } from "./failure-moments";
import { failureSentence } from "./failure-words";

const now = new Date("2026-11-23T12:00:00Z");
const reader = { language: "en", zone: "Europe/Paris", now } as const;

test("a moment in a failure is said on the reader's wall clock, with its day when that is far", () => {
  expect(sayMoments({ at: "2026-11-23T13:20:00.000Z" }, reader)).toEqual({ at: "14:20" });
  expect(sayMoments({ at: "2026-11-25T13:20:00Z" }, reader)).toEqual({ at: "25 Nov, 14:20" });
  expect(sayMoments({ at: "2026-11-25T13:20:00Z" }, { ...reader, language: "fr" }).at).toContain("25 nov");
  expect(sayMoments({ host: "2026.example", status: 503 }, reader)).toEqual({
    host: "2026.example",
    status: 503,
  });
});

test("a failure without a sentence of its own still says something, in both languages", () => {
  expect(failureSentence({ code: "no.such", params: {} }, reader)).toContain("no.such");
  expect(failureSentence({ code: "no.such", params: {} }, { ...reader, language: "fr" })).toContain(
    "no.such",
  );
  expect(failureSentence({ code: "timeout", params: { seconds: 20 } }, reader)).toContain("20 seconds");
});
