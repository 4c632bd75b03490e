import type { QueryClient } from "@tanstack/react-query";
import { isAsked, statusesOf } from "@/lib/filter/match";
import type { Membership } from "@/lib/live/protocol";
import { filterOf, fits, readerNow } from "./fits";
import { held } from "./keys";

export type ViewCounts = { [viewId: string]: number };

type CountedView = { id: string; query: string };

let views: readonly CountedView[] = [];

/** The saved views whose counts are shown. */
export function setCountedViews(now: readonly CountedView[]): void {
  views = now;
}

/**
 * The counts of saved views after one row changed, without counting: what it was before leaves, what it is now enters.
 * Views with words, or with what only the server can tell, are asked again, once for all that changed together.
 */
export function movedViewCounts(
  client: QueryClient,
  counts: ViewCounts,
  before: Membership | null,
  after: Membership | null,
  me: { id: string; teamIds: readonly string[] },
): ViewCounts {
  if (readerNow() === null) return counts;
  let moved = counts;
  for (const { id, query } of views) {
    const count = moved[id];
    if (count === undefined) continue;
    const where = { view: "queue", sort: "left", q: query } as const;
    const was = before === null ? "out" : fits(where, before, me);
    const is = after === null ? "out" : fits(where, after, me);
    if (isAsked(filterOf(query))) {
      if (was !== "out" || is !== "out") askAgain(client);
    } else if (was !== is) {
      moved = { ...moved, [id]: Math.max(0, count + (is === "in" ? 1 : -1)) };
    }
  }
  return moved;
}

/** A view that looks into history has no count. */
export function isCounted(query: string): boolean {
  return !(statusesOf(filterOf(query)) ?? []).some((status) => status === "resolved" || status === "spam");
}

let isAsking = false;
const ASK_AGAIN_MS = 1_000;

function askAgain(client: QueryClient): void {
  if (isAsking) return;
  isAsking = true;
  setTimeout(() => {
    isAsking = false;
    void client.invalidateQueries({ queryKey: held.viewCounts });
  }, ASK_AGAIN_MS);
}
