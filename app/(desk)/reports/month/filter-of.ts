import { type ReportFilter, reportFilter } from "@/app/(desk)/reports/report-filter";
import type { Slice } from "@/lib/reports/slice";
import { addDays } from "@/lib/reports/steps";

/** The days of a month, and its brand, as the other reports are asked for them. */
export function filterOf({ from, to, brandId }: Slice): ReportFilter {
  return { ...reportFilter({}), days: { from, to: addDays(to, -1) }, brandId };
}
