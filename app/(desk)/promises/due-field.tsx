"use client";

import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { TextField } from "@/app/_ui/field";
import { readDate } from "@/lib/text/dates";

/** A date in words; it says back which moment it read. A bare day ends with that day's opening hours. */
export function DueField({
  value,
  zone,
  onChange,
}: {
  value: string;
  /** The customer's; null for the house's. */
  zone: string | null;
  onChange(words: string): void;
}) {
  const t = useTranslations("promises");
  const format = useFormatter();
  const house = useTimeZone() ?? "UTC";
  const timeZone = zone ?? house;
  const now = new Date();
  const exact = /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : null;
  const found = exact
    ? { at: exact, hasTime: true }
    : value.trim() === ""
      ? null
      : readDate(value, { now, zone: timeZone });
  const words = found && format.dateTime(found.at, { ...(found.hasTime ? dayAndHour : day), timeZone });
  return (
    <div aria-live="polite">
      <TextField
        label={t("due")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        hint={found ? t(found.hasTime ? "dueAt" : "dueOn", { time: words ?? "" }) : t("dueHint")}
        error={value.trim() !== "" && !found ? t("dueUnread") : undefined}
      />
    </div>
  );
}

const day = { weekday: "long", day: "numeric", month: "long" } as const;
const dayAndHour = { ...day, hour: "2-digit", minute: "2-digit" } as const;
