"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { Columns } from "@/app/(desk)/reports/charts/columns";
import type { LeakReport } from "@/lib/leaks/report";

/** Public complaints by week: those after telling us, the others that we could link, and the rest that we hold. */
export function LeakWeeks({ weeks }: { weeks: LeakReport["weeks"] }) {
  const t = useTranslations("leaks.report");
  const format = useFormatter();
  const day = (week: string) =>
    format.dateTime(new Date(`${week}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const sum = (of: "posts" | "linked" | "leaks") => weeks.reduce((all, week) => all + week[of], 0);
  const sums = { posts: sum("posts"), linked: sum("linked"), leaks: sum("leaks") };
  return (
    <Chart
      title={t("weeks")}
      definition="leak_rate"
      aside={t("ofPosts", { n: sums.posts })}
      name={`went-public-${weeks[0]?.week ?? ""}`}
      clock="wall"
      summary={t("weeksSummary", sums)}
      table={{
        columns: [
          { label: t("week"), unit: "text" },
          { label: t("colPosts"), unit: "count" },
          { label: t("colLinked"), unit: "count" },
          { label: t("colLeaks"), unit: "count" },
        ],
        rows: weeks.map(({ week, posts, linked, leaks }) => ({
          cells: [week, posts, linked, leaks],
          href: null,
        })),
      }}
    >
      <Columns
        label={t("weeks")}
        unit="count"
        clock="wall"
        arrange="stacked"
        places={weeks.map((week) => ({
          tick: day(week.week),
          reading: t("weekReading", { ...week, day: day(week.week) }),
          href: null,
        }))}
        series={[
          { name: t("keyLeaks", { count: sums.leaks }), look: "solid", values: weeks.map((w) => w.leaks) },
          {
            name: t("keyOtherLinked", { count: sums.linked - sums.leaks }),
            look: "hatch",
            values: weeks.map((w) => w.linked - w.leaks),
          },
          {
            name: t("keyNotLinked", { count: sums.posts - sums.linked }),
            look: "pale",
            values: weeks.map((w) => w.posts - w.linked),
          },
        ]}
      />
    </Chart>
  );
}
