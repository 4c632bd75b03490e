"use client";

import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import type { Weekday } from "@/lib/clock/schedule";
import { Intervals } from "./intervals";
import { days, type Week } from "./weekdays";

const workdays: Weekday[] = ["tue", "wed", "thu", "fri"];

/** Opening hours of a usual week, a row for each day. */
export function WeekFields({ week, onChange }: { week: Week; onChange(week: Week): void }) {
  const t = useTranslations("hours");
  const dayName = useDayName();
  const isAlike = workdays.every((day) => JSON.stringify(week[day]) === JSON.stringify(week.mon));
  return (
    <div className="rounded-card border border-line bg-surface">
      <ul className="divide-y divide-line px-4">
        {days.map((day) => (
          <li key={day} className="flex items-start gap-3 py-2 max-desk:flex-col max-desk:gap-1">
            <span className="inline-flex h-8 w-28 shrink-0 items-center font-medium first-letter:uppercase">
              {dayName(day)}
            </span>
            <div className="flex w-full min-w-0 flex-1">
              <Intervals
                name={dayName(day)}
                value={week[day]}
                onChange={(hours) => onChange({ ...week, [day]: hours })}
              />
            </div>
          </li>
        ))}
      </ul>
      {isAlike ? null : (
        <div className="border-line border-t px-4 py-2">
          <Button
            look="plain"
            onClick={() => onChange({ ...week, tue: week.mon, wed: week.mon, thu: week.mon, fri: week.mon })}
          >
            {t("copyMonday")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** "Monday", in the reader's language. */
export function useDayName(): (day: Weekday) => string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // 5 January 1970 was a Monday.
  return (day) => format.format(new Date(Date.UTC(1970, 0, 5 + days.indexOf(day))));
}
