import { expect, test } from "vitest";
import { rhythmOf } from "./rhythm";
import { limitsOf, scoresOf, segmentOf } from "./segments";

const day = 86_400_000;
const now = Date.parse("2026-11-23T09:42:00Z");
const ago = (...days: number[]) => days.map((each) => now - each * day);

test("Henrik ordered filters every 19 days, and now it is 64", () => {
  const henrik = rhythmOf(ago(64, 83, 102, 121, 140, 159, 178), 24, now);
  expect(Math.round(henrik?.daysSince ?? 0)).toBe(64);
  expect(henrik?.hasStopped).toBe(true);
});

test("what is said is what they did, not what is expected of them", () => {
  const claire = rhythmOf(ago(20, 60, 100, 140, 180, 220), 19, now);
  expect(claire?.ownDays).toBeCloseTo(40, 5);
  expect(claire?.usualDays).toBeCloseTo(34, 5);
});

test("somebody who orders twice a year is not lost after two months", () => {
  expect(rhythmOf(ago(64, 240, 420), 24, now)?.hasStopped).toBe(false);
});

test("one purchase, or two, have no rhythm", () => {
  expect(rhythmOf(ago(400), 24, now)).toBeNull();
  expect(rhythmOf(ago(400, 420), 24, now)).toBeNull();
});

test("an order sent in three parcels on one day is one order", () => {
  const parts = [0, 0.1, 0.2].map((part) => now - (100 - part) * day);
  expect(rhythmOf(parts, 24, now)).toBeNull();
});

test("little of their own is pulled to what is usual in the house", () => {
  const quick = rhythmOf(ago(20, 21, 22), 60, now);
  expect(quick?.usualDays).toBeCloseTo((2 + 120) / 4, 5);
});

test("customers fall into fifths, and a word says which", () => {
  const all = Array.from({ length: 100 }, (_, n) => ({
    recencyDays: n + 1,
    orders: 100 - n,
    value: 10 * n + 1,
  }));
  const limits = limitsOf(all);
  expect(scoresOf({ recencyDays: 1, orders: 100, value: 1 }, limits)).toEqual({
    recency: 5,
    frequency: 5,
    value: 1,
  });
  expect(segmentOf({ recencyDays: 2, orders: 99, value: 950 }, limits)).toBe("best");
  expect(segmentOf({ recencyDays: 2, orders: 1, value: 5 }, limits)).toBe("new");
  expect(segmentOf({ recencyDays: 99, orders: 95, value: 950 }, limits)).toBe("slipping");
  expect(segmentOf({ recencyDays: 99, orders: 2, value: 5 }, limits)).toBe("lost");
});
