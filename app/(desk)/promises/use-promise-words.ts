"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { CommitmentView } from "@/lib/commitments/list";

/** "Friday 27 Nov", with the hour where one was promised. */
export function useDueWords(): (one: { dueAt: string; isDay: boolean }, zone?: string) => string {
  const format = useFormatter();
  return ({ dueAt, isDay }, zone) => {
    // The end of a day's hours may be midnight: the day that ended is meant.
    const at = new Date(Date.parse(dueAt) - (isDay ? 1 : 0));
    return format.dateTime(at, { ...(isDay ? day : dayAndHour), ...(zone ? { timeZone: zone } : {}) });
  };
}

/** What stands with a promise: until when, that it was not kept, how late it was. */
export function useStateWords(): (one: CommitmentView) => string {
  const t = useTranslations("promises");
  const due = useDueWords();
  return (one) => {
    const date = due(one);
    if (!one.isHeard) return t("state.unsent", { date });
    if (one.outcome !== "kept_late") return t(`state.${one.outcome}`, { date });
    const late = Date.parse(one.closedAt ?? one.dueAt) - Date.parse(one.brokenAt ?? one.dueAt);
    return t("state.kept_late", { days: Math.max(1, Math.round(late / 86_400_000)) });
  };
}

const day = { weekday: "long", day: "numeric", month: "short" } as const;
const dayAndHour = { ...day, hour: "2-digit", minute: "2-digit" } as const;
