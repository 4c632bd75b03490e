"use client";

import { useTranslations } from "use-intl";
import { Bars } from "@/app/(desk)/reports/charts/bars";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { enough } from "@/app/(desk)/reports/enough";
import { useShare } from "@/app/(desk)/reports/share";
import type { LeakReport } from "@/lib/leaks/report";

/** Where the time went before they posted: four causes, each with what the share may be. */
export function LeakCauses({ report }: { report: LeakReport }) {
  const t = useTranslations("leaks");
  const words = useTranslations("reports");
  const say = useShare();
  const n = report.rows.length;
  const hasShare = n >= enough;
  return (
    <Chart
      title={t("report.causes")}
      definition="leak_cause"
      aside={words("n", { count: n })}
      name="went-public-causes"
      clock="wall"
      summary={report.causes
        .map(({ cause, share }) => `${t(`causes.${cause}`)}: ${share.hits}, ${say(share)}`)
        .join(". ")}
      table={{
        columns: [
          { label: t("report.causes"), unit: "text" },
          { label: "n", unit: "count" },
          { label: t("report.shareOf"), unit: "text" },
        ],
        rows: report.causes.map(({ cause, share }) => ({
          cells: [t(`causes.${cause}`), share.hits, say(share)],
          href: null,
        })),
      }}
    >
      <Bars
        label={t("report.causes")}
        rows={report.causes.map(({ cause, share }) => ({
          name: t(`causes.${cause}`),
          value: share.hits,
          text: String(share.hits),
          look: "solid",
          interval:
            hasShare && share.low !== null && share.high !== null
              ? { low: share.low * n, high: share.high * n }
              : null,
          href: null,
        }))}
      />
      <ul className="mt-3 flex flex-col gap-1 text-ink-2 type-meta">
        {report.causes.map(({ cause, share }) => (
          <li key={cause}>
            <span className="text-ink">{t(`causes.${cause}`)}</span>: {t(`causeHints.${cause}`)}; {say(share)}
          </li>
        ))}
      </ul>
    </Chart>
  );
}
