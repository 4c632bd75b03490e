import { type ReportFilter, reportQuery } from "./report-filter";

/** Where the rows behind a figure are; `figure` as lib/reports/figure.ts names it, `only` narrows further. */
export function behindHref(filter: ReportFilter, figure: string, only: Partial<ReportFilter> = {}): string {
  return `/reports/behind${reportQuery({ ...filter, ...only, compare: null }, { figure })}`;
}

/** The same for one's own figures, which need no more than to answer customers. */
export function myBehindHref(filter: ReportFilter, figure: string, only: Partial<ReportFilter> = {}): string {
  return `/reports/me/behind${reportQuery({ ...filter, ...only, agentId: null, compare: null }, { figure })}`;
}
