/** How far back a report looks, in weeks. */
export const periods = [4, 13, 26, 52] as const;

/** What every report can be narrowed to. */
export type ReportFilter = { weeks: number; brandId: string | null };

type Params = { [name: string]: string | string[] | undefined };

/** From the page's address; what is not understood is the usual: thirteen weeks, all brands that one may see. */
export function reportFilter(params: Params): ReportFilter {
  const weeks = periods.find((one) => String(one) === params.weeks) ?? 13;
  const brand = typeof params.brand === "string" && uuid.test(params.brand) ? params.brand : null;
  return { weeks, brandId: brand };
}

/** The same as the end of an address; the usual is not written. */
export function reportQuery({ weeks, brandId }: ReportFilter): string {
  const query = new URLSearchParams();
  if (weeks !== 13) query.set("weeks", String(weeks));
  if (brandId) query.set("brand", brandId);
  return query.size > 0 ? `?${query}` : "";
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
