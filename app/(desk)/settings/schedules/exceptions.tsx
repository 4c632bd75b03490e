"use client";

import { CalendarDays, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button, buttonClass } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Schedule } from "@/lib/clock/schedule";
import { Intervals } from "./intervals";

type Exceptions = Schedule["exceptions"];

/** Days with hours of their own, or none: holidays, stocktaking. */
export function ExceptionFields({
  value,
  onChange,
}: {
  value: Exceptions;
  onChange(value: Exceptions): void;
}) {
  const t = useTranslations("hours");
  const [said, setSaid] = useState<string | null>(null);
  const change = (at: number, part: Partial<Exceptions[number]>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));

  function add() {
    const last = value.at(-1)?.date;
    const next = new Date(last ? Date.parse(last) + 86_400_000 : Date.now());
    onChange([...value, { date: next.toISOString().slice(0, 10), intervals: [], name: "" }]);
  }

  /** Days that have a line already keep it: somebody may have given them hours. */
  async function read(file: File) {
    try {
      const { holidays, leftOut } = await api("POST /schedules/holidays", {
        body: { calendar: await file.text() },
      });
      const known = new Set(value.map(({ date }) => date));
      const added = holidays.filter(({ date }) => !known.has(date)).map((day) => ({ ...day, intervals: [] }));
      onChange([...value, ...added].sort((a, b) => a.date.localeCompare(b.date)));
      setSaid(t("holidaysRead", { added: added.length, known: holidays.length - added.length, leftOut }));
    } catch (error) {
      setSaid(wordsOf(error));
    }
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="font-medium">{t("exceptions")}</h3>
        <div className="flex items-center gap-2">
          <label
            className={`${buttonClass("plain")} cursor-pointer focus-within:outline-2 focus-within:outline-accent`}
          >
            <Icon of={CalendarDays} size={15} />
            {t("readHolidays")}
            <input
              type="file"
              accept=".ics,text/calendar"
              className="sr-only"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) void read(file);
              }}
            />
          </label>
          <Button icon={Plus} onClick={add}>
            {t("addException")}
          </Button>
        </div>
      </div>
      <p role="status" className="type-meta empty:hidden">
        {said}
      </p>
      <p className="text-ink-3 type-meta">{t("exceptionsHint")}</p>
      {value.length > 0 ? (
        <ul className="divide-y divide-line rounded-card border border-line">
          {value.map((exception, at) => (
            <li key={at} className="flex flex-wrap items-start gap-2 px-4 py-2">
              <input
                type="date"
                required
                aria-label={t("date")}
                value={exception.date}
                onChange={(event) => change(at, { date: event.target.value })}
                className="h-8 rounded-control border border-line-strong bg-surface px-2 max-desk:h-11"
              />
              <input
                aria-label={t("exceptionName")}
                placeholder={t("exceptionName")}
                value={exception.name}
                maxLength={80}
                onChange={(event) => change(at, { name: event.target.value })}
                className="h-8 w-40 rounded-control border border-line-strong bg-surface px-2 max-desk:h-11"
              />
              <div className="flex min-w-52 flex-1">
                <Intervals
                  name={exception.date}
                  value={exception.intervals}
                  onChange={(intervals) => change(at, { intervals })}
                />
              </div>
              <IconButton
                icon={X}
                label={t("removeException", { date: exception.date })}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
