"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/app/_ui/icon-button";
import type { Interval } from "@/lib/clock/schedule";
import { TimeField } from "./time-field";

/** The hours of one day, several where there is a break; none is closed. Midnight at the end is 24:00. */
export function Intervals({
  name,
  value,
  onChange,
}: {
  /** Of the day, for who does not see the row. */
  name: string;
  value: Interval[];
  onChange(value: Interval[]): void;
}) {
  const t = useTranslations("hours");

  function set(at: number, side: 0 | 1, time: string) {
    const text = side === 1 && time === "00:00" ? "24:00" : time;
    onChange(
      value.map((interval, index): Interval => {
        if (index !== at) return interval;
        return side === 0 ? [text, interval[1]] : [interval[0], text];
      }),
    );
  }

  function add() {
    const last = value.at(-1);
    onChange([...value, last ? [last[1] === "24:00" ? "23:00" : last[1], "24:00"] : ["09:00", "18:00"]]);
  }

  return (
    <div className="flex min-w-0 flex-1 items-start gap-2">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        {value.length === 0 ? (
          <span className="inline-flex h-8 items-center px-1 text-ink-3">{t("closed")}</span>
        ) : null}
        {value.map(([opens, closes], at) => (
          <span
            key={at}
            className="inline-flex h-8 items-center rounded-control border border-line-strong pl-2 max-desk:h-11"
          >
            <TimeField
              label={t("opens", { day: name })}
              value={opens}
              onChange={(time) => set(at, 0, time)}
            />
            <span className="px-0.5 text-ink-3">{t("to")}</span>
            <TimeField
              label={t("closes", { day: name })}
              value={closes}
              onChange={(time) => set(at, 1, time)}
            />
            <IconButton
              icon={X}
              size={14}
              label={t("remove", { day: name, from: opens, to: closes })}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            />
          </span>
        ))}
      </div>
      <IconButton icon={Plus} label={t("add", { day: name })} onClick={add} />
    </div>
  );
}
