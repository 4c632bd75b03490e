"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import type { ChartTable } from "./types";

/** The figures of a table that has no picture, as a file. */
export function CsvButton({ title, name, table }: { title: string; name: string; table: ChartTable }) {
  const t = useTranslations("charts");
  return (
    <span className="-mr-2 print:hidden">
      <Button
        look="plain"
        onClick={async () => (await import("./take")).takeCsv(name, table)}
        aria-label={t("csvOf", { title })}
      >
        CSV
      </Button>
    </span>
  );
}
