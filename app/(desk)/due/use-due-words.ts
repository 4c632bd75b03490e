"use client";

import { useFormatter, useTimeZone, useTranslations } from "use-intl";

/** Moments, stretches and lengths as an explanation says them, on the clock of the opening hours. */
export function useDueWords(hoursZone: string | null) {
  const t = useTranslations("due");
  const format = useFormatter();
  const mine = useTimeZone();
  const timeZone = hoursZone ?? mine;
  const options = timeZone === undefined ? {} : { timeZone };

  function moment(at: string): string {
    return format.dateTime(new Date(at), { ...options, ...day, hour: "2-digit", minute: "2-digit" });
  }

  /** The same on the reader's own clock. */
  function mineAt(at: string): string {
    return format.dateTime(new Date(at), { ...day, hour: "2-digit", minute: "2-digit" });
  }

  /** A day that may lie years back. */
  function since(at: string): string {
    return format.dateTime(new Date(at), { ...options, day: "numeric", month: "short", year: "numeric" });
  }

  function hour(at: string): string {
    return format.dateTime(new Date(at), { ...options, hour: "2-digit", minute: "2-digit" });
  }

  /** "Fri 20 Nov, 17:58–18:00"; over midnight both days. */
  function stretch(from: string, to: string): string {
    const date = (at: string) => format.dateTime(new Date(at), { ...options, ...day });
    // An end at midnight belongs to the day before.
    const last = new Date(Date.parse(to) - 1).toISOString();
    return date(from) === date(last) ? `${moment(from)}–${hour(to)}` : `${moment(from)} – ${moment(to)}`;
  }

  /** "6 min", "63 h 6 min", "40 s": hours go on counting, since days of opening hours are no days. */
  function lasts(seconds: number): string {
    const whole = Math.round(seconds);
    const [h, min, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    if (h === 0 && min === 0) return t("seconds", { s });
    if (h === 0) return s === 0 || min > 9 ? t("minutes", { min }) : t("minutesSeconds", { min, s });
    return min === 0 ? t("wholeHours", { h }) : t("hoursMinutes", { h, min });
  }

  /** A calendar day, YYYY-MM-DD, whatever the zone. */
  function date(text: string): string {
    return format.dateTime(new Date(`${text}T12:00:00Z`), { ...day, timeZone: "UTC" });
  }

  return {
    moment,
    mineAt,
    since,
    stretch,
    lasts,
    date,
    isElsewhere: hoursZone !== null && hoursZone !== mine,
  };
}

const day = { weekday: "short", day: "numeric", month: "short" } as const;
