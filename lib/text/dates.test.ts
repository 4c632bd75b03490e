import fc from "fast-check";
import { expect, test } from "vitest";
import { findDates, readDate } from "./dates";

/** Tuesday 24 November 2026, 10:06 in Paris. */
const tuesday = { now: new Date("2026-11-24T09:06:00Z"), zone: "Europe/Paris" };

/** What people type, and the moment on the wall in Paris; null where nothing may be understood. */
const cases: Array<[text: string, wall: string | null]> = [
  ["tomorrow", "2026-11-25 09:00"],
  ["tomorrow 9", "2026-11-25 09:00"],
  ["tomorrow at 9am", "2026-11-25 09:00"],
  ["tomorrow at 9:30 pm", "2026-11-25 21:30"],
  ["Tomorrow, 14:15", "2026-11-25 14:15"],
  ["tomorrow 3", "2026-11-25 15:00"],
  ["9am tomorrow", "2026-11-25 09:00"],
  ["tomorrow morning", "2026-11-25 09:00"],
  ["tomorrow in the afternoon", "2026-11-25 14:00"],
  ["noon tomorrow", "2026-11-25 12:00"],
  ["tomorrow 12am", "2026-11-25 00:00"],
  ["day after tomorrow", "2026-11-26 09:00"],
  ["until tomorrow", "2026-11-25 09:00"],
  ["friday", "2026-11-27 09:00"],
  ["Friday 5pm", "2026-11-27 17:00"],
  ["fri 17", "2026-11-27 17:00"],
  ["on friday at noon", "2026-11-27 12:00"],
  ["next friday", "2026-12-04 09:00"],
  ["next friday at 9", "2026-12-04 09:00"],
  ["monday afternoon", "2026-11-30 14:00"],
  ["mon", "2026-11-30 09:00"],
  ["tuesday", "2026-12-01 09:00"],
  ["tuesday 18:00", "2026-11-24 18:00"],
  ["tuesday 9:00", "2026-12-01 09:00"],
  ["this friday", "2026-11-27 09:00"],
  ["in 2 hours", "2026-11-24 12:06"],
  ["in an hour", "2026-11-24 11:06"],
  ["half an hour", "2026-11-24 10:36"],
  ["in an hour and a half", "2026-11-24 11:36"],
  ["in 1 hour 30 minutes", "2026-11-24 11:36"],
  ["30 min", "2026-11-24 10:36"],
  ["2h", "2026-11-24 12:06"],
  ["3 days", "2026-11-27 09:00"],
  ["in 3 days at 14:00", "2026-11-27 14:00"],
  ["in two weeks", "2026-12-08 09:00"],
  ["in a month", "2026-12-24 09:00"],
  ["in 4 business days", "2026-11-30 09:00"],
  ["2 hours from now", "2026-11-24 12:06"],
  ["today", "2026-11-24 17:00"],
  ["tonight", "2026-11-24 18:00"],
  ["this afternoon", "2026-11-24 14:00"],
  ["end of day", "2026-11-24 17:00"],
  ["tomorrow end of day", "2026-11-25 17:00"],
  ["eod", "2026-11-24 17:00"],
  ["end of week", "2026-11-27 17:00"],
  ["end of month", "2026-11-30 17:00"],
  ["next week", "2026-11-30 09:00"],
  ["next month", "2026-12-01 09:00"],
  ["weekend", "2026-11-28 09:00"],
  ["5pm", "2026-11-24 17:00"],
  ["at 9", "2026-11-25 09:00"],
  ["noon", "2026-11-24 12:00"],
  ["9 o'clock", "2026-11-25 09:00"],
  ["Dec 24 at noon", "2026-12-24 12:00"],
  ["December 24th", "2026-12-24 09:00"],
  ["24th of december 2026, 8:45", "2026-12-24 08:45"],
  ["the 27th", "2026-11-27 09:00"],
  ["12/24", "2026-12-24 09:00"],
  ["24/12", "2026-12-24 09:00"],
  ["24/12/2026 14h", "2026-12-24 14:00"],
  ["24.12.", "2026-12-24 09:00"],
  ["24.12.26", "2026-12-24 09:00"],
  ["2026-12-24", "2026-12-24 09:00"],
  ["2026-12-24 14:00", "2026-12-24 14:00"],
  ["2026-12-24T14:00", "2026-12-24 14:00"],
  ["3/1", "2027-01-03 09:00"],
  ["29 feb", "2028-02-29 09:00"],
  ["thursday 26 november", "2026-11-26 09:00"],
  ["demain", "2026-11-25 09:00"],
  ["demain 9h", "2026-11-25 09:00"],
  ["demain à 9h30", "2026-11-25 09:30"],
  ["demain a 9 h 30", "2026-11-25 09:30"],
  ["Demain matin", "2026-11-25 09:00"],
  ["demain midi", "2026-11-25 12:00"],
  ["demain après-midi", "2026-11-25 14:00"],
  ["demain aprem", "2026-11-25 14:00"],
  ["demain en fin de journée", "2026-11-25 17:00"],
  ["à 9h demain", "2026-11-25 09:00"],
  ["après-demain", "2026-11-26 09:00"],
  ["apres demain 16h", "2026-11-26 16:00"],
  ["vendredi", "2026-11-27 09:00"],
  ["vendredi à 14h", "2026-11-27 14:00"],
  ["vendredi prochain", "2026-12-04 09:00"],
  ["vendredi prochain à 14h30", "2026-12-04 14:30"],
  ["vendredi en huit", "2026-12-04 09:00"],
  ["ce vendredi", "2026-11-27 09:00"],
  ["lundi matin", "2026-11-30 09:00"],
  ["lundi matin 10h", "2026-11-30 10:00"],
  ["lundi soir", "2026-11-30 18:00"],
  ["mardi", "2026-12-01 09:00"],
  ["mardi 18h", "2026-11-24 18:00"],
  ["mar 14h", "2026-11-24 14:00"],
  ["jeudi 26", "2026-11-26 09:00"],
  ["jeudi 26 à 10h", "2026-11-26 10:00"],
  ["jusqu'à vendredi", "2026-11-27 09:00"],
  ["dans 3 jours", "2026-11-27 09:00"],
  ["dans 2h", "2026-11-24 12:06"],
  ["dans 1h30", "2026-11-24 11:36"],
  ["dans une heure et demie", "2026-11-24 11:36"],
  ["dans une demi-heure", "2026-11-24 10:36"],
  ["dans un quart d’heure", "2026-11-24 10:21"],
  ["dans une semaine", "2026-12-01 09:00"],
  ["dans 3 jours ouvrés", "2026-11-27 09:00"],
  ["dans deux mois", "2027-01-24 09:00"],
  ["aujourd'hui à 15h", "2026-11-24 15:00"],
  ["ce soir", "2026-11-24 18:00"],
  ["ce soir à 20h", "2026-11-24 20:00"],
  ["cet après-midi", "2026-11-24 14:00"],
  ["fin de journée", "2026-11-24 17:00"],
  ["fin de semaine", "2026-11-27 17:00"],
  ["la semaine prochaine", "2026-11-30 09:00"],
  ["le mois prochain", "2026-12-01 09:00"],
  ["ce week-end", "2026-11-28 09:00"],
  ["24 décembre", "2026-12-24 09:00"],
  ["le 24 décembre à midi", "2026-12-24 12:00"],
  ["1er janvier", "2027-01-01 09:00"],
  ["24 déc. 2026 14h", "2026-12-24 14:00"],
  ["le 27", "2026-11-27 09:00"],
  ["midi", "2026-11-24 12:00"],
  ["à 15 heures", "2026-11-24 15:00"],
  ["8h du soir", "2026-11-24 20:00"],
  ["9h", "2026-11-25 09:00"],
  // What has passed, does not exist, or is no date.
  ["today at 9", null],
  ["ce matin", null],
  ["aujourd'hui à 8h", null],
  ["24/12/2020", null],
  ["31/11", null],
  ["30 février", null],
  ["tomorrow 25:00", null],
  ["tomorrow 9:75", null],
  ["in 0 minutes", null],
  ["yesterday", null],
  ["hier", null],
  ["banana", null],
  ["tomorrow banana", null],
  ["42", null],
  ["", null],
  ["   ", null],
  ["/", null],
];

