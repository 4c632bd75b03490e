"use client";

import { useFormatter, useLocale, useTranslations } from "use-intl";
import { sayDuration } from "@/app/(desk)/reports/duration";
import type { Clock } from "@/db/enums";
import { sayShare } from "@/lib/reports/say-share";
import type { Unit } from "./types";

/** Says a number of a chart: "1 h 02", "1,842", "93 %", "2.5 h". */
export function useValue(clock: Clock): (value: number, unit: Unit) => string {
  const t = useTranslations("charts.length");
  const format = useFormatter();
  const language = useLocale();
  return (value, unit) => {
    if (value === 0) return "0";
    switch (unit) {
      case "seconds":
        return sayDuration(t, value, clock);
      case "count":
        return format.number(value, { maximumFractionDigits: 1 });
      case "share":
        return sayShare(language, value);
      case "hours":
        return t("h", { n: format.number(value, { maximumFractionDigits: 1 }), rest: "" });
    }
  };
}
