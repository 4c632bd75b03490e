"use client";

import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Definition } from "@/app/(desk)/reports/definition";
import type { Clock } from "@/db/enums";
import { Reading } from "./reading";
import { ChartTableView } from "./table";
import type { ChartTable } from "./types";
import { useTableKey } from "./use-table-key";

/**
 * The frame of every chart: what it is, what is read at this moment, the same as a table (key `t`), and CSV and SVG to
 * take away. `summary` describes the picture in words for whoever does not see it; `name` is the file's, without ending.
 */
export function Chart({
  title,
  definition = null,
  summary,
  aside,
  note,
  name,
  table,
  clock,
  foot,
  children,
}: {
  title: string;
  /** A key of `metrics`: what is shown, explained beside it. */
  definition?: string | null;
  summary: string;
  /** At the right of the title while nothing is pointed at, such as "n 1,842". */
  aside?: ReactNode;
  note?: string;
  name: string;
  table: ChartTable;
  clock: Clock;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("charts");
  const box = useRef<HTMLElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [isTable, setTable] = useState(false);
  useTableKey(box, setTable);

  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-4 print:break-inside-avoid"
    >
      <header className="flex min-h-7 flex-wrap items-center justify-between gap-x-6 gap-y-0.5">
        <div className="flex items-center gap-0.5">
          <h3 className="font-semibold">{title}</h3>
          {definition === null ? null : <Definition of={definition} />}
        </div>
        <p aria-hidden={reading !== null} className="text-ink-2">
          {reading ?? aside}
        </p>
      </header>
      {note ? <p className="-mt-2 max-w-170 text-ink-2">{note}</p> : null}
      <figure ref={box} data-chart className="min-w-0">
        <figcaption className="sr-only">{summary}</figcaption>
        {isTable ? (
          <ChartTableView title={title} table={table} clock={clock} />
        ) : (
          <Reading value={setReading}>{children}</Reading>
        )}
      </figure>
      <footer className="mt-auto flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 text-ink-2">{foot}</div>
        <div className="-mr-1.5 ml-auto flex text-ink-3 type-meta print:hidden">
          <button
            type="button"
            aria-pressed={isTable}
            aria-keyshortcuts="t"
            title={t("tableKey")}
            onClick={() => setTable(!isTable)}
            className={takeClass}
          >
            {t(isTable ? "picture" : "table")}
          </button>
          <button
            type="button"
            onClick={async () => (await import("./take")).takeCsv(name, table)}
            aria-label={t("csvOf", { title })}
            className={takeClass}
          >
            CSV
          </button>
          {isTable ? null : (
            <button
              type="button"
              onClick={async () => (await import("./take")).takeSvg(name, title, box.current)}
              aria-label={t("svgOf", { title })}
              className={takeClass}
            >
              SVG
            </button>
          )}
        </div>
      </footer>
    </section>
  );
}

/** What takes a chart away stands back until somebody wants it. */
export const takeClass =
  "h-6 rounded-control px-1.5 hover:bg-hover hover:text-ink max-desk:h-11 max-desk:px-3";
