import { translator } from "@/app/_server/words";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Behind, ByCard, ByName, nameOf } from "@/app/(desk)/reports/by-card";
import { enough } from "@/app/(desk)/reports/enough";
import { onlyOf } from "@/app/(desk)/reports/only-of";
import type { TargetRow } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";
import { type TargetsPage, tables, viewQuery } from "./targets-filter";

/** Met and missed of each channel, team or brand, by name; each number opens its conversations. */
export function ByTable({ page, rows }: { page: TargetsPage; rows: TargetRow[] }) {
  const { t, words, filter, view, slice } = page;
  const times = translator(words.language, "reports.times");
  const shown = rows.filter(({ kind }) => kind === view.kind);
  const columns = ["met", "missed", "running"] as const;
  return (
    <ByCard
      title={t("by", { by: t(`byName.${view.by}`) })}
      aside={t(`kinds.${view.kind}`)}
      by={view.by}
      tables={tables}
      query={(by) => viewQuery({ ...view, by })}
      filter={filter}
      times={times}
      csv={{
        name: `targets-by-${view.by}-${slice.from}`,
        table: {
          columns: [
            { label: t("kind"), unit: "text" },
            { label: times(`byShort.${view.by}`), unit: "text" },
            { label: t("met"), unit: "count" },
            { label: t("missed"), unit: "count" },
            { label: t("running"), unit: "count" },
          ],
          rows: shown.map((row) => ({
            cells: [t(`kinds.${row.kind}`), nameOf(view.by, row, times), row.met, row.missed, row.running],
            href: null,
          })),
        },
      }}
    >
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
              <ByName by={view.by} row={row} times={times} />
              <td className="whitespace-nowrap py-2 pl-3">{shareOf(page, row)}</td>
              {columns.map((column) => (
                <td key={column} className="py-2 pl-3">
                  <Behind
                    n={row[column]}
                    text={words.number(row[column])}
                    href={only && behindHref(filter, `${row.kind}:${column}`, only)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </ByCard>
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
