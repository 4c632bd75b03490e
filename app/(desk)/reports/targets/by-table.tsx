import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Card } from "@/app/(desk)/reports/card";
import { CsvButton } from "@/app/(desk)/reports/charts/csv-button";
import { enough } from "@/app/(desk)/reports/enough";
import type { ReportFilter } from "@/app/(desk)/reports/report-filter";
import { ChannelMark } from "@/app/(desk)/reports/times/channel-mark";
import { Tabs } from "@/app/(desk)/reports/times/tabs";
import type { TargetRow } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";
import { type TargetsPage, tables, viewQuery } from "./targets-filter";

/** Met and missed of each channel, team or brand, by name; each number opens its conversations. */
export function ByTable({ page, rows }: { page: TargetsPage; rows: TargetRow[] }) {
  const { t, words, filter, view, slice } = page;
  const times = translator(words.language, "reports.times");
  const title = t("by", { by: t(`byName.${view.by}`) });
  const shown = rows.filter(({ kind }) => kind === view.kind);
  const nameOf = (row: TargetRow) => row.name ?? times(row.id === null ? `none.${view.by}` : "gone");
  const columns = ["met", "missed", "running"] as const;
  return (
    <Card title={title} aside={<span className="text-ink-2">{t(`kinds.${view.kind}`)}</span>}>
      <Tabs
        label={times("toldApart")}
        now={view.by}
        options={tables.map((by) => ({ value: by, name: times(`byShort.${by}`) }))}
        filter={filter}
        query={(by) => viewQuery({ ...view, by })}
      />
      <div className="overflow-x-auto">
        <table className="w-full text-right">
          <caption className="sr-only">{title}</caption>
          <thead className="text-ink-2 type-meta">
            <tr>
              <th scope="col" className="py-1.5 text-left font-medium">
                {times(`byShort.${view.by}`)}
              </th>
              <th scope="col" className="whitespace-nowrap py-1.5 pl-3 font-medium">
                {t("share")}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="whitespace-nowrap py-1.5 pl-3 font-medium">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const only = onlyOf(view.by, row.id);
              return (
                <tr key={row.id ?? "none"} className="border-line border-t">
                  <th
                    scope="row"
                    className="w-full min-w-28 max-w-0 truncate py-1.5 max-desk:whitespace-normal text-left font-normal"
                  >
                    {view.by === "channel" ? <ChannelMark channelId={row.id} /> : null}
                    {nameOf(row)}
                  </th>
                  <td className="whitespace-nowrap py-1.5 pl-3">{shareOf(page, row)}</td>
                  {columns.map((column) => (
                    <td key={column} className="py-1.5 pl-3">
                      {row[column] > 0 && only ? (
                        <Go
                          href={behindHref(filter, `${row.kind}:${column}`, only)}
                          className="underline decoration-dotted underline-offset-4"
                        >
                          {words.number(row[column])}
                        </Go>
                      ) : (
                        <span className={row[column] === 0 ? "text-ink-3" : ""}>
                          {words.number(row[column])}
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-auto flex justify-end">
        <CsvButton
          title={title}
          name={`targets-by-${view.by}-${slice.from}`}
          table={{
            columns: [
              { label: t("kind"), unit: "text" },
              { label: times(`byShort.${view.by}`), unit: "text" },
              { label: t("met"), unit: "count" },
              { label: t("missed"), unit: "count" },
              { label: t("running"), unit: "count" },
            ],
            rows: shown.map((row) => ({
              cells: [t(`kinds.${row.kind}`), nameOf(row), row.met, row.missed, row.running],
              href: null,
            })),
          }}
        />
      </div>
    </Card>
  );
}

/** "93 %, 82 to 98"; "too few" under twenty. */
function shareOf({ t, words }: TargetsPage, { met, missed }: TargetRow) {
  const n = met + missed;
  if (n < enough) return <span className="text-ink-2">{t("tooFew")}</span>;
  const { low, high } = wilson(met, n);
  return (
    <>
      <span className="font-semibold">{words.share(met / n)}</span>{" "}
      <span className="text-ink-2">
        {t("shortInterval", { low: Math.floor(100 * low), high: Math.ceil(100 * high) })}
      </span>
    </>
  );
}

function onlyOf(by: TargetsPage["view"]["by"], id: string | null): Partial<ReportFilter> | null {
  if (id === null) return null;
  switch (by) {
    case "channel":
      return { channelId: id };
    case "team":
      return { teamId: id };
    case "brand":
      return { brandId: id };
  }
}
