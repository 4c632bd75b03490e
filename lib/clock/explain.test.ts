import fc from "fast-check";
import { expect, test } from "vitest";
import { businessSeconds } from "./business";
import { explain } from "./explain";
import type { Schedule } from "./schedule";

const day: [string, string][] = [["09:00", "18:00"]];
const shop: Schedule = {
  zone: "Europe/Paris",
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  exceptions: [
    { date: "2026-05-01", intervals: [], name: "Fête du travail" },
    { date: "2026-12-24", intervals: [["09:00", "16:00"]], name: "Réveillon" },
  ],
};

test("a mail at 17:58 on a Friday, answered on Monday at 9:04, waited 6 minutes of opening hours and 63 hours of wall time", () => {
  const told = explain(shop, at("2026-11-20T17:58+01:00"), at("2026-11-23T09:04+01:00"));
  expect(told.businessSeconds).toBe(6 * 60);
  expect(Math.round(told.wallSeconds / 3600)).toBe(63);
  expect(told.counted).toEqual([
    { from: at("2026-11-20T17:58+01:00"), to: at("2026-11-20T18:00+01:00"), seconds: 120, exception: null },
    { from: at("2026-11-23T09:00+01:00"), to: at("2026-11-23T09:04+01:00"), seconds: 240, exception: null },
  ]);
});

test("a holiday in between is named, and so are the special hours of a day", () => {
  const may = explain(shop, at("2026-04-30T17:00+02:00"), at("2026-05-04T10:00+02:00"));
  expect(may.closed).toEqual([{ date: "2026-05-01", name: "Fête du travail" }]);
  const eve = explain(shop, at("2026-12-24T08:00+01:00"), at("2026-12-24T20:00+01:00"));
  expect(eve.counted.map(({ seconds, exception }) => [seconds, exception])).toEqual([
    [7 * 3600, "Réveillon"],
  ]);
});

test("a working day far from Greenwich is one stretch, though UTC turns its day in the middle of it", () => {
  const sydney: Schedule = { ...shop, zone: "Australia/Sydney", exceptions: [] };
  const told = explain(sydney, at("2026-11-23T06:00+11:00"), at("2026-11-23T20:00+11:00"));
  expect(told.counted.map(({ seconds }) => seconds)).toEqual([9 * 3600]);
});

test("nobody waited before the beginning", () => {
  expect(explain(shop, at("2026-11-23T10:00Z"), at("2026-11-23T09:00Z"))).toMatchObject({
    counted: [],
    businessSeconds: 0,
    wallSeconds: 0,
  });
});

test("the stretches add up to what the clock says, in order and apart", () => {
  const moment = fc.integer({ min: Date.parse("2025-01-01Z"), max: Date.parse("2027-12-31Z") });
  const zone = fc.constantFrom("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Pacific/Auckland");
  fc.assert(
    fc.property(zone, moment, fc.integer({ min: 0, max: 40 * 86_400_000 }), (name, from, length) => {
      const schedule = { ...shop, zone: name };
      const [a, b] = [new Date(from), new Date(from + length)];
      const told = explain(schedule, a, b);
      expect(told.businessSeconds).toBeCloseTo(businessSeconds(schedule, a, b), 3);
      for (const [index, one] of told.counted.entries()) {
        expect(one.from.getTime()).toBeLessThan(one.to.getTime());
        const before = told.counted[index - 1];
        if (before) expect(before.to.getTime()).toBeLessThan(one.from.getTime());
      }
    }),
  );
});

function at(text: string): Date {
  return new Date(text);
}
