import { expect, test } from "vitest";
import { reportFilter, reportQuery, sliceBefore, sliceOf } from "./report-filter";

test("thirteen weeks are twelve whole ones and the running one, from a Monday", () => {
  const slice = sliceOf(reportFilter({}), "2026-11-18");
  expect([slice.from, slice.to]).toEqual(["2026-08-24", "2026-11-19"]);
});

test("days of one's own end with the last day that is named", () => {
  const slice = sliceOf(reportFilter({ from: "2026-10-01", to: "2026-10-31" }), "2026-11-18");
  expect([slice.from, slice.to]).toEqual(["2026-10-01", "2026-11-01"]);
});

test("Mondays are compared with Mondays, before and a year ago", () => {
  const slice = sliceOf(reportFilter({}), "2026-11-18");
  const weekday = (day: string) => new Date(day).getUTCDay();
  const [before, year] = [sliceBefore(slice, "before"), sliceBefore(slice, "year")];
  expect([before.from, before.to]).toEqual(["2026-05-25", "2026-08-20"]);
  expect(weekday(year.from)).toBe(weekday(slice.from));
  expect(year.from).toBe("2025-08-25");
});

test("an address says what is unusual, and reads the same again", () => {
  const address = {
    from: "2026-10-01",
    to: "2026-10-31",
    channel: "01940000-0000-7000-8000-000000000001",
    clock: "wall",
    compare: "year",
  };
  const filter = reportFilter(address);
  expect(Object.fromEntries(new URLSearchParams(reportQuery(filter)))).toEqual(address);
  const odd = [
    "0000-01-01",
    "0001-01-01",
    "1899-12-31",
    "2026-02-30",
    "9999-12-31",
    "+275760-09-13",
    "-000001-01-01",
  ];
  for (const day of odd)
    for (const days of [
      { from: day, to: "2026-10-31" },
      { from: "2026-10-01", to: day },
      { from: day, to: day },
    ])
      expect(reportQuery(reportFilter(days)), day).toBe("");
  expect(reportQuery(reportFilter({ weeks: "7", brand: "x", clock: "moon", from: "2026-99-99" }))).toBe("");
});