test("what people type is understood in both languages", () => {
  expect(cases.length).toBeGreaterThan(120);
  expect(cases.map(([text]) => [text, wall(readDate(text, tuesday)?.at)])).toEqual(cases);
});

test("a day alone is told from an hour", () => {
  expect(readDate("tomorrow", tuesday)).toMatchObject({ hasTime: false });
  expect(readDate("lundi matin", tuesday)).toMatchObject({ hasTime: false });
  expect(readDate("tomorrow 9", tuesday)).toMatchObject({ hasTime: true });
  expect(readDate("dans 2 heures", tuesday)).toMatchObject({ hasTime: true });
});

test("a weekday at the edges of the week is the one that people mean", () => {
  const at = (now: string, text: string) =>
    wall(readDate(text, { now: new Date(now), zone: "Europe/Paris" })?.at);
  // Sunday late in the evening: Monday is tomorrow, and next week begins with it.
  expect(at("2026-11-29T22:30:00Z", "monday")).toBe("2026-11-30 09:00");
  expect(at("2026-11-29T22:30:00Z", "la semaine prochaine")).toBe("2026-11-30 09:00");
  expect(at("2026-11-29T22:30:00Z", "next monday")).toBe("2026-11-30 09:00");
  expect(at("2026-11-29T22:30:00Z", "dimanche")).toBe("2026-12-06 09:00");
  // Half past midnight in Paris it is Monday there, and still Sunday in UTC.
  expect(at("2026-11-29T23:30:00Z", "lundi")).toBe("2026-12-07 09:00");
  expect(at("2026-11-29T23:30:00Z", "lundi 9h")).toBe("2026-11-30 09:00");
  expect(at("2026-11-29T23:30:00Z", "tomorrow")).toBe("2026-12-01 09:00");
  expect(at("2026-11-27T08:59:59Z", "friday 10:00")).toBe("2026-11-27 10:00");
  expect(at("2026-11-27T09:00:00Z", "friday 10:00")).toBe("2026-12-04 10:00");
  expect(at("2026-11-27T17:30:00Z", "end of week")).toBe("2026-12-04 17:00");
  expect(at("2026-11-27T17:30:00Z", "tonight")).toBe("2026-11-27 21:00");
  expect(at("2026-11-27T21:30:00Z", "tonight")).toBe(null);
  expect(at("2026-12-31T11:00:00Z", "1/1")).toBe("2027-01-01 09:00");
  expect(at("2026-11-28T11:00:00Z", "in 1 business day")).toBe("2026-11-30 09:00");
});

