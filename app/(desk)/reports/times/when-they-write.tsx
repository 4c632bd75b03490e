import { Chart } from "@/app/(desk)/reports/charts/chart";
import { HeatMap } from "@/app/(desk)/reports/charts/heat-map";
import type { WeekHour } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";
import type { TimesPage } from "./page-of";

/** The week by hours: when customers write, and how much of it while nobody is here. */
export function WhenTheyWrite({ page, week }: { page: TimesPage; week: WeekHour[] }) {
  const { t, words, filter, slice } = page;
  const all = week.reduce((sum, { received }) => sum + received, 0);
  const outside = Math.round(week.reduce((sum, { received, open }) => sum + received * (1 - open), 0));
  const busiest = week.reduce<WeekHour | null>(
    (top, one) => (top === null || one.received > top.received ? one : top),
    null,
  );
  const hourOf = (cell: WeekHour) =>
    t("hourOf", { day: words.weekday(cell.weekday, "long"), from: cell.hour, to: cell.hour + 1 });
  const interval = all > 0 ? wilson(outside, all) : null;
  const days = Array.from({ length: 7 }, (_, at) => words.weekday(at));
  return (
    <Chart
      title={t("weekTitle")}
      aside={t("messages", { n: words.number(all) })}
      name={`messages-by-hour-${slice.from}`}
      clock={filter.clock}
      summary={
        busiest && all > 0
          ? t("weekSummary", { n: all, hour: hourOf(busiest), most: busiest.received, outside })
          : t("weekNothing")
      }
      table={{
        columns: [
          { label: t("hour"), unit: "text" },
          ...days.map((label) => ({ label, unit: "count" as const })),
        ],
        rows: Array.from({ length: 24 }, (_, hour) => ({
          cells: [`${hour}–${hour + 1}`, ...days.map((_, day) => week[day * 24 + hour]?.received ?? 0)],
          href: null,
        })),
      }}
      foot={
        interval ? (
          <p>
            {t("outside", {
              share: words.share(outside / all),
              low: Math.floor(interval.low * 100),
              high: Math.ceil(interval.high * 100),
              outside: words.number(outside),
              n: words.number(all),
            })}
          </p>
        ) : null
      }
    >
      <HeatMap
        label={t("weekTitle")}
        days={days}
        cells={week.map((cell) => ({
          value: cell.received,
          open: cell.open,
          reading: t(cell.open < 0.5 ? "cellClosed" : "cell", { hour: hourOf(cell), n: cell.received }),
        }))}
        words={{ closed: t("closedHours"), fewer: t("fewer"), more: t("more") }}
      />
    </Chart>
  );
}
