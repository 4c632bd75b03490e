import { expect, test } from "vitest";
import { translator } from "@/app/_server/words";
import { reportWords } from "@/app/(desk)/reports/say";
import { monthSlices, shiftMonth } from "@/lib/reports/month-slices";
import type { TrendPoint } from "@/lib/reports/slice";
import { yearPoints } from "./year-points";

test("the year of a running month says so, opens each month's own days, and leaves a month of too few out", () => {
  const slices = monthSlices({ month: "2026-11-01", today: "2026-11-22", brandId: null });
  const months = Array.from({ length: 13 }, (_, at) =>
    point(shiftMonth(slices.yearAgo.from, at), { n: at === 5 ? 19 : at === 6 ? 0 : 40 }),
  );
  const points = yearPoints(
    { t: translator("fr", "reports.times"), words: reportWords("fr", "business", "Europe/Paris") },
    { months, slice: slices.month, isRunning: slices.isRunning },
  );
  expect(points.map(({ median }) => median)).toEqual(
    months.map((_, at) => (at === 5 || at === 6 ? null : 3_600)),
  );
  expect(points.at(0)).toMatchObject({
    name: "novembre 2025",
    href: "/reports/behind?from=2025-11-01&to=2025-11-30&figure=first_response%3Aanswered",
  });
  expect(points.at(5)).toMatchObject({ p90: null, said: expect.stringMatching(/^trop peu/) });
  expect(points.at(6)?.href).toBeNull();
  expect(points.at(-1)).toMatchObject({
    name: expect.stringMatching(/^novembre 2026, /),
    href: "/reports/behind?from=2026-11-01&to=2026-11-22&figure=first_response%3Aanswered",
  });
});

function point(from: string, { n }: { n: number }): TrendPoint {
  return {
    from,
    n,
    median: n === 0 ? null : 3_600,
    atLeast: null,
    p90: n === 0 ? null : 10_800,
    waiting: { n: 0, oldestSince: null },
    answeredOnly: { median: 3_600, p90: 10_800 },
    closed: 0,
  };
}