test("days on which the clocks change keep the hour on the wall, and lengths keep their length", () => {
  const at = (now: string, text: string) =>
    readDate(text, { now: new Date(now), zone: "Europe/Paris" })?.at.toISOString();
  // 29 March 2026 has 23 hours in Paris, 25 October has 25.
  expect(at("2026-03-28T11:00:00Z", "tomorrow 9")).toBe("2026-03-29T07:00:00.000Z");
  expect(at("2026-03-28T11:00:00Z", "demain 2h30")).toBe("2026-03-29T01:30:00.000Z");
  expect(at("2026-03-28T23:30:00Z", "in 3 hours")).toBe("2026-03-29T02:30:00.000Z");
  expect(at("2026-10-24T11:00:00Z", "tomorrow 9")).toBe("2026-10-25T08:00:00.000Z");
  expect(at("2026-10-24T11:00:00Z", "demain 2h30")).toBe("2026-10-25T00:30:00.000Z");
  expect(at("2026-10-24T23:30:00Z", "dans 3 heures")).toBe("2026-10-25T02:30:00.000Z");
  expect(at("2026-10-23T11:00:00Z", "dans 3 jours")).toBe("2026-10-26T08:00:00.000Z");
  const tokyo = { now: new Date("2026-11-23T22:00:00Z"), zone: "Asia/Tokyo" };
  expect(readDate("tomorrow", tokyo)?.at.toISOString()).toBe("2026-11-25T00:00:00.000Z");
});

