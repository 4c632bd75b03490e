import { translator } from "@/app/_server/words";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { LineChart } from "@/app/(desk)/reports/charts/line";
import { enough } from "@/app/(desk)/reports/enough";
import { marksOn } from "@/app/(desk)/reports/marks-on";
import { type ReportFilter, reportQuery } from "@/app/(desk)/reports/report-filter";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Language } from "@/db/enums";
import type { MarkedDate } from "@/lib/reports/marked-dates";
import { addDays } from "@/lib/reports/steps";
import type { SatisfactionReport } from "@/lib/satisfaction/report";
import { shareText } from "./share-text";

/** The share of each month with enough answers; a month with too few is a gap, not a point. */
export function Months({
  report,
  words,
  language,
  filter,
  marks,
}: {
  report: SatisfactionReport;
  words: ReportWords;
  language: Language;
  filter: ReportFilter;
  marks: MarkedDate[];
}) {
  const t = translator(language, "satisfaction.report");
  const pages = translator(language, "reports");
  const { months } = report;
  if (months.length < 2) return null;
  const hrefOf = (month: string) => {
    const last = addDays(nextMonth(month), -1);
    return `/reports/satisfaction${reportQuery({ ...filter, days: { from: month, to: last } }, { figure: "answered" })}#behind`;
  };
  const rows = months.map(({ month, satisfied, answered }) => ({
    month,
    name: words.longMonth(month),
    share: satisfied.n >= enough ? satisfied.hits / satisfied.n : null,
    rate: answered.n >= enough ? answered.hits / answered.n : null,
    text: shareText(pages, words, satisfied),
    n: satisfied.n,
    asked: answered.n,
  }));
  const last = rows.at(-1);
  return (
    <Chart
      title={t("byMonth")}
      aside={t("answers", { n: report.satisfied.n })}
      name="satisfaction-months"
      clock={filter.clock}
      summary={
        last
          ? t("monthsSummary", { n: rows.length, month: last.name, value: last.text.value, of: last.text.of })
          : ""
      }
      table={{
        columns: [
          { label: t("month"), unit: "text" },
          { label: t("satisfied"), unit: "share" },
          { label: t("head.answers"), unit: "count" },
          { label: t("asked"), unit: "count" },
          { label: t("answered"), unit: "share" },
        ],
        rows: rows.map((row) => ({
          cells: [row.name, row.share, row.n, row.asked, row.rate],
          href: hrefOf(row.month),
        })),
      }}
    >
      <LineChart
        label={t("byMonth")}
        places={rows.map((row) => ({
          tick: words.tick(row.month, "month"),
          reading: `${row.name}: ${row.text.value}, ${row.text.of}`,
          href: hrefOf(row.month),
        }))}
        lines={[
          { name: t("satisfied"), look: "solid", values: rows.map(({ share }) => share) },
          { name: t("answered"), look: "dashed", values: rows.map(({ rate }) => rate) },
        ]}
        marks={marksOn(
          marks.filter(({ firstDay }) => firstDay >= months[0]!.month),
          months.map(({ month }) => month),
        )}
        unit="share"
        isBanded={false}
        clock={filter.clock}
        height={180}
      />
    </Chart>
  );
}

function nextMonth(month: string): string {
  const date = new Date(`${month}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}
