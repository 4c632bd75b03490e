"use client";

import { useFormatter } from "use-intl";

/** A date of the law is a day of the calendar, with its year where it is another one. */
export function useCalendarDay(): (at: string) => string {
  const format = useFormatter();
  const thisYear = new Date().getFullYear();
  return (at) => {
    const then = new Date(at);
    const isNear = then.getFullYear() === thisYear;
    return format.dateTime(then, { day: "numeric", month: "short", ...(isNear ? {} : { year: "numeric" }) });
  };
}
