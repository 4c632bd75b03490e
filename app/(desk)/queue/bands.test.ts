import { expect, test } from "vitest";
import { bandOf, withHeadings } from "./bands";

const now = Date.parse("2026-11-23T11:06:00Z");
const zone = "Europe/Paris";

test.each([
  ["late", "2026-11-23T10:00:00Z", "now"],
  ["within the hour", "2026-11-23T12:00:00Z", "now"],
  ["later the same day in Paris", "2026-11-23T22:30:00Z", "today"],
  ["after midnight in Paris, though the same day in UTC", "2026-11-23T23:30:00Z", "week"],
  ["in a month", "2026-12-23T12:00:00Z", "calm"],
  ["never", null, "calm"],
])("a row due %s", (_, dueAt, band) => {
  expect(bandOf({ pin: 0, dueAt }, now, zone)).toBe(band);
});

test("each heading comes once and counts its rows", () => {
  const rows = [
    { pin: -1, dueAt: null } as const,
    { pin: 0, dueAt: "2026-11-23T11:30:00Z" } as const,
    { pin: 0, dueAt: "2026-11-23T15:00:00Z" } as const,
    { pin: 0, dueAt: "2026-11-23T11:40:00Z" } as const,
  ];
  const headings = withHeadings(rows, now, zone).filter((entry) => entry.type === "heading");
  expect(headings).toEqual([
    { type: "heading", band: "first", count: 1 },
    { type: "heading", band: "now", count: 1 },
    { type: "heading", band: "today", count: 2 },
  ]);
});
