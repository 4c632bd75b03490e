import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addBusiness, businessSeconds, isOpen, nextOpening } from "./business";
import { type Interval, type Schedule, scheduleSchema, weekdays } from "./schedule";

const MINUTE = 60_000;
const DAY = 86_400_000;
const zones = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"] as const;

/** UTC days around which the clocks change in one of the zones, and an ordinary one. */
const anchors = [
  "2026-03-29",
  "2026-10-25",
  "2026-03-08",
  "2026-11-01",
  "2026-04-05",
  "2026-10-04",
  "2026-07-15",
];

const shop: Schedule = {
  zone: "Europe/Paris",
  week: {
    mon: [
      ["09:00", "12:30"],
      ["13:30", "18:00"],
    ],
    tue: [
      ["09:00", "12:30"],
      ["13:30", "18:00"],
    ],
    wed: [
      ["09:00", "12:30"],
      ["13:30", "18:00"],
    ],
    thu: [
      ["09:00", "12:30"],
      ["13:30", "18:00"],
    ],
    fri: [
      ["09:00", "12:30"],
      ["13:30", "18:00"],
    ],
    sat: [],
    sun: [],
  },
  exceptions: [
    { date: "2026-05-01", intervals: [], name: "Fête du travail" },
    { date: "2026-12-24", intervals: [["09:00", "16:00"]], name: "Réveillon" },
  ],
};
const always = withWeek("Europe/Paris", [["00:00", "24:00"]]);
const never = withWeek("Europe/Paris", []);

