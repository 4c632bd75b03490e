import { expect, test } from "vitest";
import { bandOf, withHeadings } from "./bands";

test("danger, pins and what we opened ourselves stand under headings of their own, the others under their band", () => {
  const headings = [0, 1, 2, 3, 4].map((lane) => bandOf({ lane, band: "today" }));
  expect(headings).toEqual(["danger", "first", "today", "later", "outreach"]);
});

test("each heading comes once and counts its rows, a row kept in place among them", () => {
  const rows = [
    { lane: 1, band: "calm" } as const,
    { lane: 2, band: "now" } as const,
    { lane: 2, band: "today" } as const,
    { lane: 2, band: "now" } as const,
  ];
  const headings = withHeadings(rows).filter((entry) => entry.type === "heading");
  expect(headings).toEqual([
    { type: "heading", band: "first", count: 1 },
    { type: "heading", band: "now", count: 1 },
    { type: "heading", band: "today", count: 2 },
  ]);
});
