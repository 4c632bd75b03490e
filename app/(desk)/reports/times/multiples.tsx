import { Chart } from "@/app/(desk)/reports/charts/chart";
import { SmallMultiples } from "@/app/(desk)/reports/charts/small-multiples";
import { enough } from "@/app/(desk)/reports/enough";
import { reportQuery } from "@/app/(desk)/reports/report-filter";
import type { TrendLine } from "@/lib/reports/read-trend";
import type { TimesPage } from "./page-of";
import { coarseStep, viewQuery } from "./times-filter";

/** Each channel by itself, on one scale. */
export function Multiples({ page, lines }: { page: TimesPage; lines: TrendLine[] }) {
  const { t, words, filter, view, slice } = page;
  const step = coarseStep(slice);
  const shown = lines.filter(({ points }) => points.some((point) => point.n + point.waiting.n >= enough));
  const rest = lines.length - shown.length;
  if (shown.length < 2) return null;
  const title = t("multiplesTitle", { measure: t(`measures.${view.measure}`), step: t(`steps.${step}`) });
  const nOf = (line: TrendLine) => line.points.reduce((sum, { n }) => sum + n, 0);
  const nameOf = (line: TrendLine) => line.name ?? t("none.channel");
  return (
    <Chart
      title={title}
      aside={t("oneScale")}
      name={`${view.measure}-channels-${slice.from}`}
      clock={filter.clock}
      summary={t("multiplesSummary", {
        title,
        list: shown.map((line) => `${nameOf(line)}, n ${nOf(line)}`).join("; "),
      })}
      table={{
        columns: [
          { label: t("byShort.channel"), unit: "text" },
          { label: t(`steps.${step}Name`), unit: "text" },
          { label: t("median"), unit: "seconds" },
          { label: t("p90"), unit: "seconds" },
          { label: t("nName"), unit: "count" },
        ],
        rows: lines.flatMap((line) =>
          line.points.map((point) => {
            const isFew = point.n + point.waiting.n < enough;
            return {
              cells: [
                nameOf(line),
                point.from,
                isFew ? null : point.median,
                isFew ? null : point.p90,
                point.n,
              ],
              href: null,
            };
          }),
        ),
      }}
      foot={rest > 0 ? <p>{t("multiplesFew", { n: rest, enough })}</p> : null}
    >
      <SmallMultiples
        unit="seconds"
        clock={filter.clock}
        few={t("tooFew")}
        ends={{
          first: words.tick(lines[0]?.points[0]?.from ?? slice.from, step),
          last: words.tick(lines[0]?.points.at(-1)?.from ?? slice.from, step),
        }}
        charts={shown.map((line) => {
          const known = line.points.filter((point) => point.n + point.waiting.n >= enough);
          const last = known.at(-1);
          return {
            name: nameOf(line),
            text: t("multipleText", {
              median: last?.median == null ? t("notKnown") : words.duration(last.median),
              n: words.number(nOf(line)),
            }),
            values: line.points.map((point) => (known.includes(point) ? point.median : null)),
            upper: line.points.map((point) => (known.includes(point) ? point.p90 : null)),
            href:
              line.id === null
                ? null
                : `/reports/times${reportQuery({ ...filter, channelId: line.id }, viewQuery(view, slice))}`,
          };
        })}
      />
    </Chart>
  );
}
