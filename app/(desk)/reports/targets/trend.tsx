import { translator } from "@/app/_server/words";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { LineChart } from "@/app/(desk)/reports/charts/line";
import { enough } from "@/app/(desk)/reports/enough";
import { marksOn } from "@/app/(desk)/reports/marks-on";
import { daysOfStep } from "@/app/(desk)/reports/times/times-filter";
import type { MarkedDate } from "@/lib/reports/marked-dates";
import type { TargetStep } from "@/lib/reports/read-target-trend";
import type { TargetsPage } from "./targets-filter";

/** The share met, step by step; a step of too few is a gap. */
export function TargetTrend({
  page,
  trend,
  marks,
}: {
  page: TargetsPage;
  trend: TargetStep[];
  marks: MarkedDate[];
}) {
  const { t, words, filter, slice, view } = page;
  const times = translator(words.language, "reports.times");
  const points = trend.filter(({ kind }) => kind === view.kind);
  const shares = points.map(({ met, missed }) => (met + missed < enough ? null : met / (met + missed)));
  const nameOf = ({ from }: TargetStep) =>
    view.step === "month" ? words.longMonth(from) : times("weekOf", { day: words.day(from) });
  const title = t("trend", { kind: t(`kinds.${view.kind}`), step: times(`steps.${view.step}`) });
  const places = points.map((point, at) => {
    const n = point.met + point.missed;
    const share = shares[at] ?? null;
    return {
      tick: words.tick(point.from, view.step),
      reading: t(share === null ? "readingFew" : "reading", {
        step: nameOf(point),
        met: point.met,
        n,
        share: share === null ? "" : words.share(share),
      }),
      href:
        point.missed > 0
          ? behindHref(filter, `${view.kind}:missed`, {
              days: daysOfStep(point.from, points[at + 1]?.from, slice),
            })
          : null,
    };
  });
  const known = points.flatMap((point, at) =>
    shares[at] == null ? [] : [{ point, share: shares[at] ?? 0 }],
  );
  const [first, last] = [known[0], known.at(-1)];
  return (
    <Chart
      title={title}
      aside={places.findLast((_, at) => shares[at] != null)?.reading ?? null}
      name={`${view.kind}-met-${slice.from}`}
      clock={filter.clock}
      summary={
        first && last
          ? t("trendSummary", {
              title,
              first: nameOf(first.point),
              firstShare: words.share(first.share),
              last: nameOf(last.point),
              lastShare: words.share(last.share),
            })
          : times("trendNothing", { title })
      }
      table={{
        columns: [
          { label: times(`steps.${view.step}Name`), unit: "text" },
          { label: t("share"), unit: "share" },
          { label: t("met"), unit: "count" },
          { label: t("missed"), unit: "count" },
        ],
        rows: points.map((point, at) => ({
          cells: [point.from, shares[at] ?? null, point.met, point.missed],
          href: places[at]?.href ?? null,
        })),
      }}
    >
      <LineChart
        label={title}
        places={places}
        lines={[{ name: t("metEnd"), look: "solid", values: shares }]}
        unit="share"
        clock={filter.clock}
        isBanded={false}
        marks={marksOn(
          marks,
          points.map(({ from }) => from),
        )}
      />
    </Chart>
  );
}
