"use client";

import { Scale } from "lucide-react";
import { useTranslations } from "use-intl";
import { Chip } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { useCalendarDay } from "./use-calendar-day";
import { useRequest } from "./use-request";

const week = 7 * 86_400_000;

/** What is asked for, and by when the law wants it answered. */
export function PrivacyChip({ id, version }: { id: string; version: number }) {
  const t = useTranslations("privacy");
  const now = useNow();
  const day = useCalendarDay();
  const request = useRequest(id, version)?.request;
  if (!request) return null;
  const left = Date.parse(request.dueAt) - now;
  const kind = t(`kinds.${request.kind}`);
  return (
    <Chip tone={!request.doneAt && left < week ? "now" : "plain"}>
      <Icon of={Scale} size={14} />
      {request.doneAt
        ? t("chipDone", { kind })
        : t(left < 0 ? "chipLate" : "chip", { kind, date: day(request.dueAt) })}
    </Chip>
  );
}
