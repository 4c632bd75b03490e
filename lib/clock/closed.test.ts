import { expect, test } from "vitest";
import { closedBetween } from "./closed";
import type { Schedule } from "./schedule";

const nine: [string, string][] = [["09:00", "18:00"]];
const schedule: Schedule = {
  zone: "Europe/Paris",
  week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] },
  exceptions: [],
};
const texts = (from: string, to: string) =>
  closedBetween(schedule, new Date(from), new Date(to)).map(
    (one) => `${one.from.toISOString()} ${one.to.toISOString()}`,
  );

test("over a weekend nobody is there from Friday evening to Monday morning", () => {
  expect(texts("2026-11-20T16:00:00Z", "2026-11-23T09:00:00Z")).toEqual([
    "2026-11-20T17:00:00.000Z 2026-11-23T08:00:00.000Z",
  ]);
});

test("inside the opening hours there is nothing, and outside it begins and ends with the question", () => {
  expect(texts("2026-11-20T09:00:00Z", "2026-11-20T10:00:00Z")).toEqual([]);
  expect(texts("2026-11-21T09:00:00Z", "2026-11-21T10:00:00Z")).toEqual([
    "2026-11-21T09:00:00.000Z 2026-11-21T10:00:00.000Z",
  ]);
  expect(texts("2026-11-20T10:00:00Z", "2026-11-20T09:00:00Z")).toEqual([]);
});
