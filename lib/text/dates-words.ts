/** Which day is meant, before anybody has looked at a calendar. */
export type DaySpec =
  | { of: "days" | "workdays" | "months"; n: number }
  | { of: "weekday"; day: number; which: "plain" | "next" | "inEight" }
  | { of: "nextWeek" | "nextMonth" | "endOfWeek" | "endOfMonth" }
  | { of: "weekend"; weeks: number }
  | { of: "calendar"; day: number; month: number | null; year: number | null }
  /** Only an hour was said: today while it is ahead, else tomorrow. */
  | { of: "soonest" };

/** Hour and minute on the wall. `isPart` when only a part of the day was said. */
export type ClockSpec = { hour: number; minute: number; isPart: boolean };

const part = (hour: number): ClockSpec => ({ hour, minute: 0, isPart: true });

export const clocks = {
  morning: part(9),
  noon: { hour: 12, minute: 0, isPart: false },
  afternoon: part(14),
  endOfDay: part(17),
  evening: part(18),
  night: part(21),
  midnight: { hour: 24, minute: 0, isPart: false },
} satisfies Record<string, ClockSpec>;

/** Parts of the day, as they stand behind a day or alone. */
export const parts = phrases<ClockSpec>({
  "morning|in the morning|matin|au matin|le matin|dans la matinee|matinee": clocks.morning,
  "noon|midday|at lunch|lunch|lunchtime|midi|a midi|le midi": clocks.noon,
  "afternoon|in the afternoon|apres midi|l apres midi|dans l apres midi|aprem|apm": clocks.afternoon,
  "evening|in the evening|soir|au soir|le soir|dans la soiree|soiree": clocks.evening,
  "night|at night|nuit|dans la nuit|la nuit": clocks.night,
  "midnight|minuit|a minuit": clocks.midnight,
  "end of day|end of the day|eod|cob|close of business|fin de journee|en fin de journee|fin de la journee|a la fin de la journee":
    clocks.endOfDay,
});

/** "9 du soir", "3 in the afternoon": which half of the day an hour belongs to. */
export const halves = phrases<"am" | "pm">({
  "in the morning|du matin|this morning": "am",
  "in the afternoon|de l apres midi|in the evening|du soir|at night|tonight|this afternoon|this evening":
    "pm",
});

export const days = phrases<{ day: DaySpec; clock: ClockSpec | null }>({
  "today|aujourd hui|ce jour|auj": { day: { of: "days", n: 0 }, clock: null },
  "this morning|ce matin": { day: { of: "days", n: 0 }, clock: clocks.morning },
  "this afternoon|cet apres midi|cette apres midi|cet aprem": {
    day: { of: "days", n: 0 },
    clock: clocks.afternoon,
  },
  "this evening|tonight|ce soir": { day: { of: "days", n: 0 }, clock: clocks.evening },
  "cette nuit": { day: { of: "days", n: 0 }, clock: clocks.night },
  "ce midi": { day: { of: "days", n: 0 }, clock: clocks.noon },
  "tomorrow|tmr|tmrw|tomorow|demain": { day: { of: "days", n: 1 }, clock: null },
  "day after tomorrow|the day after tomorrow|apres demain|surlendemain": {
    day: { of: "days", n: 2 },
    clock: null,
  },
  "next week|la semaine prochaine|semaine prochaine|la semaine qui vient": {
    day: { of: "nextWeek" },
    clock: null,
  },
  "next month|le mois prochain|mois prochain": { day: { of: "nextMonth" }, clock: null },
  "end of week|end of the week|eow|end of this week|fin de semaine|en fin de semaine|la fin de la semaine|fin de la semaine":
    { day: { of: "endOfWeek" }, clock: clocks.endOfDay },
  "end of month|end of the month|eom|fin de mois|fin du mois|la fin du mois": {
    day: { of: "endOfMonth" },
    clock: clocks.endOfDay,
  },
  "weekend|this weekend|the weekend|ce week end|week end|le week end|ce weekend|le weekend": {
    day: { of: "weekend", weeks: 0 },
    clock: null,
  },
  "next weekend|week end prochain|le week end prochain|weekend prochain|next week end": {
    day: { of: "weekend", weeks: 1 },
    clock: null,
  },
});

/** Monday is 1, as in ISO 8601. */
export const weekdays = phrases<number>({
  "monday|mondays|lundi": 1,
  "tuesday|mardi": 2,
  "wednesday|mercredi": 3,
  "thursday|jeudi": 4,
  "friday|vendredi": 5,
  "saturday|samedi": 6,
  "sunday|dimanche": 7,
});

/** Short names are words of their own in running text ("mon", "sat", "mer"), so they count only in a field for dates. */
export const shortWeekdays = phrases<number>({
  "mon|lun": 1,
  "tue|tues|mar": 2,
  "wed|mer": 3,
  "thu|thur|thurs|jeu": 4,
  "fri|ven": 5,
  "sat|sam": 6,
  "sun|dim": 7,
});

export const months = phrases<number>({
  "january|jan|janvier|janv": 1,
  "february|feb|fevrier|fevr|fev": 2,
  "march|mars|mar": 3,
  "april|apr|avril|avr": 4,
  "may|mai": 5,
  "june|jun|juin": 6,
  "july|jul|juillet|juil": 7,
  "august|aug|aout": 8,
  "september|sep|sept|septembre": 9,
  "october|oct|octobre": 10,
  "november|nov|novembre": 11,
  "december|dec|decembre": 12,
});

export type Unit = "minute" | "hour" | "day" | "workday" | "week" | "month";

export const units = phrases<Unit>({
  "min|mins|minute|minutes|mn": "minute",
  "h|hr|hrs|hour|hours|heure|heures": "hour",
  "d|day|days|jour|jours|j": "day",
  "business day|business days|working day|working days|workday|workdays|jour ouvre|jours ouvres|jour ouvrable|jours ouvrables":
    "workday",
  "w|week|weeks|semaine|semaines|sem": "week",
  "month|months|mois": "month",
});

/** Numbers in words; a half is one of two. */
export const quantities = phrases<number>({
  "a|an|one|un|une": 1,
  "two|deux|a couple of|couple of": 2,
  "three|trois|a few": 3,
  "four|quatre": 4,
  "five|cinq": 5,
  six: 6,
  "seven|sept": 7,
  "eight|huit": 8,
  "ten|dix": 10,
  "fifteen|quinze": 15,
  "twenty|vingt": 20,
  "thirty|trente": 30,
});

/** Whole lengths that are not a number and a unit; in minutes. */
export const lengths = phrases<number>({
  "half an hour|half hour|a half hour|une demi heure|demi heure|une demie heure": 30,
  "quarter of an hour|a quarter of an hour|un quart d heure": 15,
  "an hour and a half|one hour and a half|une heure et demie|une heure trente": 90,
  "three quarters of an hour|trois quarts d heure": 45,
});

/** Every phrase of a table by its words; `longest` is how many words the longest has. */
export type Phrases<Meaning> = { of: ReadonlyMap<string, Meaning>; longest: number };

function phrases<Meaning>(table: Record<string, Meaning>): Phrases<Meaning> {
  const of = new Map<string, Meaning>();
  let longest = 1;
  for (const [names, meaning] of Object.entries(table)) {
    for (const name of names.split("|")) {
      of.set(name, meaning);
      longest = Math.max(longest, name.split(" ").length);
    }
  }
  return { of, longest };
}
