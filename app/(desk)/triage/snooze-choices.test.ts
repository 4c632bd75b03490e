import { expect, test } from "vitest";
import { snoozeChoices } from "./snooze-choices";

test("tomorrow is nine in the morning where the desk is", () => {
  const choices = snoozeChoices(new Date("2026-11-24T11:06:00Z"), "Europe/Paris");
  expect(at(choices, "tomorrow")).toBe("2026-11-25T08:00:00.000Z");
  expect(at(choices, "monday")).toBe("2026-11-30T08:00:00.000Z");
});

test("nine in the morning stays nine when the clocks change in between", () => {
  const choices = snoozeChoices(new Date("2026-03-28T11:00:00Z"), "Europe/Paris");
  expect(at(choices, "tomorrow")).toBe("2026-03-29T07:00:00.000Z");
});

test("late in the evening UTC the desk in Tokyo already has the next day", () => {
  const choices = snoozeChoices(new Date("2026-11-23T22:00:00Z"), "Asia/Tokyo");
  expect(at(choices, "tomorrow")).toBe("2026-11-25T00:00:00.000Z");
});

test("the same morning is offered once", () => {
  const monday = snoozeChoices(new Date("2026-11-23T11:00:00Z"), "Europe/Paris");
  expect(monday.map((choice) => choice.name)).toEqual(["threeHours", "tomorrow", "threeDays", "monday"]);
});

function at(choices: ReturnType<typeof snoozeChoices>, name: string): string | undefined {
  return choices.find((choice) => choice.name === name)?.at.toISOString();
}
