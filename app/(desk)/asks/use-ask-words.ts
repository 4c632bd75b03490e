"use client";

import { useTranslations } from "use-intl";
import { useNow } from "@/app/_ui/now";
import { useMoment } from "@/app/_ui/time";
import type { AskView } from "@/lib/asks/list-asks";

/** "Asked Hannah, by 15:00"; of people the first name is enough. */
export function useAskWords(): (ask: AskView) => string {
  const t = useTranslations("asks");
  const moment = useMoment();
  const now = useNow();
  return ({ asked, state, dueAt }) => {
    const name = asked.kind === "agent" ? (asked.name.split(" ")[0] ?? asked.name) : asked.name;
    if (state !== "open") return t(state, { name });
    if (dueAt === null) return t("asked", { name });
    return t(Date.parse(dueAt) < now ? "late" : "askedBy", { name, time: moment(dueAt) });
  };
}
