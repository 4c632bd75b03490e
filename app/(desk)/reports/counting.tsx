"use client";

import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { KeepCurrent } from "./keep-current";

/** While figures are still being counted, up to when they are complete; nothing once they are. */
export function Counting({ lag }: { lag: { completeUntil: string; isRebuilding: boolean } | null }) {
  const t = useTranslations("reports.counting");
  const locale = useLocale();
  const timeZone = useTimeZone();
  const until = lag
    ? new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(new Date(lag.completeUntil))
    : "";
  return (
    <>
      <KeepCurrent isCounting={lag !== null} />
      <p
        role="status"
        className={lag ? "mb-4 rounded-card border border-line bg-note-soft px-4 py-2" : "sr-only"}
      >
        {lag ? t(lag.isRebuilding ? "rebuilding" : "behind", { until }) : null}
      </p>
    </>
  );
}
