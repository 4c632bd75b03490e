import { expect, test } from "vitest";
import { fullestHour } from "./fullest-hour";
import { isWorthOpening } from "./read-staffing";

const at = (hour: number, hoursNeeded: number | null, staffed: number) => ({
  weekday: 0,
  hour,
  arrivals: 1,
  hoursNeeded,
  open: 1,
  staffed,
  medianWait: null,
  answers: 0,
});

test("the fullest hour is the one with the largest share of what is staffed, not the busiest", () => {
  const found = fullestHour([at(9, 0.6, 4), at(18, 0.3, 1), at(22, 5, 0)]);
  expect(found).toMatchObject({ hour: { hour: 18 }, share: 0.3 });
  expect(fullestHour([at(22, 5, 0)])).toBeNull();
  expect(fullestHour([at(9, null, 2)])).toBeNull();
});

test("an hour is only recommended where at least five write a week and twenty of them had an answer", () => {
  expect(isWorthOpening({ open: 0, answers: 20, arrivals: 5 })).toBe(true);
  expect(isWorthOpening({ open: 0, answers: 40, arrivals: 1.5 })).toBe(false);
  expect(isWorthOpening({ open: 0, answers: 19, arrivals: 6 })).toBe(false);
  expect(isWorthOpening({ open: 1, answers: 200, arrivals: 9 })).toBe(false);
});
