"use client";

import { ChartNoAxesColumn } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { useMoment } from "@/app/_ui/time";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import { numbersHref, useSeriesName } from "@/app/(desk)/spikes/series-name";
import type { SpikeView } from "@/lib/spikes/list-spikes";
import { SpikeChart } from "./spike-chart";

/** The newest first: expected and seen, the words that came again and again, and whether somebody called it none. */
export function SpikeList({ spikes }: { spikes: SpikeView[] }) {
  const t = useTranslations("spikes");
  const { busy, failed, save } = useSave();
  if (spikes.length === 0)
    return (
      <EmptyState icon={ChartNoAxesColumn} title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <FailedLine text={failed} />
      <SpikeChart spikes={spikes} />
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {spikes.map((spike) => (
          <li
            key={spike.id}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 print:break-inside-avoid"
          >
            <Words spike={spike} />
            <span className="flex flex-wrap gap-2 print:hidden">
              {spike.isFalse ? (
                <Button
                  look="plain"
                  disabled={busy}
                  onClick={() =>
                    void save(() => api("POST /spikes/{id}/restore", { params: { id: spike.id } }), {
                      said: t("restored"),
                    })
                  }
                >
                  {t("restore")}
                </Button>
              ) : (
                <Button
                  look="plain"
                  disabled={busy}
                  onClick={() =>
                    void save(
                      () =>
                        api("POST /spikes/{id}/dismiss", { params: { id: spike.id }, body: { as: "none" } }),
                      { said: t("isNone") },
                    )
                  }
                >
                  {t("callNone")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({ spike }: { spike: SpikeView }) {
  const t = useTranslations("spikes");
  const line = useTranslations("spikeLine");
  const nameOf = useSeriesName();
  const moment = useMoment();
  return (
    <div className="min-w-0 flex-1 basis-80">
      <p>
        <strong className="font-semibold">{nameOf(spike)}:</strong>{" "}
        {spike.expected === null
          ? line("seenOnly", { seen: spike.seen, hours: spike.hours })
          : line("seen", { expected: Math.round(spike.expected), seen: spike.seen, hours: spike.hours })}
      </p>
      <p className="text-ink-2">
        {moment(spike.fromHour)} · {spike.brand.name} ·{" "}
        {t(spike.isFalse ? "state.none" : spike.endedAt === null ? "state.now" : "state.over")}
        {spike.dismissed?.by ? ` · ${t("by", { name: spike.dismissed.by })}` : null}
      </p>
      {spike.groups.map((group) => (
        <p key={group.numbers.join()} className="truncate">
          <Go href={numbersHref(group.numbers)} className="text-accent underline-offset-4 hover:underline">
            {line("alike", { count: group.count, text: group.text.slice(0, 100) })}
          </Go>
        </p>
      ))}
      {spike.numbers.length > 0 ? (
        <Go href={numbersHref(spike.numbers)} className="text-accent underline-offset-4 hover:underline">
          {line("show", { count: spike.numbers.length })}
        </Go>
      ) : null}
    </div>
  );
}
