import { Temporal } from "temporal-polyfill";
import type { Schedule } from "@/lib/clock/schedule";

/** The public holidays of metropolitan France in one year, as closed days. */
export function holidays(year: number): Schedule["exceptions"] {
  const sunday = easter(year);
  const moving: Array<[number, string]> = [
    [1, "Lundi de Pâques"],
    [39, "Ascension"],
    [50, "Lundi de Pentecôte"],
  ];
  const dates: Array<[string, string]> = [
    ["01-01", "Jour de l’an"],
    ["05-01", "Fête du Travail"],
    ["05-08", "Victoire 1945"],
    ["07-14", "Fête nationale"],
    ["08-15", "Assomption"],
    ["11-01", "Toussaint"],
    ["11-11", "Armistice 1918"],
    ["12-25", "Noël"],
  ];
  const closed = [
    ...dates.map(([date, name]) => ({ date: `${year}-${date}`, name })),
    ...moving.map(([days, name]) => ({ date: sunday.add({ days }).toString(), name })),
  ];
  const unique = new Map(closed.map((each) => [each.date, { ...each, intervals: [] }]));
  return [...unique.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}
