import { expect, test } from "vitest";
import { businessSeconds } from "@/lib/clock/business";
import { type Schedule, weekdays } from "@/lib/clock/schedule";
import { localMoment } from "./local-moment";
import { hoursOfDay, openHours } from "./open-hours";
import { addDays } from "./steps";

test.each(["Europe/Paris", "America/St_Johns", "Pacific/Kiritimati"])(
  "what is kept of the hours of each day in %s is what the clock says, asked once or twice",
  (zone) => {
    for (const schedule of [halfHours("Europe/Paris"), halfHours("Asia/Kathmandu")])
      for (let day = "2026-03-20"; day < "2026-11-10"; day = addDays(day, 1))
        for (const _ of ["first", "again"]) {
          const begins = Array.from({ length: 24 }, (_, hour) => localMoment(zone, day, hour));
          const plain = begins.map((begin) =>
            begin === null
              ? 0
              : businessSeconds(schedule, new Date(begin), new Date(begin + 3_600_000)) / 3600,
          );
          expect([day, begins, plain]).toEqual([
            day,
            hoursOfDay(zone, day),
            [...openHours(schedule, zone, day)],
          ]);
        }
  },
);

/** Other hours each day, to odd minutes, one exception of each kind. */
function halfHours(zone: string): Schedule {
  let at = 0;
  const time = (hour: number) =>
    `${String(hour).padStart(2, "0")}:${String((at++ * 7) % 60).padStart(2, "0")}`;
  const day = (): [string, string][] => [
    [time(1), time(3)],
    [time(8 + (at % 3)), time(14)],
    [time(15), "24:00"],
  ];
  const [mon, tue, wed, thu, fri, sat, sun] = weekdays.map(day);
  return {
    zone,
    week: { mon: mon!, tue: tue!, wed: wed!, thu: thu!, fri: fri!, sat: sat!, sun: sun! },
    exceptions: [
      { date: "2026-05-01", intervals: [], name: "" },
      { date: "2026-10-25", intervals: [["02:10", "02:50"]], name: "" },
    ],
  };
}
