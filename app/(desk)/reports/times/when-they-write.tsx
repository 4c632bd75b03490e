import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { HeatMap } from "@/app/(desk)/reports/charts/heat-map";
import { Definition } from "@/app/(desk)/reports/definition";
import type { WeekHour } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";
import type { TimesPage } from "./page-of";

/** The week by hours: when customers ask something of us, how much of it while nobody is here, and who they are. */
export function WhenTheyWrite({ page, week }: { page: TimesPage; week: WeekHour[] }) {
  const { t, words, filter, slice } = page;
  const all = week.reduce((sum, { asked }) => sum + asked, 0);
  const outside = Math.round(week.reduce((sum, { asked, open }) => sum + asked * (1 - open), 0));
  const busiest = week.reduce<WeekHour | null>(
    (top, one) => (top === null || one.asked > top.asked ? one : top),
    null,
  );
  const hourOf = (cell: WeekHour) =>
    t("hourOf", { day: words.weekday(cell.weekday, "long"), from: cell.hour, to: cell.hour + 1 });
  const interval = all > 0 ? wilson(outside, all) : null;
  const href = ({ weekday, hour, asked }: WeekHour) =>
    asked > 0 ? behindHref(filter, `hour:${weekday}-${hour}`) : null;
  const days = Array.from({ length: 7 }, (_, at) => words.weekday(at));
  return (
    <Chart
      title={t("weekTitle")}
      aside={t("requests", { n: words.number(all) })}
      name={`requests-by-hour-${slice.from}`}
      clock={filter.clock}
      summary={
        busiest && all > 0
          ? t("weekSummary", { n: all, hour: hourOf(busiest), most: busiest.asked, outside })
          : t("weekNothing")
      }
      table={{
        columns: [
          { label: t("hour"), unit: "text" },
          ...days.map((label) => ({ label, unit: "count" as const })),
        ],
        rows: Array.from({ length: 24 }, (_, hour) => ({
          cells: [`${hour}–${hour + 1}`, ...days.map((_, day) => week[day * 24 + hour]?.asked ?? 0)],
          href: null,
          hrefs: [null, ...week.filter((cell) => cell.hour === hour).map(href)],
        })),
      }}
      foot={
        interval ? (
          <div className="flex items-start gap-1">
            <p>
              {t("outside", {
                share: words.share(outside / all),
                low: Math.floor(interval.low * 100),
                high: Math.ceil(interval.high * 100),
                outside: words.number(outside),
                n: words.number(all),
              })}
            </p>
            <Definition of="asked" />
          </div>
        ) : null
      }
    >
      <HeatMap
        label={t("weekTitle")}
        days={days}
        cells={week.map((cell) => ({
          value: cell.asked,
          open: cell.open,
          href: href(cell),
          reading: t(cell.open < 0.5 ? "cellClosed" : "cell", { hour: hourOf(cell), n: cell.asked }),
        }))}
        words={{ closed: t("closedHours"), fewer: t("fewer"), more: t("more") }}
      />
    </Chart>
  );
}
