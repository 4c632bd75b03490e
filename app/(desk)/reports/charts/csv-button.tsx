"use client";

import { useTranslations } from "use-intl";
import { takeClass } from "./chart";
import type { ChartTable } from "./types";

/** The figures of a table that has no picture, as a file. */
export function CsvButton({ title, name, table }: { title: string; name: string; table: ChartTable }) {
  const t = useTranslations("charts");
  return (
    <button
      type="button"
      onClick={async () => (await import("./take")).takeCsv(name, table)}
      aria-label={t("csvOf", { title })}
      className={`-mr-1.5 text-ink-3 type-meta print:hidden ${takeClass}`}
    >
      CSV
    </button>
  );
}
