import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { Columns } from "@/app/(desk)/reports/charts/columns";
import { marksOn } from "@/app/(desk)/reports/marks-on";
import type { TimesPage } from "@/app/(desk)/reports/times/page-of";
import { daysOfStep } from "@/app/(desk)/reports/times/times-filter";
import type { MarkedDate } from "@/lib/reports/marked-dates";
import type { VolumePoint } from "@/lib/reports/slice";

/** What came beside what was answered and resolved, step by step, with what was open at the end of each. */
export function Course({
  page,
  volume,
  marks,
}: {
  page: TimesPage;
  volume: VolumePoint[];
  marks: MarkedDate[];
}) {
  const { t, words, filter, view, slice } = page;
  const title = t("course", { step: t(`steps.${view.step}`) });
  const nameOf = (from: string) =>
    t(view.step === "day" ? "dayOf" : "stepFrom", { day: words.wholeDay(from) });
  const href = (at: number, figure: string) =>
    behindHref(filter, figure, { days: daysOfStep(volume[at]?.from ?? "", volume[at + 1]?.from, slice) });
  const [first, last] = [volume[0], volume.at(-1)];
  return (
    <Chart
      title={title}
      aside={t("steps.each", { n: volume.length })}
      name={`workload-${slice.from}`}
      clock={filter.clock}
      summary={t("courseSummary", {
        title,
        n: volume.length,
        before: first?.backlog ?? 0,
        now: last?.backlog ?? 0,
      })}
      table={{
        columns: [
          { label: t(`steps.${view.step}Name`), unit: "text" },
          ...(["received", "opened", "reopened", "answered", "resolved", "closed", "backlog"] as const).map(
            (name) => ({ label: t(`columns.${name}`), unit: "count" as const }),
          ),
        ],
        rows: volume.map((point, at) => ({
          cells: [
            point.from,
            point.received,
            point.opened,
            point.reopened,
            point.answered,
            point.resolved,
            point.closed,
            point.backlog,
          ],
          href: href(at, "volume:opened"),
        })),
      }}
    >
      <Columns
        label={title}
        unit="count"
        clock={filter.clock}
        arrange="beside"
        places={volume.map((point, at) => ({
          tick: words.tick(point.from, view.step),
          reading: t("courseReading", { ...point, step: nameOf(point.from) }),
          href: point.opened > 0 ? href(at, "volume:opened") : null,
        }))}
        series={[
          { name: t("columns.opened"), look: "solid", values: volume.map(({ opened }) => opened) },
          { name: t("columns.answered"), look: "hatch", values: volume.map(({ answered }) => answered) },
          { name: t("columns.resolved"), look: "pale", values: volume.map(({ resolved }) => resolved) },
        ]}
        marks={marksOn(
          marks,
          volume.map(({ from }) => from),
        )}
        over={{ name: t("columns.backlog"), values: volume.map(({ backlog }) => backlog) }}
      />
    </Chart>
  );
}
