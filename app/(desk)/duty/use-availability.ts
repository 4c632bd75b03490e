"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useMoment } from "@/app/_ui/time";
import type { Availability } from "@/lib/assignment/availability";
import { dutyKeys, getAvailability } from "./calls";

const FRESH_MS = 15_000;

/** Who is here, away, off hours or full, as of a moment ago; undefined until it is known. */
export function useAvailability(): Availability | undefined {
  const { data } = useQuery({
    queryKey: dutyKeys.availability,
    queryFn: getAvailability,
    staleTime: FRESH_MS,
    refetchInterval: 60_000,
  });
  return data;
}

/** "here, 4 of 6", "away until 14:00", "full: 6 of 6". */
export function usePersonWords(): (person: Availability["people"][number], teamId: string | null) => string {
  const t = useTranslations("duty");
  const moment = useMoment();
  return ({ state, until, open, caps }, teamId) => {
    const cap = (caps.find((one) => one.teamId === teamId) ?? (teamId === null ? caps[0] : undefined))?.cap;
    switch (state) {
      case "away":
        return until ? t("awayUntil", { time: moment(until) }) : t("away");
      case "off":
        return until ? t("offUntil", { time: moment(until) }) : t("off");
      case "here":
        if (cap === undefined) return t("open", { open });
        return t(open >= cap ? "atCap" : "openOf", { open, cap });
    }
  };
}
