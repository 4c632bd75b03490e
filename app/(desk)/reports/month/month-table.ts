import type { Say } from "@/app/_server/words";
import type { ChartTable } from "@/app/(desk)/reports/charts/types";
import { enough } from "@/app/(desk)/reports/enough";
import type { Language } from "@/db/enums";
import { nameOf } from "@/lib/contact-reasons/list-name";
import type { Board } from "@/lib/reports/read-board";
import type { ReasonCount, readReasons } from "@/lib/reports/read-reasons";
import type { Times } from "@/lib/reports/slice";

type Reasons = Awaited<ReturnType<typeof readReasons>>;

/**
 * The page of a month as a file: each figure with what it rests on, this month, the one before and the same a year ago,
 * then what customers wrote about. Seconds, shares and counts are plain numbers; under twenty there is none.
 */
export function monthTable(
  { t, language }: { t: Say; language: Language },
  {
    names,
    boards,
    reasons,
  }: { names: readonly string[]; boards: readonly Board[]; reasons: readonly Reasons[] },
): ChartTable {
  const rows: ChartTable["rows"] = figures.map(({ key, isSeconds, of }) => ({
    cells: [`${t(`rows.${key}`)}${isSeconds ? " (s)" : ""}`, ...boards.flatMap(of)],
    href: null,
  }));
  const themes = reasons[0]?.themes ?? [];
  const said = (one: ReasonCount | undefined, all: Reasons) => [one?.n ?? 0, all.said];
  for (const theme of themes) {
    rows.push({
      cells: [
        `${t("reasons")}: ${nameOf(theme, null, language)}`,
        ...reasons.flatMap((all) => said(find(all.themes, theme.id), all)),
      ],
      href: null,
    });
    for (const below of theme.below)
      rows.push({
        cells: [
          `${t("reasons")}: ${nameOf(theme, null, language)} › ${nameOf(below, null, language)}`,
          ...reasons.flatMap((all) => {
            const n = find(all.themes, theme.id)?.below.find(({ id }) => id === below.id)?.n ?? 0;
            return [n, all.said];
          }),
        ],
        href: null,
      });
  }
  return {
    columns: [
      { label: t("figure"), unit: "text" },
      ...names.flatMap((label) => [
        { label, unit: "text" as const },
        { label: `n, ${label}`, unit: "text" as const },
      ]),
    ],
    rows,
  };
}

function find(themes: readonly ReasonCount[], id: string): ReasonCount | undefined {
  return themes.find((theme) => theme.id === id);
}

type Pair = [value: number | null, n: number];

function length(times: Times, value: number | null): Pair {
  const n = times.n + times.waiting.n;
  return [n < enough ? null : value, n];
}

function share({ hits, n }: { hits: number; n: number }): Pair {
  return [n < enough ? null : hits / n, n];
}

const figures: Array<{ key: string; isSeconds: boolean; of(board: Board): Pair }> = [
  { key: "opened", isSeconds: false, of: ({ opened }) => [opened, opened] },
  { key: "first", isSeconds: true, of: ({ first }) => length(first, first.median) },
  { key: "p90", isSeconds: true, of: ({ first }) => length(first, first.p90) },
  { key: "resolution", isSeconds: true, of: ({ resolution }) => length(resolution, resolution.median) },
  { key: "targets", isSeconds: false, of: ({ targets }) => share(targets) },
  { key: "leaks", isSeconds: false, of: ({ leaks }) => [leaks, leaks] },
  { key: "promises", isSeconds: false, of: ({ promises }) => share(promises) },
  { key: "satisfied", isSeconds: false, of: ({ satisfaction }) => share(satisfaction.satisfied) },
];
