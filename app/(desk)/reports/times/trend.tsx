import { behindHref, myBehindHref } from "@/app/(desk)/reports/behind-href";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { LineChart } from "@/app/(desk)/reports/charts/line";
import { enough } from "@/app/(desk)/reports/enough";
import { marksOn } from "@/app/(desk)/reports/marks-on";
import type { MarkedDate } from "@/lib/reports/marked-dates";
import type { TrendPoint } from "@/lib/reports/slice";
import { medianText } from "./median-text";
import type { TimesPage } from "./page-of";
import { Tabs } from "./tabs";
import { daysOfStep, steps, viewQuery } from "./times-filter";

/** The course of one measure: half and nine of ten, step by step; a step of too few is a gap. */
export function Trend({
  page,
  trend,
  target,
  marks,
}: {
  page: TimesPage;
  trend: TrendPoint[];
  /** In seconds, where one holds for everything that is shown. */
  target: number | null;
  marks: MarkedDate[];
}) {
  const { t, words, filter, slice, view } = page;
  const hrefOf = page.whose === "mine" ? myBehindHref : behindHref;
  const isEnough = (point: TrendPoint) => point.n + point.waiting.n >= enough;
  const nameOf = (point: TrendPoint) =>
    (view.step === "month"
      ? words.longMonth(point.from)
      : t(view.step === "week" ? "weekOf" : "dayOf", { day: words.day(point.from) })) +
    (filter.days === null && point === trend.at(-1) ? t("soFar") : "");
  const places = trend.map((point, at) => ({
    tick: words.tick(point.from, view.step),
    reading: isEnough(point)
      ? t("reading", {
          step: nameOf(point),
          median: medianText(page, point),
          p90: point.p90 === null ? t("notKnown") : words.duration(point.p90),
          n: words.number(point.n),
          waiting: point.waiting.n,
        })
      : t("readingFew", { step: nameOf(point), n: point.n + point.waiting.n }),
    href:
      point.n > 0
        ? hrefOf(filter, `${view.measure}:answered`, {
            days: daysOfStep(point.from, trend[at + 1]?.from, slice),
          })
        : null,
  }));
  const median = trend.map((point) => (isEnough(point) ? point.median : null));
  const p90 = trend.map((point) => (isEnough(point) ? point.p90 : null));
  const gaps = trend.filter((point) => !isEnough(point) && point.n + point.waiting.n > 0).length;
  const title = t("trendTitle", { measure: t(`measures.${view.measure}`), step: t(`steps.${view.step}`) });
  const known = trend.filter((point) => isEnough(point) && point.median !== null);
  const [from, to] = [known[0], known.at(-1)];
  return (
    <Chart
      title={title}
      name={`${view.measure}-${view.step}-${slice.from}`}
      clock={filter.clock}
      aside={places.findLast((_, at) => median[at] !== null)?.reading ?? null}
      summary={
        from && to
          ? t("trendSummary", {
              title,
              n: known.length,
              first: nameOf(from),
              firstMedian: medianText(page, from),
              last: nameOf(to),
              lastMedian: medianText(page, to),
            })
          : t("trendNothing", { title })
      }
      table={{
        columns: [
          { label: t(`steps.${view.step}Name`), unit: "text" },
          { label: t("median"), unit: "seconds" },
          { label: t("p90"), unit: "seconds" },
          { label: t("waiting"), unit: "count" },
          { label: t("nName"), unit: "count" },
        ],
        rows: trend.map((point, at) => ({
          cells: [
            point.from,
            isEnough(point) ? point.median : null,
            isEnough(point) ? point.p90 : null,
            point.waiting.n,
            point.n,
          ],
          href: places[at]?.href ?? null,
        })),
      }}
      foot={
        <div className="flex flex-col gap-1">
          {gaps > 0 ? <p>{t("gaps", { n: gaps, enough })}</p> : null}
          <div className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
            <Tabs
              label={t("step")}
              now={view.step}
              options={steps.map((step) => ({ value: step, name: t(`steps.${step}Name`) }))}
              filter={filter}
              query={(step) => viewQuery({ ...view, step }, slice)}
            />
          </div>
        </div>
      }
    >
      <LineChart
        label={title}
        places={places}
        lines={[
          { name: t("medianEnd"), look: "solid", values: median },
          { name: t("p90End"), look: "dashed", values: p90 },
        ]}
        unit="seconds"
        clock={filter.clock}
        isBanded
        marks={marksOn(
          marks,
          trend.map(({ from }) => from),
        )}
        target={
          target === null ? null : { name: t("target", { time: words.duration(target) }), value: target }
        }
      />
    </Chart>
  );
}