describe("between two moments", () => {
  test("a Friday evening to a Monday morning counts only the open part", () => {
    expect(businessSeconds(shop, paris("2026-11-20T17:30"), paris("2026-11-23T09:10"))).toBe(40 * 60);
  });

  test("the lunch break does not count", () => {
    expect(businessSeconds(shop, paris("2026-11-18T12:00"), paris("2026-11-18T14:00"))).toBe(3600);
  });

  test("a public holiday is closed and special hours replace those of the week", () => {
    expect(businessSeconds(shop, paris("2026-05-01T00:00"), paris("2026-05-02T00:00"))).toBe(0);
    expect(businessSeconds(shop, paris("2026-12-24T00:00"), paris("2026-12-25T00:00"))).toBe(7 * 3600);
  });

  test("the days of daylight saving have 23 and 25 hours", () => {
    expect(businessSeconds(always, paris("2026-03-29T00:00"), paris("2026-03-30T00:00"))).toBe(23 * 3600);
    expect(businessSeconds(always, paris("2026-10-25T00:00"), paris("2026-10-26T00:00"))).toBe(25 * 3600);
  });

  test("an hour that does not exist is worth nothing, one that comes twice is worth two", () => {
    const night = withWeek("Europe/Paris", [["02:00", "03:00"]]);
    expect(businessSeconds(night, paris("2026-03-29T00:00"), paris("2026-03-30T00:00"))).toBe(0);
    expect(businessSeconds(night, paris("2026-10-25T00:00"), paris("2026-10-26T00:00"))).toBe(2 * 3600);
  });

  test("a day that a country skipped has no hours", () => {
    const samoa = withWeek("Pacific/Apia", [["09:00", "17:00"]]);
    const from = new Date("2011-12-29T00:00:00-10:00");
    expect(businessSeconds(samoa, from, new Date("2012-01-01T00:00:00+14:00"))).toBe(2 * 8 * 3600);
  });

  test("agrees with a clock read minute by minute", () => {
    fc.assert(
      fc.property(
        schedules(),
        moments(),
        fc.integer({ min: 0, max: 3 * 1440 }),
        (schedule, start, length) => {
          const end = start + length * MINUTE;
          const openings = readMinutes(schedule, start, end);
          const slow = openings.filter(Boolean).length * 60;
          expect(businessSeconds(schedule, new Date(start), new Date(end))).toBe(slow);
          const next = openings.indexOf(true);
          if (next >= 0)
            expect(nextOpening(schedule, new Date(start))).toEqual(new Date(start + next * MINUTE));
          if (openings.length > 0) expect(isOpen(schedule, new Date(start))).toBe(openings[0]);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  test("two neighbouring stretches add up, in any order and to the millisecond", () => {
    fc.assert(
      fc.property(schedules(), farMoments(), farMoments(), farMoments(), (schedule, a, b, c) => {
        const seconds = (from: number, to: number) =>
          Math.round(businessSeconds(schedule, new Date(from), new Date(to)) * 1000);
        expect(seconds(a, b) + seconds(b, c)).toBe(seconds(a, c));
      }),
    );
  });
});

describe("adding", () => {
  test("an hour from a Friday at 17:30 is due on Monday at 09:30", () => {
    expect(addBusiness(shop, paris("2026-11-20T17:30"), 3600)).toEqual(paris("2026-11-23T09:30"));
  });

  test("what fits to the minute is due at closing time, not at the next opening", () => {
    expect(addBusiness(shop, paris("2026-11-20T17:30"), 1800)).toEqual(paris("2026-11-20T18:00"));
  });

  test("is the inverse of measuring, and no earlier moment would do", () => {
    fc.assert(
      fc.property(
        schedules(),
        farMoments(),
        fc.integer({ min: 1, max: 90 * 86_400 }),
        (schedule, start, seconds) => {
          const due = addBusiness(schedule, new Date(start), seconds);
          if (due === null) return;
          expect(businessSeconds(schedule, new Date(start), due)).toBe(seconds);
          const earlier = new Date(due.getTime() - 1);
          expect(businessSeconds(schedule, new Date(start), earlier)).toBeLessThan(seconds);
        },
      ),
    );
  });

  test("nothing to add is due at once, a schedule that never opens never", () => {
    const now = paris("2026-11-21T10:00");
    expect(addBusiness(never, now, 0)).toEqual(now);
    expect(addBusiness(never, now, 1)).toBeNull();
    expect(nextOpening(never, now)).toBeNull();
    const once = {
      ...never,
      exceptions: [{ date: "2026-12-01", intervals: [interval("10:00", "10:30")], name: "" }],
    };
    expect(addBusiness(once, now, 1800)).toEqual(paris("2026-12-01T10:30"));
    expect(addBusiness(once, now, 1801)).toBeNull();
  });
});

describe("what may be stored", () => {
  test("opening hours until midnight are fine, backwards, overlapping and unknown ones are not", () => {
    expect(scheduleSchema.safeParse(withWeek("Asia/Kathmandu", [["22:00", "24:00"]])).success).toBe(true);
    for (const wrong of [
      withWeek("Europe/Atlantis", []),
      withWeek("Europe/Paris", [["10:00", "09:00"]]),
      withWeek("Europe/Paris", [
        ["09:00", "12:00"],
        ["11:00", "13:00"],
      ]),
      withWeek("Europe/Paris", [["9:00", "25:00"]]),
      { ...never, exceptions: [{ date: "2026-02-30", intervals: [], name: "" }] },
      { ...shop, exceptions: [shop.exceptions[0], shop.exceptions[0]] },
    ]) {
      expect(scheduleSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

/** The slow way: what the wall clock shows at every minute, by another library than the one under test. */
function readMinutes(schedule: Schedule, start: number, end: number): boolean[] {
  const open: boolean[] = [];
  for (let moment = start; moment < end; moment += MINUTE) {
    const wall = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(schedule.zone);
    const date = wall.toPlainDate().toString();
    const time = wall.toPlainTime().toString().slice(0, 5);
    const special = schedule.exceptions.find((each) => each.date === date);
    const intervals = special ? special.intervals : schedule.week[weekdays[wall.dayOfWeek - 1]!];
    open.push(intervals.some(([opens, closes]) => time >= opens && time < closes));
  }
  return open;
}

function schedules(): fc.Arbitrary<Schedule> {
  const day = fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
    .map((quarters) => [...quarters].sort((a, b) => a - b).map(quarterHour))
    .map((times) => pairs(times));
  const exceptions = fc.uniqueArray(
    fc.record({ date: fc.constantFrom(...anchors), intervals: day, name: fc.constant("") }),
    { selector: (each) => each.date, maxLength: 3 },
  );
  return fc.record({
    zone: fc.constantFrom(...zones),
    week: fc.record({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
    exceptions,
  });
}

/** Whole minutes within two days of a change of the clocks. */
function moments(): fc.Arbitrary<number> {
  return fc
    .tuple(fc.constantFrom(...anchors), fc.integer({ min: -2 * 1440, max: 1440 }))
    .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE);
}

/** Any millisecond of some years. */
function farMoments(): fc.Arbitrary<number> {
  const centre = Date.parse("2026-06-01T00:00:00Z");
  return fc.integer({ min: centre - 900 * DAY, max: centre + 900 * DAY });
}

function quarterHour(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
}

function pairs(times: string[]): Interval[] {
  const list: Interval[] = [];
  for (let index = 0; index + 1 < times.length; index += 2) list.push([times[index]!, times[index + 1]!]);
  return list;
}

function withWeek(zone: string, day: Interval[]): Schedule {
  return {
    zone,
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
    exceptions: [],
  };
}

function interval(opens: string, closes: string): Interval {
  return [opens, closes];
}

function paris(local: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Paris").epochMilliseconds);
}
