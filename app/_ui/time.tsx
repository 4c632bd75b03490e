"use client";

import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { daysBetween } from "./days";
import { useNow } from "./now";

/** A moment as people say it: the hour today, the weekday this week, the date before that. Whole on hover. */
export function Time({ at, className }: { at: string; className?: string }) {
  const say = useMoment();
  const format = useFormatter();
  return (
    <time dateTime={at} title={format.dateTime(new Date(at), full)} className={className}>
      {say(at)}
    </time>
  );
}

/** "08:14", "Tue 10 Nov, 09:12", "March 2024". */
export function useMoment(): (at: string) => string {
  const format = useFormatter();
  const zone = useTimeZone();
  const now = useNow();
  return (at) => {
    const then = new Date(at);
    const days = daysBetween(then.getTime(), now, zone);
    if (days === 0) return format.dateTime(then, hour);
    if (Math.abs(days) < 300) return format.dateTime(then, dayAndHour);
    return format.dateTime(then, monthAndYear);
  };
}

/** "16 Nov", "today 08:14": for lines of history. */
export function useDay(): (at: string) => string {
  const t = useTranslations("time");
  const format = useFormatter();
  const zone = useTimeZone();
  const now = useNow();
  return (at) => {
    const then = new Date(at);
    const days = daysBetween(then.getTime(), now, zone);
    if (days === 0) return t("todayAt", { hour: format.dateTime(then, hour) });
    if (Math.abs(days) < 300) return format.dateTime(then, day);
    return format.dateTime(then, monthAndYear);
  };
}

/** How long something has lasted, in the largest unit that fits: "40 s", "12 min", "3 h", "6 days". */
export function useLasted(): (fromMs: number, toMs: number) => string {
  const t = useTranslations("time");
  return (from, to) => lasted(t, to - from);
}

/**
 * What is left until a moment, the way a row says it: "20 min", "3 h", "tomorrow", "Thursday", "5 Dec". `late` is
 * true once it has passed, and the words then say by how much; `kind` tells a length of time from a day.
 */
export function useLeft(): (due: string | null) => { text: string; late: boolean; kind: "span" | "day" } {
  const t = useTranslations("time");
  const format = useFormatter();
  const zone = useTimeZone();
  const now = useNow();
  return (due) => {
    if (!due) return { text: t("noHurry"), late: false, kind: "day" };
    const then = new Date(due).getTime();
    const left = then - now;
    if (left < 0) return { text: t("late", { for: lasted(t, -left) }), late: true, kind: "span" };
    const days = daysBetween(now, then, zone);
    if (left < HOUR || days === 0) return { text: lasted(t, left), late: false, kind: "span" };
    if (days === 1) return { text: t("tomorrow"), late: false, kind: "day" };
    const date = new Date(due);
    return { text: format.dateTime(date, days < 7 ? weekday : day), late: false, kind: "day" };
  };
}

const HOUR = 3_600_000;
const DAY = 86_400_000;

function lasted(t: (key: string, values: { n: number }) => string, ms: number): string {
  if (ms < 60_000) return t("seconds", { n: Math.max(1, Math.round(ms / 1000)) });
  if (ms < HOUR) return t("minutes", { n: Math.round(ms / 60_000) });
  if (ms < 2 * DAY) return t("hours", { n: Math.round(ms / HOUR) });
  return t("days", { n: Math.round(ms / DAY) });
}

const hour = { hour: "2-digit", minute: "2-digit" } as const;
const day = { day: "numeric", month: "short" } as const;
const weekday = { weekday: "long" } as const;
const dayAndHour = { weekday: "short", ...day, ...hour } as const;
const monthAndYear = { month: "long", year: "numeric" } as const;
const full = { dateStyle: "full", timeStyle: "short" } as const;
