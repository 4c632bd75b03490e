import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Schedule } from "@/lib/clock/schedule";
import { wilson } from "@/lib/reports/wilson";
import { daysLate, readDue, showAtOf } from "./due";
import { keptOf, mayDo, outcomeOf, stateAfter } from "./outcome";

const day: [string, string][] = [
  ["09:00", "12:30"],
  ["13:30", "18:00"],
];
const hours: Schedule = {
  zone: "Europe/Paris",
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [["09:00", "12:00"]], sun: [] },
  exceptions: [
    { date: "2026-12-24", intervals: [["09:00", "16:00"]], name: "Réveillon" },
    { date: "2026-12-25", intervals: [], name: "Noël" },
  ],
};
/** Tuesday 24 November 2026, 10:06 in Paris. */
const where = { now: new Date("2026-11-24T09:06:00Z"), zone: "Europe/Paris", hours };

const dates: Array<[words: string, wall: string | null, isDay?: boolean]> = [
  ["friday", "2026-11-27 18:00", true],
  ["by friday", "2026-11-27 18:00", true],
  ["saturday", "2026-11-28 12:00", true],
  ["sunday", "2026-11-29 23:59", true],
  ["demain", "2026-11-25 18:00", true],
  ["demain avant midi", "2026-11-25 12:00", false],
  ["demain matin", "2026-11-25 12:00", false],
  ["tomorrow at 14:30", "2026-11-25 14:30", false],
  ["sous 48 heures", "2026-11-26 10:06", false],
  ["in 3 days", "2026-11-27 18:00", true],
  ["24 december", "2026-12-24 16:00", true],
  ["2026-12-24", "2026-12-24 16:00", true],
  ["2026-12-25", "2026-12-25 23:59", true],
  ["today", "2026-11-24 18:00", true],
  ["2026-11-27T08:00:00+01:00", "2026-11-27 08:00", false],
  ["2026-11-23", null],
  ["2026-02-30", null],
  ["2026-11-24T08:00:00Z", null],
  ["soon", null],
  ["", null],
];

for (const [words, wall, isDay] of dates)
  test(`"${words}" is due ${wall ?? "never"}`, () => {
    const due = readDue(words, where);
    expect(due && wallOf(due.at)).toBe(wall);
    if (due) expect(due.isDay).toBe(isDay);
  });

test("a day said by a customer elsewhere is their day, and ends with our opening hours of it", () => {
  // 23:30 of the 24th in Montréal is the 25th in Paris: their "tomorrow" is the 25th.
  const late = { now: new Date("2026-11-25T04:30:00Z"), zone: "America/Montreal", hours };
  expect(wallOf(readDue("tomorrow", late)!.at)).toBe("2026-11-25 18:00");
});

test("a promise shows from the opening of the last open day before its day", () => {
  const made = paris("2026-11-24 10:06");
  expect(wallOf(showAtOf(paris("2026-11-27 18:00"), hours, made))).toBe("2026-11-26 09:00");
  expect(wallOf(showAtOf(paris("2026-11-30 18:00"), hours, made))).toBe("2026-11-28 09:00");
  expect(wallOf(showAtOf(paris("2026-12-28 18:00"), hours, made))).toBe("2026-12-26 09:00");
  expect(wallOf(showAtOf(paris("2026-11-28 00:00"), hours, made))).toBe("2026-11-26 09:00");
});

test("made the day before it shows at the next opening, due the same day half-way", () => {
  const made = paris("2026-11-24 10:00");
  expect(wallOf(showAtOf(paris("2026-11-25 18:00"), hours, made))).toBe("2026-11-25 09:00");
  expect(wallOf(showAtOf(paris("2026-11-24 18:00"), hours, made))).toBe("2026-11-24 14:00");
  expect(wallOf(showAtOf(paris("2026-11-25 08:00"), hours, made))).toBe("2026-11-24 21:00");
});

test("it never shows before it was made nor after it is due", () => {
  for (const made of ["2026-11-20 17:00", "2026-11-22 12:00", "2026-12-24 15:59"])
    for (const length of [1, 60, 600, 2000, 5000, 20_000]) {
      const madeAt = paris(made);
      const due = new Date(madeAt.getTime() + length * 60_000);
      const shown = showAtOf(due, hours, madeAt).getTime();
      expect(shown).toBeGreaterThanOrEqual(madeAt.getTime());
      expect(shown).toBeLessThanOrEqual(due.getTime());
    }
});

test("lateness is counted in days on the wall, one at least", () => {
  expect(daysLate(paris("2026-11-27 18:00"), paris("2026-11-29 09:00"), "Europe/Paris")).toBe(2);
  expect(daysLate(paris("2026-11-27 18:00"), paris("2026-11-27 19:00"), "Europe/Paris")).toBe(1);
});

test("only what is open or broken can be kept, moved or withdrawn, only what is settled opened again", () => {
  for (const state of ["open", "broken"] as const)
    for (const deed of ["keep", "move", "withdraw", "hand_over"] as const)
      expect(mayDo(state, deed)).toBe(true);
  for (const state of ["kept", "withdrawn"] as const) {
    expect(mayDo(state, "reopen")).toBe(true);
    expect(mayDo(state, "break")).toBe(false);
    expect(mayDo(state, "keep")).toBe(false);
  }
  expect(mayDo("broken", "break")).toBe(false);
  expect(stateAfter("reopen", { state: "kept", wasBroken: true })).toBe("broken");
  expect(stateAfter("move", { state: "broken", wasBroken: true })).toBe("open");
});

test("kept late counts as broken, and moving a broken one does not launder it", () => {
  const dueAt = paris("2026-11-27 18:00");
  const one = { state: "kept", dueAt, closedAt: paris("2026-11-27 17:00"), brokenAt: null } as const;
  expect(outcomeOf(one)).toBe("kept");
  expect(outcomeOf({ ...one, closedAt: paris("2026-11-29 17:00") })).toBe("kept_late");
  expect(outcomeOf({ ...one, brokenAt: paris("2026-11-20 18:00") })).toBe("kept_late");
  expect(keptOf({ kept: 3, kept_late: 1, broken: 1 })).toEqual({ kept: 3, n: 5 });
  expect(keptOf({ kept: 0, kept_late: 0, broken: 0 })).toBeNull();
});

test("the interval is the one in the books", () => {
  // Newcombe (1998), table I: 81 of 263, and 0 of 20.
  expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4);
  expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4);
  expect(wilson(0, 20).low).toBe(0);
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
});

function wallOf(at: Date): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO("Europe/Paris");
  return wall.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}

function paris(wall: string): Date {
  return new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime("Europe/Paris").epochMilliseconds);
}