test("dates are found where they stand in a letter", () => {
  const find = (text: string) =>
    findDates(text, tuesday).map((one) => [text.slice(one.start, one.end), wall(one.at)]);
  expect(find("You will be refunded by Friday, and the lid leaves tomorrow at 9am.")).toEqual([
    ["Friday", "2026-11-27 09:00"],
    ["tomorrow at 9am", "2026-11-25 09:00"],
  ]);
  expect(find("Vous serez remboursée vendredi prochain ; le colis part demain à 14h.")).toEqual([
    ["vendredi prochain", "2026-12-04 09:00"],
    ["demain à 14h", "2026-11-25 14:00"],
  ]);
  expect(find("Nous revenons vers vous d’ici 3 jours, au plus tard le 24/12.")).toEqual([
    ["d’ici 3 jours", "2026-11-27 09:00"],
    ["24/12", "2026-12-24 09:00"],
  ]);
  expect(find("Within 48 hours; sous 48 h; on 24 December 2026.")).toEqual([
    ["Within 48 hours", "2026-11-26 10:06"],
    ["sous 48 h", "2026-11-26 10:06"],
    ["24 December 2026", "2026-12-24 09:00"],
  ]);
});

test("words that only look like dates are left alone", () => {
  for (const text of [
    "Mon four a fumé, la mer est belle et je suis assise.",
    "Use 1/2 cup, article 24-12, order 48213.",
    "I wrote last Friday, and it has been so since Monday.",
    "Vendredi dernier on m'a dit non.",
    "We sat in the sun with 9 plates at 5 tables; may I?",
    "It came in 3 pieces a day later.",
  ])
    expect([text, findDates(text, tuesday).length]).toEqual([text, 0]);
});

const zones = [
  "Europe/Paris",
  "UTC",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Australia/Lord_Howe",
];
const when = fc.record({
  now: fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
  zone: fc.constantFrom(...zones),
});
const words = fc.array(
  fc.oneof(
    fc.constantFrom(...cases.flatMap(([text]) => text.split(" "))),
    fc.nat(99_999).map(String),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 12 },
);

test("whatever is typed, nothing is thrown, and what is understood lies ahead and within the text", () => {
  fc.assert(
    fc.property(words, when, (list, where) => {
      const text = list.join(" ");
      const found = [readDate(text, where), ...findDates(text, where)];
      for (const one of found) {
        if (one === null) continue;
        expect(one.at.getTime()).toBeGreaterThan(where.now.getTime());
        expect(one.start).toBeGreaterThanOrEqual(0);
        expect(one.end).toBeGreaterThan(one.start);
        expect(one.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a hundred kilobytes take no longer than reading them", () => {
  for (const piece of [
    "in ",
    "9h",
    "next ",
    "24/",
    "the the ",
    "à partir de ",
    "demain à ",
    "matin ",
    "é-",
    "a.m. ",
    "1 2 3 ",
  ]) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const from = process.cpuUsage();
    findDates(text, tuesday);
    expect(readDate(text, tuesday)).toBeNull();
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(2_000);
  }
});

/** The wall clock in Paris. */
function wall(at: Date | undefined): string | null {
  if (!at) return null;
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Paris",
    dateStyle: "short",
    timeStyle: "short",
  }).format(at);
}
