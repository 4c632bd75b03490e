"use client";

import { useTranslations } from "use-intl";

/** Two days; a pair that is no period waits until it is one. */
export function Days({
  days,
  onPick,
}: {
  days: { from: string; to: string };
  onPick(days: { from: string; to: string }): void;
}) {
  const t = useTranslations("reports");
  const pick = (next: { from: string; to: string }) => {
    if (next.from !== "" && next.to !== "" && next.from <= next.to) onPick(next);
  };
  return (
    <span className="flex items-center gap-1.5 max-desk:col-span-2">
      <input
        type="date"
        aria-label={t("fromDay")}
        defaultValue={days.from}
        max={days.to}
        onChange={(event) => pick({ ...days, from: event.target.value })}
        className={dayClass}
      />
      <span className="text-ink-2">{t("until")}</span>
      <input
        type="date"
        aria-label={t("toDay")}
        defaultValue={days.to}
        min={days.from}
        onChange={(event) => pick({ ...days, to: event.target.value })}
        className={dayClass}
      />
    </span>
  );
}

const dayClass =
  "h-7 min-w-0 rounded-control border border-line-strong bg-surface px-2 text-ink type-row max-desk:h-11 max-desk:flex-1";
