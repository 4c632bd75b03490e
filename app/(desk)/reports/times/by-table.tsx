import { Go } from "@/app/_ui/go";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Behind, ByCard, ByName, nameOf } from "@/app/(desk)/reports/by-card";
import { enough } from "@/app/(desk)/reports/enough";
import { onlyOf } from "@/app/(desk)/reports/only-of";
import type { ReportFilter } from "@/app/(desk)/reports/report-filter";
import type { ByRow } from "@/lib/reports/slice";
import { medianText } from "./median-text";
import type { TimesPage } from "./page-of";
import { tables, viewQuery } from "./times-filter";

/** The same for each channel, team, person, tag or brand, by name. Persons beside how often the customer wrote again. */
export function ByTable({ page, rows }: { page: TimesPage; rows: ByRow[] }) {
  const { t, words, filter, view, slice } = page;
  const isPersons = view.by === "agent";
  const few = (row: ByRow) => row.n + row.waiting.n < enough;
  const columns = [
    { label: t(`byShort.${view.by}`), unit: "text" },
    { label: t("median"), unit: "seconds" },
    { label: t("p90"), unit: "seconds" },
    { label: t("nName"), unit: "count" },
    { label: t("waiting"), unit: "count" },
  ] as const;
  return (
    <ByCard
      title={t(`by.${view.by}`)}
      aside={t(isPersons ? "byPersonsAside" : "byAside")}
      by={view.by}
      tables={tables}
      query={(by) => viewQuery({ ...view, by }, slice)}
      filter={filter}
      times={t}
      csv={{
        name: `${view.measure}-by-${view.by}-${slice.from}`,
        table: {
          columns: [...columns],
          rows: rows.map((row) => ({
            cells: [
              nameOf(view.by, row, t),
              few(row) ? null : row.median,
              few(row) ? null : row.p90,
              row.n,
              row.waiting.n,
            ],
            href: null,
          })),
        },
      }}
      foot={isPersons ? t("neverRanked", { enough }) : null}
    >
      <thead className="sr-only">
        <tr>
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const only = onlyOf(view.by, row.id);
          return (
            <tr key={row.id ?? "none"} className="border-line border-t">
              <ByName by={view.by} row={row} times={t}>
                {isPersons ? (
                  <span className="block truncate text-ink-2 type-meta max-desk:whitespace-normal">
                    {again(page, row, only)}
                  </span>
                ) : null}
              </ByName>
              <td className={`whitespace-nowrap py-2 pl-2 ${few(row) ? "text-ink-2" : "font-semibold"}`}>
                {medianText(page, row)}
              </td>
              <td className="whitespace-nowrap py-2 pl-3 text-ink-2">
                {few(row) || row.p90 === null ? "" : words.duration(row.p90)}
              </td>
              <td className="whitespace-nowrap py-2 pl-3">
                <Behind
                  n={row.n}
                  text={words.number(row.n)}
                  href={only && behindHref(filter, `${view.measure}:answered`, only)}
                />
              </td>
              <td className="whitespace-nowrap py-2 pl-3 text-ink-2">
                {row.waiting.n > 0 ? (
                  <Behind
                    n={row.waiting.n}
                    text={t("waitingShort", { n: row.waiting.n })}
                    href={only && behindHref(filter, `${view.measure}:waiting`, only)}
                  />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </ByCard>
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
