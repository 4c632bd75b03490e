import { expect, test } from "vitest";
import type { Schedule } from "@/lib/clock/schedule";
import { firstResponseDue } from "./due";

const weekdaysNineToFive: Schedule = {
  zone: "Europe/Paris",
  week: {
    mon: [["09:00", "17:00"]],
    tue: [["09:00", "17:00"]],
    wed: [["09:00", "17:00"]],
    thu: [["09:00", "17:00"]],
    fri: [["09:00", "17:00"]],
    sat: [],
    sun: [],
  },
  exceptions: [],
};

test("a mail of Friday evening with a target of two hours is due on Monday at eleven", () => {
  const due = firstResponseDue(new Date("2026-11-20T19:02:00+01:00"), 7200, weekdaysNineToFive);
  expect(due).toEqual(new Date("2026-11-23T11:00:00+01:00"));
});

test("nobody waiting, or no target, means nothing is due", () => {
  expect(firstResponseDue(null, 7200, weekdaysNineToFive)).toBeNull();
  expect(firstResponseDue(new Date(), null, weekdaysNineToFive)).toBeNull();
});
