"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { Columns } from "@/app/(desk)/reports/charts/columns";
import { numbersHref, useSeriesName } from "@/app/(desk)/spikes/series-name";
import type { SpikeView } from "@/lib/spikes/list-spikes";

/** Each stretch that was more than usual, in the order of time: what was expected beside what came. */
export function SpikeChart({ spikes }: { spikes: readonly SpikeView[] }) {
  const t = useTranslations("spikes");
  const nameOf = useSeriesName();
  const format = useFormatter();
  const ordered = spikes.toSorted((a, b) => (a.fromHour < b.fromHour ? -1 : 1));
  const expected = (spike: SpikeView) => Math.round(spike.expected ?? 0);
  const hrefOf = (spike: SpikeView) => (spike.numbers.length > 0 ? numbersHref(spike.numbers) : null);
  const day = (spike: SpikeView) =>
    format.dateTime(new Date(spike.fromHour), { day: "numeric", month: "short" });
  return (
    <Chart
      title={t("chart")}
      definition="expected"
      aside={t("chartN", { n: spikes.length })}
      name="more-than-usual"
      clock="wall"
      summary={t("chartSummary", {
        n: spikes.length,
        list: ordered
          .map((one) =>
            t("chartReading", {
              name: nameOf(one),
              day: day(one),
              seen: one.seen,
              expected: expected(one),
              hours: one.hours,
            }),
          )
          .join("; "),
      })}
      table={{
        columns: [
          { label: t("what"), unit: "text" },
          { label: t("from"), unit: "text" },
          { label: t("hours"), unit: "count" },
          { label: t("expected"), unit: "count" },
          { label: t("seen"), unit: "count" },
        ],
        rows: ordered.map((one) => ({
          cells: [nameOf(one), one.fromHour, one.hours, expected(one), one.seen],
          href: hrefOf(one),
        })),
      }}
    >
      <Columns
        label={t("chart")}
        unit="count"
        clock="wall"
        arrange="beside"
        height={140}
        places={ordered.map((one) => ({
          tick: day(one),
          reading: t("chartReading", {
            name: nameOf(one),
            day: day(one),
            seen: one.seen,
            expected: expected(one),
            hours: one.hours,
          }),
          href: hrefOf(one),
        }))}
        series={[
          { name: t("expected"), look: "outline", values: ordered.map(expected) },
          { name: t("seen"), look: "solid", values: ordered.map(({ seen }) => seen) },
        ]}
      />
    </Chart>
  );
}
