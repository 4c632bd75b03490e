import { translator } from "@/app/_server/words";
import type { Clock, Language } from "@/db/enums";
import { sayShare } from "@/lib/reports/say-share";
import type { Step } from "@/lib/reports/slice";
import { sayDuration } from "./duration";

export type ReportWords = ReturnType<typeof reportWords>;

/** How a report says numbers, lengths and days, on the server: the same words that its charts say in the browser. */
export function reportWords(language: Language, clock: Clock, zone: string) {
  const locale = language === "en" ? "en-GB" : language;
  const length = translator(language, "charts.length");
  const counted = new Intl.NumberFormat(locale);
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (day: string) => format.format(new Date(`${day}T12:00:00Z`));
  };
  const day = days({ day: "numeric", month: "short" });
  const whole = days({ day: "numeric", month: "short", year: "numeric" });
  const month = days({ month: "short", year: "2-digit" });
  const longMonth = days({ month: "long", year: "numeric" });
  const weekday = days({ weekday: "short" });
  const longWeekday = days({ weekday: "long" });
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return {
    language,
    clock,
    number: (value: number) => counted.format(value),
    share: (value: number) => sayShare(language, value),
    duration: (seconds: number, by: Clock = clock) => sayDuration(length, seconds, by),
    day,
    wholeDay: whole,
    tick: (from: string, step: Step) => (step === "month" ? month(from) : day(from)),
    longMonth,
    moment: (at: string) => moment.format(new Date(at)),
    /** Monday is 0. */
    weekday: (at: number, length: "short" | "long" = "short") =>
      (length === "short" ? weekday : longWeekday)(`2024-01-0${at + 1}`),
  };
}
