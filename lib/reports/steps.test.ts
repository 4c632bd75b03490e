import { expect, test } from "vitest";
import { addDays, mondayIs0 } from "./steps";

test("the weekday of every day from 1899 on is the one that a calendar says", () => {
  const wrong: string[] = [];
  for (let day = "1899-12-20"; day < "2200-02-01"; day = addDays(day, 1))
    if (!Object.is(mondayIs0(day), (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)) wrong.push(day);
  expect(wrong).toEqual([]);
});
