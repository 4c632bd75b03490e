import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { Columns } from "@/app/(desk)/reports/charts/columns";
import type { SpreadClass } from "@/lib/reports/slice";
import type { TimesPage } from "./page-of";

/** How many took how long: what one number cannot say. */
export function Spread({ page, spread }: { page: TimesPage; spread: SpreadClass[] }) {
  const { t, words, filter, view, slice } = page;
  const all = spread.reduce((sum, { n, waiting }) => sum + n + waiting, 0);
  const nameOf = ({ from, to }: SpreadClass) =>
    to === null
      ? t("over", { from: words.duration(from, "wall") })
      : from === 0
        ? t("under", { to: words.duration(to, "wall") })
        : t("between", { from: words.duration(from, "wall"), to: words.duration(to, "wall") });
  const places = spread.map((one) => ({
    tick: one.to === null ? `${words.duration(one.from, "wall")} +` : `< ${words.duration(one.to, "wall")}`,
    reading: t("spreadReading", {
      class: nameOf(one),
      n: words.number(one.n),
      share: words.share(all === 0 ? 0 : (one.n + one.waiting) / all),
      waiting: one.waiting,
    }),
    href: one.n > 0 ? behindHref(filter, `${view.measure}:class:${one.from}-${one.to ?? ""}`) : null,
  }));
  const most = spread.reduce<SpreadClass | null>(
    (top, one) => (top === null || one.n > top.n ? one : top),
    null,
  );
  const title = t("spreadTitle", { measure: t(`measures.${view.measure}`) });
  return (
    <Chart
      title={title}
      aside={t("n", { n: words.number(all) })}
      name={`${view.measure}-spread-${slice.from}`}
      clock={filter.clock}
      summary={most ? t("spreadSummary", { title, n: all, class: nameOf(most), most: most.n }) : title}
      table={{
        columns: [
          { label: t("took"), unit: "text" },
          { label: t("waiting"), unit: "count" },
          { label: t("answered"), unit: "count" },
        ],
        rows: spread.map((one, at) => ({
          cells: [nameOf(one), one.waiting, one.n],
          href: places[at]?.href ?? null,
        })),
      }}
    >
      <Columns
        label={title}
        places={places}
        series={[
          { name: t("answered"), look: "solid", values: spread.map(({ n }) => n) },
          { name: t("waitingSoFar"), look: "hatch", values: spread.map(({ waiting }) => waiting) },
        ]}
        unit="count"
        clock={filter.clock}
        arrange="stacked"
        height={200}
      />
    </Chart>
  );
}
