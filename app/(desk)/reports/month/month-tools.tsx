"use client";

import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import type { ChartTable } from "@/app/(desk)/reports/charts/types";
import { Choice } from "@/app/(desk)/reports/choice";
import { shiftMonth } from "@/lib/reports/month-slices";

/** Which month and whose; both stand in the address. */
export function MonthTools({
  month,
  running,
  brandId,
  brands,
  table,
}: {
  month: string;
  running: string;
  brandId: string | null;
  brands: Array<{ id: string; name: string }>;
  /** What stands on the page, to take away. */
  table: ChartTable;
}) {
  const t = useTranslations("satisfaction.month");
  const pages = useTranslations("reports");
  const charts = useTranslations("charts");
  const format = useFormatter();
  const router = useRouter();
  const go = (to: string, brand: string | null) =>
    router.push(`/reports/month?month=${to.slice(0, 7)}${brand ? `&brand=${brand}` : ""}`, { scroll: false });
  const nameOf = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { month: "long", year: "numeric", timeZone: "UTC" });
  const months = Array.from({ length: 25 }, (_, back) => shiftMonth(running, -back));
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button icon={ChevronLeft} onClick={() => go(shiftMonth(month, -1), brandId)}>
        {t("previous")}
      </Button>
      <Choice
        label={t("choose")}
        value={month}
        options={(months.includes(month) ? months : [...months, month]).map((day) => ({
          value: day,
          name: nameOf(day),
        }))}
        onPick={(day) => go(day, brandId)}
      />
      <Button
        icon={ChevronRight}
        disabled={month >= running}
        onClick={() => go(shiftMonth(month, 1), brandId)}
      >
        {t("next")}
      </Button>
      {brands.length > 1 ? (
        <Choice
          label={pages("brand")}
          value={brandId ?? ""}
          options={[
            { value: "", name: pages("allBrands") },
            ...brands.map(({ id, name }) => ({ value: id, name })),
          ]}
          onPick={(id) => go(month, id || null)}
        />
      ) : null}
      <Button
        aria-label={charts("csvOf", { title: nameOf(month) })}
        onClick={async () =>
          (await import("@/app/(desk)/reports/charts/take")).takeCsv(`month-${month.slice(0, 7)}`, table)
        }
      >
        {pages("csv")}
      </Button>
      <Button icon={Printer} onClick={() => print()}>
        {pages("print")}
      </Button>
    </div>
  );
}
