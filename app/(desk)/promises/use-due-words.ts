"use client";

import { useFormatter } from "use-intl";

/**
 * "Friday 27 Nov", with the hour where one was promised. What was promised is a day of the house (`promisedFor`), the
 * same for everybody who reads it, wherever they sit.
 */
export function useDueWords(): (promisedFor: string) => string {
  const format = useFormatter();
  return (promisedFor) =>
    format.dateTime(new Date(promisedFor.length > 10 ? `${promisedFor}Z` : promisedFor), {
      ...(promisedFor.length > 10 ? dayAndHour : day),
      timeZone: "UTC",
    });
}

const day = { weekday: "long", day: "numeric", month: "short" } as const;
const dayAndHour = { ...day, hour: "2-digit", minute: "2-digit" } as const;
