import { type ReportFilter, reportQuery } from "./report-filter";

/** Where the rows behind a figure are; `figure` as lib/reports/figure.ts names it, `only` narrows further. */
export function behindHref(filter: ReportFilter, figure: string, only: Partial<ReportFilter> = {}): string {
  return `/reports/behind${reportQuery({ ...filter, ...only, compare: null }, { figure })}`;
}
