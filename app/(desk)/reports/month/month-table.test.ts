import { expect, test } from "vitest";
import type { Board } from "@/lib/reports/read-board";
import type { Times } from "@/lib/reports/slice";
import { monthTable } from "./month-table";

const times = (n: number, median: number | null): Times => ({
  n,
  median,
  atLeast: null,
  p90: median === null ? null : median * 3,
  waiting: { n: 0, oldestSince: null },
  answeredOnly: { median, p90: median },
  closed: 0,
});

function board(n: number): Board {
  const share = { hits: n, n, low: null, high: null };
  return {
    first: times(n, 3600),
    resolution: times(n, 7200),
    targets: { hits: n / 2, n },
    leaks: 3,
    promises: { hits: 4, n: 5 },
    satisfaction: {
      satisfied: share,
      answered: share,
      verdicts: { satisfied: n, partly: 0, unsatisfied: 0 },
    },
    received: n,
    opened: n,
    answered: n,
  };
}

test("the file of a month has plain numbers with what they rest on, nothing under twenty, and each reason in all three months", () => {
  const names = { en: "Delivery", fr: "Livraison" };
  const late = { id: "l", names: { en: "late", fr: "en retard" }, n: 7 };
  const now = { themes: [{ id: "d", names, n: 30, below: [late] }], said: 60, unsaid: 4 };
  const none = { themes: [], said: 0, unsaid: 0 };
  const table = monthTable(
    { t: (key: string) => key, language: "fr" },
    {
      names: ["novembre", "octobre", "novembre 2025"],
      boards: [board(40), board(10), board(0)],
      reasons: [now, none, none],
    },
  );
  expect(table.columns).toHaveLength(7);
  const cells = table.rows.map((row) => row.cells);
  expect(cells.every((row) => row.length === 7)).toBe(true);
  expect(cells).toContainEqual(["rows.first (s)", 3600, 40, null, 10, null, 0]);
  expect(cells).toContainEqual(["rows.targets", 0.5, 40, null, 10, null, 0]);
  expect(cells).toContainEqual(["reasons: Livraison", 30, 60, 0, 0, 0, 0]);
  expect(cells).toContainEqual(["reasons: Livraison › en retard", 7, 60, 0, 0, 0, 0]);
});
