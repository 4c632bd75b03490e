"use client";

import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { MarkedDate } from "@/lib/reports/marked-dates";
import { DateForm } from "./date-form";

/** What happened, the latest first; taking one away can be undone. */
export function DateList({
  dates,
  brands,
  today,
}: {
  dates: MarkedDate[];
  brands: Array<{ id: string; name: string }>;
  today: string;
}) {
  const t = useTranslations("satisfaction.dates");
  const format = useFormatter();
  const { busy, failed, save } = useSave();
  const [open, setOpen] = useState<string | null>(null);
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });

  return (
    <div className="flex flex-col gap-5">
      {failed ? (
        <p role="alert" className="text-now">
          {failed}
        </p>
      ) : null}
      {open === "new" ? (
        <DateForm date={null} brands={brands} today={today} onClose={() => setOpen(null)} />
      ) : (
        <div>
          <Button look="accent" onClick={() => setOpen("new")}>
            {t("add")}
          </Button>
        </div>
      )}
      {dates.length === 0 ? (
        <EmptyState icon={CalendarRange} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {dates.map((date) => (
            <li key={date.id} className="px-4 py-2">
              {open === date.id ? (
                <DateForm date={date} brands={brands} today={today} onClose={() => setOpen(null)} />
              ) : (
                <div className="flex flex-wrap items-center gap-3">
                  <div className="min-w-0 flex-1 basis-50">
                    <p className="font-medium">{date.title}</p>
                    <p className="text-ink-2 type-meta">
                      {[
                        t(`kinds.${date.kind}`),
                        date.firstDay === date.lastDay
                          ? day(date.firstDay)
                          : t("range", { from: day(date.firstDay), to: day(date.lastDay) }),
                        date.brand?.name ?? t("allBrands"),
                      ].join(" · ")}
                    </p>
                  </div>
                  <Button look="plain" onClick={() => setOpen(date.id)}>
                    {t("change")}
                  </Button>
                  <Button
                    look="plain"
                    disabled={busy}
                    onClick={() =>
                      void save(() => api("DELETE /marked-dates/{id}", { params: { id: date.id } }), {
                        said: t("removed", { title: date.title }),
                        undo: {
                          label: t("undo"),
                          run: () =>
                            api("POST /marked-dates", {
                              body: {
                                kind: date.kind,
                                title: date.title,
                                firstDay: date.firstDay,
                                lastDay: date.lastDay,
                                brandId: date.brand?.id ?? null,
                              },
                            }),
                        },
                      })
                    }
                  >
                    {t("remove")}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
