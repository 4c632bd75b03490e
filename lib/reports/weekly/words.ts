import type { Language } from "@/db/enums";

/** Seconds of opening hours as people say them: "52 min", "1 h 02", "63 h". */
export function lengthIn(language: Language, seconds: number): string {
  const gap = "\u00a0";
  if (seconds < 59.5) return `${Math.round(seconds)}${gap}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${gap}min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 10) return `${numberIn(language, Math.round(minutes / 60))}${gap}h`;
  return minutes % 60 === 0
    ? `${hours}${gap}h`
    : `${hours}${gap}h${gap}${String(minutes % 60).padStart(2, "0")}`;
}

export function numberIn(language: Language, value: number): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** "16 November". */
export function dayIn(language: Language, day: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
  }).format(new Date(`${day}T12:00:00Z`));
}

function localeOf(language: Language): string {
  return language === "en" ? "en-GB" : language;
}
