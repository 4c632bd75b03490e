"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useNow } from "@/app/_ui/now";
import { useLasted, useLeft, useMoment } from "@/app/_ui/time";
import type { QueueRow, ViewName } from "@/lib/conversations/types";

/** `why` is what explains it: a target's counting, or why the row stands where it does. */
export type RowTime = { text: string; isNow: boolean; why?: "due" | "why" };

const HOUR = 3_600_000;

/**
 * The one time of a row: the earliest of what is left of their patience, our target and our promise, or what its view
 * is about. Patience is no deadline and never late: "about 7 h".
 */
export function useRowTime(row: QueueRow, view: ViewName, isByAge: boolean): RowTime {
  const t = useTranslations("queue.times");
  const now = useNow();
  const left = useLeft();
  const lasted = useLasted();
  const moment = useMoment();
  const format = useFormatter();

  function promisedDay(of: QueueRow): string | null {
    const at = String(of.reason?.code === "promise_due" ? of.reason.params.at : "").slice(0, 10);
    const day = Date.parse(at);
    if (Number.isNaN(day)) return null;
    const isNear = day - now < 6 * 24 * HOUR;
    return format.dateTime(day, {
      timeZone: "UTC",
      ...(isNear ? { weekday: "long" } : { day: "numeric", month: "short" }),
    });
  }

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
      if (isByAge)
        return {
          text: row.waitingSince ? t("waiting", { time: lasted(Date.parse(row.waitingSince), now) }) : "",
          isNow: false,
        };
      const { by, hours, promiseAt } = row.risk ?? { by: "target", hours: null, promiseAt: null };
      const date = by === "promise" ? promiseAt : by === "target" ? row.dueAt : null;
      if (date === null && row.risk)
        return {
          text: hours === null ? "" : t("about", { time: lasted(0, hours * HOUR) }),
          isNow: row.band === "now",
          why: "why",
        };
      const due = left(date);
      const { late } = due;
      // A day that was promised is a day of the house, as the reason beside it says.
      const text = by === "promise" && due.kind === "day" ? (promisedDay(row) ?? due.text) : due.text;
      const isEnd = by === "target" && row.dueKind === "resolution";
      return {
        text: isEnd ? t("resolve", { time: text }) : text,
        isNow: late || (date !== null && Date.parse(date) - now <= HOUR),
        why: by === "promise" ? "why" : "due",
      };
    }
  }
}
