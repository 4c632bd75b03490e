"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useNow } from "@/app/_ui/now";
import { useLasted, useLeft, useMoment } from "@/app/_ui/time";
import type { QueueRow, ViewName } from "@/lib/conversations/types";

export type RowTime = { text: string; isNow: boolean };

const HOUR = 3_600_000;

/** The one time of a row: what is left until its target, or, where no target runs, what its view is about. */
export function useRowTime(row: QueueRow, view: ViewName): RowTime {
  const t = useTranslations("queue.times");
  const now = useNow();
  const left = useLeft();
  const lasted = useLasted();
  const moment = useMoment();
  const format = useFormatter();

  switch (view) {
    case "snoozed":
      return { text: row.snoozedUntil ? moment(row.snoozedUntil) : "", isNow: false };
    case "waiting":
      return { text: t("since", { time: lasted(Date.parse(row.lastMessageAt), now) }), isNow: false };
    case "resolved":
      return { text: moment(row.resolvedAt ?? row.lastMessageAt), isNow: false };
    case "all":
    case "spam":
      return {
        text: format.dateTime(new Date(row.lastMessageAt), { day: "numeric", month: "short" }),
        isNow: false,
      };
    case "queue":
    case "mine":
    case "team": {
      const { text, late } = left(row.dueAt);
      return { text, isNow: late || (row.dueAt !== null && Date.parse(row.dueAt) - now <= HOUR) };
    }
  }
}
