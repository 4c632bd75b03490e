import type { Slice } from "@/lib/reports/slice";

/** The same rows as a file, all of them. */
export function csvHref(figure: string, slice: Slice): string {
  const query = new URLSearchParams({ figure });
  for (const [name, value] of Object.entries(slice)) if (value !== null) query.set(name, value);
  return `/api/v1/reports/behind.csv?${query}`;
}
