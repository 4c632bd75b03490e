"use client";

import { useTranslations } from "use-intl";
import { zoneName } from "@/app/_ui/zone-name";
import type { Schedule } from "@/lib/clock/schedule";
import { useDayName } from "./week-fields";
import { days } from "./weekdays";

/** "Mon–Fri 09:00–18:00 · Europe/Paris": days that are alike are said together. */
export function HoursSummary({ hours }: { hours: Schedule }) {
  const t = useTranslations("hours");
  const dayName = useDayName();
  const groups: Array<{ from: string; to: string; text: string }> = [];
  for (const day of days) {
    const text = hours.week[day].map(([opens, closes]) => `${opens}–${closes}`).join(", ");
    const name = dayName(day).slice(0, 3);
    const last = groups.at(-1);
    if (last && last.text === text) last.to = name;
    else groups.push({ from: name, to: name, text });
  }
  const said = groups
    .filter(({ text }) => text !== "")
    .map(({ from, to, text }) => `${from === to ? from : `${from}–${to}`} ${text}`);
  return (
    <span>
      {said.length === 0 ? t("never") : said.join(" · ")} · {zoneName(hours.zone)}
      {hours.exceptions.length > 0 ? ` · ${t("otherDays", { count: hours.exceptions.length })}` : null}
    </span>
  );
}
