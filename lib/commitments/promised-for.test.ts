import { expect, test } from "vitest";
import { promisedFor } from "./promised-for";

test("a promise for a day is that day of the house, whatever the zone of whoever reads it", () => {
  const endOfFriday = new Date("2026-11-27T22:59:59Z");
  expect(promisedFor({ at: endOfFriday, isDay: true }, "Europe/Paris")).toBe("2026-11-27");
  expect(promisedFor({ at: endOfFriday, isDay: true }, "Asia/Tokyo")).toBe("2026-11-28");
});

test("hours that end at midnight end the day before, and an hour that was said is shown with it", () => {
  const midnight = new Date("2026-11-27T23:00:00Z");
  expect(promisedFor({ at: midnight, isDay: true }, "Europe/Paris")).toBe("2026-11-27");
  expect(promisedFor({ at: midnight, isDay: false }, "Europe/Paris")).toBe("2026-11-28T00:00");
  expect(promisedFor({ at: new Date("2026-11-27T17:00:00Z"), isDay: false }, "Europe/Paris")).toBe(
    "2026-11-27T18:00",
  );
});
