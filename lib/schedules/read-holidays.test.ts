import { expect, test } from "vitest";
import { readHolidays } from "./read-holidays";

test("whole days are closed, also several in a row and those that come every year", () => {
  const { holidays, leftOut } = readHolidays(
    calendar(
      event("DTSTART;VALUE=DATE:20260501", "SUMMARY:Fête du travail"),
      event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY:Fermeture de Noël"),
      event("DTSTART;VALUE=DATE:20100714", "RRULE:FREQ=YEARLY", "SUMMARY:Fête nationale"),
      event("DTSTART:20260601T100000Z", "DTEND:20260601T110000Z", "SUMMARY:Réunion"),
      event("DTSTART;VALUE=DATE:20260608", "STATUS:CANCELLED", "SUMMARY:Annulé"),
    ),
    "2026-01-01",
    "2028-01-01",
  );
  expect(holidays).toEqual([
    { date: "2026-05-01", name: "Fête du travail" },
    { date: "2026-07-14", name: "Fête nationale" },
    { date: "2026-12-24", name: "Fermeture de Noël" },
    { date: "2026-12-25", name: "Fermeture de Noël" },
    { date: "2026-12-26", name: "Fermeture de Noël" },
    { date: "2027-07-14", name: "Fête nationale" },
  ]);
  expect(leftOut).toBe(2);
});

test("a moved holiday follows its rule: the last Monday in May", () => {
  const { holidays } = readHolidays(
    calendar(
      event("DTSTART;VALUE=DATE:20200525", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "SUMMARY:Memorial Day"),
    ),
    "2026-01-01",
    "2028-01-01",
  );
  expect(holidays.map(({ date }) => date)).toEqual(["2026-05-25", "2027-05-31"]);
});

test("one that repeats without an end, one that is broken, and a byte-order mark do no harm", () => {
  const daily = event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY", "SUMMARY:Endless");
  const broken = event("DTSTART;VALUE=DATE:notadate", "SUMMARY:Broken");
  const { holidays } = readHolidays(`\uFEFF${calendar(daily, broken)}`, "2026-01-01", "2036-01-01");
  expect(holidays.length).toBe(200);
});

test("a rule for a day that never comes is left out, and asks for no time", () => {
  for (const rule of [
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY",
    "FREQ=YEARLY;BYMONTH=2;BYDAY=6MO",
  ]) {
    const read = readHolidays(
      calendar(event("DTSTART;VALUE=DATE:20200101", `RRULE:${rule}`)),
      "2026-01-01",
      "2028-01-01",
    );
    expect(read).toEqual({ holidays: [], leftOut: 1 });
  }
});

test("what is no calendar is said", () => {
  for (const text of ["", "<html></html>", "BEGIN:VCARD\r\nEND:VCARD", "PK\u0003\u0004"]) {
    expect(() => readHolidays(text, "2026-01-01", "2027-01-01")).toThrow("schedule.no_calendar");
  }
  expect(() => readHolidays("x".repeat(1_000_001), "2026-01-01", "2027-01-01")).toThrow(
    "schedule.calendar_too_large",
  );
});

function calendar(...events: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Marmelune//EN", ...events, "END:VCALENDAR", ""].join(
    "\r\n",
  );
}

function event(...lines: string[]): string {
  return ["BEGIN:VEVENT", `UID:${lines.join("").length}@marmelune.example`, ...lines, "END:VEVENT"].join(
    "\r\n",
  );
}
