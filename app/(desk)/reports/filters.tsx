"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useDesk } from "@/app/(desk)/desk";
import { periods, type ReportFilter, reportQuery } from "./report-filter";

/** Period and brand of a report; the address of the page is where they are kept. */
export function ReportFilters({ filter }: { filter: ReportFilter }) {
  const t = useTranslations("reports");
  const { brands } = useDesk();
  const router = useRouter();
  const path = usePathname();
  const go = (next: ReportFilter) => router.push(`${path}${reportQuery(next)}`);

  return (
    <>
      <select
        aria-label={t("period")}
        value={filter.weeks}
        onChange={(event) => go({ ...filter, weeks: Number(event.target.value) })}
        className={selectClass}
      >
        {periods.map((weeks) => (
          <option key={weeks} value={weeks}>
            {t("lastWeeks", { weeks })}
          </option>
        ))}
      </select>
      {brands.length > 1 ? (
        <select
          aria-label={t("brand")}
          value={filter.brandId ?? ""}
          onChange={(event) => go({ ...filter, brandId: event.target.value || null })}
          className={selectClass}
        >
          <option value="">{t("allBrands")}</option>
          {brands.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}

const selectClass =
  "h-7 max-w-48 rounded-control border border-line-strong bg-surface px-2 type-row font-medium text-ink hover:bg-hover max-desk:h-11";
