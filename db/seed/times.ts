import { Temporal } from "temporal-polyfill";
import type { Language } from "@/db/enums";
import { businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";

/**
 * The demo's sense of time. Customers write at any hour, so their fresh messages lie so long before now on the
 * clock (`ago`); what the staff does lies in opening hours (`worked`, `workday`). So the queue looks like a
 * Monday morning whenever the demo is started.
 */
export type Times = {
  now: Date;
  /** "58m", "3h48m", "12d" before now. */
  ago(length: string): Date;
  /** The last open moment with that much opening time between it and now. */
  worked(length: string): Date;
  /** The n-th open day before (negative) or after today, at a local time. */
  workday(offset: number, time: string): Date;
  /** The n-th calendar day before or after today, at a local time. */
  day(offset: number, time: string): Date;
  /** "vendredi 20 novembre", "Friday 20 November". */
  name(moment: Date, language: Language): string;
};

export function timesAt(now: Date, schedule: Schedule): Times {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(schedule.zone)
    .toPlainDate();

  function day(offset: number, time: string): Date {
    const local = today.add({ days: offset }).toPlainDateTime(Temporal.PlainTime.from(time));
    return new Date(local.toZonedDateTime(schedule.zone).epochMilliseconds);
  }

  function workday(offset: number, time: string): Date {
    const step = Math.sign(offset);
    let days = 0;
    for (let left = Math.abs(offset); left > 0; ) {
      days += step;
      if (businessSeconds(schedule, day(days, "00:00"), day(days + 1, "00:00")) > 0) left--;
    }
    return day(days, time);
  }

  function worked(length: string): Date {
    const wanted = seconds(length);
    let early = now.getTime() / 1000 - 60 * 86_400;
    let late = now.getTime() / 1000;
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (businessSeconds(schedule, new Date(middle * 1000), now) >= wanted) early = middle;
      else late = middle;
    }
    return new Date(Math.floor(early) * 1000);
  }

  return {
    now,
    ago: (length) => new Date(now.getTime() - seconds(length) * 1000),
    worked,
    workday,
    day,
    name: (moment, language) => formats[language](schedule.zone).format(moment),
  };
}

const formats: Record<Language, (zone: string) => Intl.DateTimeFormat> = {
  en: (zone) => new Intl.DateTimeFormat("en-GB", { ...shown, timeZone: zone }),
  fr: (zone) => new Intl.DateTimeFormat("fr-FR", { ...shown, timeZone: zone }),
};

const shown = { weekday: "long", day: "numeric", month: "long" } as const;

const units: Record<string, number> = { d: 86_400, h: 3600, m: 60, s: 1 };

function seconds(length: string): number {
  let sum = 0;
  for (const [, count, unit] of length.matchAll(/(\d+)([dhms])/g)) sum += Number(count) * units[unit!]!;
  return sum;
}
