import { Go } from "@/app/_ui/go";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Card } from "@/app/(desk)/reports/card";
import { CsvButton } from "@/app/(desk)/reports/charts/csv-button";
import { enough } from "@/app/(desk)/reports/enough";
import type { ReportFilter } from "@/app/(desk)/reports/report-filter";
import type { ByRow } from "@/lib/reports/slice";
import { ChannelMark } from "./channel-mark";
import { medianText } from "./median-text";
import type { TimesPage } from "./page-of";
import { Tabs } from "./tabs";
import { type TableBy, tables, viewQuery } from "./times-filter";

/** The same for each channel, team, person, tag or brand, by name. Persons beside how often the customer wrote again. */
export function ByTable({ page, rows }: { page: TimesPage; rows: ByRow[] }) {
  const { t, words, filter, view, slice } = page;
  const isPersons = view.by === "agent";
  const title = t(`by.${view.by}`);
  const few = (row: ByRow) => row.n + row.waiting.n < enough;
  const nameOf = (row: ByRow) => row.name ?? t(row.id === null ? `none.${view.by}` : "gone");
  return (
    <Card
      title={title}
      aside={<span className="text-ink-2">{t(isPersons ? "byPersonsAside" : "byAside")}</span>}
    >
      <Tabs
        label={t("toldApart")}
        now={view.by}
        options={tables.map((by) => ({ value: by, name: t(`byShort.${by}`) }))}
        filter={filter}
        query={(by) => viewQuery({ ...view, by }, slice)}
      />
      <div className="overflow-x-auto">
        <table className="w-full text-right">
          <caption className="sr-only">{title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t(`byShort.${view.by}`)}</th>
              <th scope="col">{t("median")}</th>
              <th scope="col">{t("p90")}</th>
              <th scope="col">{t("nName")}</th>
              <th scope="col">{t("waiting")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const only = onlyOf(view.by, row.id);
              return (
                <tr key={row.id ?? "none"} className="border-line border-t">
                  <th
                    scope="row"
                    className="w-full min-w-28 max-w-0 truncate py-2 pr-2 max-desk:whitespace-normal text-left font-normal"
                  >
                    {view.by === "channel" ? <ChannelMark channelId={row.id} /> : null}
                    {nameOf(row)}
                    {isPersons ? (
                      <span className="block truncate text-ink-2 type-meta max-desk:whitespace-normal">
                        {again(page, row, only)}
                      </span>
                    ) : null}
                  </th>
                  <td className={`whitespace-nowrap py-2 pl-2 ${few(row) ? "text-ink-2" : "font-semibold"}`}>
                    {medianText(page, row)}
                  </td>
                  <td className="whitespace-nowrap py-2 pl-3 text-ink-2">
                    {few(row) || row.p90 === null ? "" : words.duration(row.p90)}
                  </td>
                  <td className="whitespace-nowrap py-2 pl-3">
                    {row.n > 0 && only ? (
                      <Go
                        href={behindHref(filter, `${view.measure}:answered`, only)}
                        className="underline decoration-dotted underline-offset-4"
                      >
                        {words.number(row.n)}
                      </Go>
                    ) : (
                      words.number(row.n)
                    )}
                  </td>
                  <td className="whitespace-nowrap py-2 pl-3 text-ink-2">
                    {row.waiting.n > 0 && only ? (
                      <Go
                        href={behindHref(filter, `${view.measure}:waiting`, only)}
                        className="underline decoration-dotted underline-offset-4"
                      >
                        {t("waitingShort", { n: row.waiting.n })}
                      </Go>
                    ) : row.waiting.n > 0 ? (
                      t("waitingShort", { n: row.waiting.n })
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-auto flex items-end justify-between gap-3">
        <p className="max-w-[48ch] text-ink-2 type-meta">{isPersons ? t("neverRanked", { enough }) : null}</p>
        <CsvButton
          title={title}
          name={`${view.measure}-by-${view.by}-${slice.from}`}
          table={{
            columns: [
              { label: t(`byShort.${view.by}`), unit: "text" },
              { label: t("median"), unit: "seconds" },
              { label: t("p90"), unit: "seconds" },
              { label: t("nName"), unit: "count" },
              { label: t("waiting"), unit: "count" },
            ],
            rows: rows.map((row) => ({
              cells: [
                nameOf(row),
                few(row) ? null : row.median,
                few(row) ? null : row.p90,
                row.n,
                row.waiting.n,
              ],
              href: null,
            })),
          }}
        />
      </div>
    </Card>
  );
}

/** "12 % wrote again"; nothing under twenty. */
function again({ t, words, filter }: TimesPage, row: ByRow, only: Partial<ReportFilter> | null) {
  const found = row.wroteAgain;
  if (!found || found.n < enough || only === null) return t("againFew");
  return (
    <Go
      href={behindHref(filter, "next_response:again", only)}
      className="underline decoration-dotted underline-offset-4"
    >
      {t("wroteAgain", {
        share: words.share(found.hits / found.n),
        hits: words.number(found.hits),
        n: words.number(found.n),
      })}
    </Go>
  );
}

function onlyOf(by: TableBy, id: string | null): Partial<ReportFilter> | null {
  if (id === null) return null;
  switch (by) {
    case "channel":
      return { channelId: id };
    case "team":
      return { teamId: id };
    case "agent":
      return { agentId: id };
    case "tag":
      return { tagId: id };
    case "brand":
      return { brandId: id };
  }
}
