import { translator } from "@/app/_server/words";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { LineChart } from "@/app/(desk)/reports/charts/line";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Language } from "@/db/enums";
import type { Slice, TrendPoint } from "@/lib/reports/slice";
import { yearPoints } from "./year-points";

/** Whether the month was a good one: its first response as the last of thirteen months. */
export function Year({
  months,
  slice,
  isRunning,
  words,
  language,
}: {
  months: TrendPoint[];
  /** The days of the month itself. */
  slice: Slice;
  isRunning: boolean;
  words: ReportWords;
  language: Language;
}) {
  const t = translator(language, "reports.times");
  const title = translator(language, "satisfaction.month")("year");
  const points = yearPoints({ t, words }, { months, slice, isRunning });
  const known = points.filter(({ median }) => median !== null);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <div className="print:[&>section]:gap-1 print:[&>section]:border-0 print:[&>section]:p-0">
      <Chart
        title={title}
        definition="first_response"
        name={`month-${slice.from.slice(0, 7)}-year`}
        clock={slice.clock}
        aside={last?.reading ?? null}
        summary={
          first && last
            ? t("trendSummary", {
                title,
                n: known.length,
                first: first.name,
                firstMedian: first.said,
                last: last.name,
                lastMedian: last.said,
              })
            : t("trendNothing", { title })
        }
        table={{
          columns: [
            { label: t("steps.monthName"), unit: "text" },
            { label: t("median"), unit: "seconds" },
            { label: t("p90"), unit: "seconds" },
            { label: t("waiting"), unit: "count" },
            { label: t("nName"), unit: "count" },
          ],
          rows: points.map(({ name, median, p90, waiting, n, href }) => ({
            cells: [name, median, p90, waiting, n],
            href,
          })),
        }}
      >
        <LineChart
          label={title}
          places={points.map(({ month, reading, href }) => ({
            tick: words.tick(month, "month"),
            reading,
            href,
          }))}
          lines={[
            { name: t("medianEnd"), look: "solid", values: points.map(({ median }) => median) },
            { name: t("p90End"), look: "dashed", values: points.map(({ p90 }) => p90) },
          ]}
          unit="seconds"
          clock={slice.clock}
          isBanded
          height={110}
        />
      </Chart>
    </div>
  );
}
