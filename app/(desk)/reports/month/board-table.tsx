import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Definition } from "@/app/(desk)/reports/definition";
import { enough } from "@/app/(desk)/reports/enough";
import { reportQuery } from "@/app/(desk)/reports/report-filter";
import type { ReportWords } from "@/app/(desk)/reports/say";
import { scrollEdges } from "@/app/(desk)/reports/scroll-edges";
import type { Language } from "@/db/enums";
import type { MonthSlices } from "@/lib/reports/month-slices";
import type { Board } from "@/lib/reports/read-board";
import type { Slice, Times } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";
import { filterOf } from "./filter-of";

type Cell = { value: string; of: string; href: string | null };

/** One line a figure, this month first; each says what it rests on and opens its rows. */
export function BoardTable({
  slices,
  now,
  before,
  yearAgo,
  words,
  language,
}: {
  slices: MonthSlices;
  now: Board;
  before: Board;
  yearAgo: Board;
  words: ReportWords;
  language: Language;
}) {
  const t = translator(language, "satisfaction.month");
  const pages = translator(language, "reports");
  const columns = [
    { name: words.longMonth(slices.month.from), board: now, slice: slices.month },
    { name: words.longMonth(slices.before.from), board: before, slice: slices.before },
    { name: words.longMonth(slices.yearAgo.from), board: yearAgo, slice: slices.yearAgo },
  ];
  const n = (count: number) => pages("n", { count: words.number(count) });
  const nothing: Cell = { value: "–", of: n(0), href: null };

  function length(times: Times, value: number | null, href: string, rest = "waiting"): Cell {
    const all = times.n + times.waiting.n;
    if (all === 0) return nothing;
    const of = times.waiting.n > 0 ? `${n(times.n)}, ${t(rest, { n: times.waiting.n })}` : n(times.n);
    if (all < enough) return { value: pages("tooFew"), of, href };
    if (value !== null) return { value: words.duration(value), of, href };
    return {
      value: times.atLeast === null ? "–" : t("atLeast", { time: words.duration(times.atLeast) }),
      of,
      href,
    };
  }
  function share({ hits, n: all }: { hits: number; n: number }, href: string | null): Cell {
    if (all === 0) return nothing;
    if (all < enough) return { value: t("of", { hits, n: all }), of: `${pages("tooFew")}, ${n(all)}`, href };
    const { low, high } = wilson(hits, all);
    const interval = pages("between", { low: Math.floor(100 * low), high: Math.ceil(100 * high) });
    return { value: words.share(hits / all), of: `${interval}, ${n(all)}`, href };
  }
  function count(value: number, href: string | null): Cell {
    return { value: words.number(value), of: "", href: value > 0 ? href : null };
  }

  const rows: Array<{ key: string; definition: string; cell(board: Board, slice: Slice): Cell }> = [
    {
      key: "opened",
      definition: "opened",
      cell: (board, slice) => count(board.opened, behindHref(filterOf(slice), "volume:opened")),
    },
    {
      key: "first",
      definition: "first_response",
      cell: ({ first }, slice) =>
        length(first, first.median, behindHref(filterOf(slice), "first_response:answered")),
    },
    {
      key: "p90",
      definition: "p90",
      cell: ({ first }, slice) =>
        length(first, first.p90, behindHref(filterOf(slice), "first_response:answered")),
    },
    {
      key: "resolution",
      definition: "resolution",
      cell: ({ resolution }, slice) =>
        length(
          resolution,
          resolution.median,
          behindHref(filterOf(slice), "resolution:answered"),
          "unresolved",
        ),
    },
    {
      key: "targets",
      definition: "met",
      cell: ({ targets }, slice) => share(targets, behindHref(filterOf(slice), "targets:decided")),
    },
    { key: "leaks", definition: "leak_rate", cell: ({ leaks }) => count(leaks, null) },
    {
      key: "promises",
      definition: "kept",
      cell: ({ promises }, slice) =>
        share(promises, `/reports/promises${reportQuery(filterOf(slice), { outcome: "ended" })}`),
    },
    {
      key: "satisfied",
      definition: "csat",
      cell: ({ satisfaction }, slice) =>
        share(
          satisfaction.satisfied,
          `/reports/satisfaction${reportQuery(filterOf(slice), { figure: "answered" })}`,
        ),
    },
  ];

  return (
    <div
      className="overflow-x-auto rounded-card border border-line px-4 print:overflow-visible print:border-0 print:px-0"
      style={scrollEdges}
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr className="border-line border-b text-ink-2 type-meta">
            <td />
            {columns.map(({ name }) => (
              <th
                key={name}
                scope="col"
                className="px-3 py-2 text-right font-medium first-letter:uppercase print:py-1"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, definition, cell }) => (
            <tr key={key} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1.5 pr-3 font-medium print:py-0.5">
                <span className="inline-flex items-center gap-0.5">
                  {t(`rows.${key}`)}
                  <Definition of={definition} />
                </span>
              </th>
              {columns.map(({ name, board, slice }, at) => {
                const { value, of, href } = cell(board, slice);
                const number = (
                  <span className={`tabular-nums ${at === 0 ? "font-semibold" : ""}`}>{value}</span>
                );
                return (
                  <td key={name} className="whitespace-nowrap px-3 py-1.5 text-right print:py-0.5">
                    {href ? (
                      <Go href={href}>
                        <span className="underline decoration-dotted underline-offset-4 print:no-underline">
                          {number}
                        </span>
                        {restsOn(of)}
                      </Go>
                    ) : (
                      <>
                        {number}
                        {restsOn(of)}
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function restsOn(of: string) {
  return of === "" ? null : (
    <span className="block text-ink-2 type-meta print:text-[7.5pt] print:leading-[9pt]"> {of}</span>
  );
}
