"use client";

import { useTranslations } from "use-intl";
import type { CommitmentView } from "@/lib/commitments/list";
import { useDueWords } from "./use-due-words";

/** What stands with a promise: until when, that it was not kept, how late it was. */
export function useStateWords(): (one: CommitmentView) => string {
  const t = useTranslations("promises");
  const due = useDueWords();
  return (one) => {
    const date = due(one.promisedFor);
    if (!one.isHeard) return t("state.unsent", { date });
    if (one.outcome !== "kept_late") return t(`state.${one.outcome}`, { date });
    const late = Date.parse(one.closedAt ?? one.dueAt) - Date.parse(one.brokenAt ?? one.dueAt);
    return t("state.kept_late", { days: Math.max(1, Math.round(late / 86_400_000)) });
  };
}
