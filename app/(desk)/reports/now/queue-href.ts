import type { Person, Sort } from "@/lib/conversations/types";
import { quoteIfNeeded } from "@/lib/filter/print";

/** The filters of the queue that the figures of this moment count by, so that each opens exactly what it counts. */
export const overdue = "is:overdue";
export const dueSoon = "due:1h";

export function filterOf(words: string, brand: Person | null): string {
  return brand ? `${words} brand:${quoteIfNeeded(brand.name)}` : words;
}

/** Seconds of waiting as the queue's filter says them; `to` null is open. */
export function ageFilter({ from, to }: { from: number; to: number | null }): string {
  return `waited:${from / 3600}h${to === null ? "" : ` -waited:${to / 3600}h`}`;
}

export function queueHref(words: string, brand: Person | null, sort: Sort = "left"): string {
  const query = new URLSearchParams({ q: filterOf(words, brand) });
  if (sort !== "left") query.set("sort", sort);
  return `/queue?${query}`;
}
