import type { ViewName } from "@/lib/conversations/types";
import { isAsked, matches, statusesOf } from "@/lib/filter/match";
import type { Reader } from "@/lib/filter/names";
import { parseFilter } from "@/lib/filter/parse";
import type { Filter } from "@/lib/filter/types";
import { inView, type Membership } from "@/lib/live/protocol";
import type { Where } from "./keys";

type Me = { id: string; teamIds: readonly string[] };

const filters = new Map<string, Filter>();

/** A typed filter, read once. */
export function filterOf(q: string): Filter {
  let filter = filters.get(q);
  if (!filter) {
    filter = parseFilter(q);
    filters.set(q, filter);
  }
  return filter;
}

let reader: Reader | null = null;

/** Who looks, and what the names in their filters mean: said by the desk before it shows a list. */
export function setReader(now: Reader): void {
  reader = now;
}

export function readerNow(): Reader | null {
  return reader;
}

/**
 * Whether a row belongs in a list. "unknown" where only the server can tell, because words were typed or who looks
 * matters, and it has not yet said so of this row.
 */
export function fits(where: Where, row: Membership & { id?: string }, me: Me): "in" | "out" | "unknown" {
  if (where.q === "") return inView(where.view, row, me) ? "in" : "out";
  const filter = filterOf(where.q);
  const statuses = statusesOf(filter);
  const isThere = statuses
    ? statuses.includes(row.status) &&
      inView(where.view, { ...row, status: statusOf[where.view] ?? row.status }, me)
    : inView(where.view, row, me);
  if (!isThere || (reader && !matches(filter, row, reader, Date.now()))) return "out";
  if (reader && !isAsked(filter)) return "in";
  return row.id !== undefined && answered.get(where.q)?.has(row.id) ? "in" : "unknown";
}

/** What a view would call open, so that its other conditions can be asked alone. */
const statusOf: Partial<Record<ViewName, Membership["status"]>> = {
  queue: "open",
  mine: "open",
  team: "open",
  waiting: "waiting",
  snoozed: "snoozed",
  resolved: "resolved",
  spam: "spam",
};

const answered = new Map<string, Set<string>>();
const ANSWERS_AT_MOST = 50;

/** The server found these for a filter: what was said in them stays said, so they may come and go by the rest of it. */
export function noteAnswer(q: string, rows: ReadonlyArray<{ id: string }>): void {
  if (q === "") return;
  const known = answered.get(q) ?? new Set();
  for (const row of rows) known.add(row.id);
  answered.delete(q);
  answered.set(q, known);
  const [oldest] = answered.keys();
  if (answered.size > ANSWERS_AT_MOST && oldest !== undefined) answered.delete(oldest);
}

/** The view whose order and times a list has: a status in the filter takes the place of the view's own. */
export function shownAs(where: Where): ViewName {
  const statuses = where.q === "" ? null : statusesOf(filterOf(where.q));
  if (statuses === null) return where.view;
  const [only] = statuses;
  if (statuses.length === 1 && only && only !== "open" && where.view !== "all") return only;
  if (where.view === "all" || statuses.includes("resolved") || statuses.includes("spam")) return "all";
  return where.view === "mine" || where.view === "team" ? where.view : "queue";
}

/** Words looked for in history: the newest hit stands first, and no row can tell where that was. */
export function isSearch(where: Where): boolean {
  if (where.q === "" || filterOf(where.q).text.length === 0) return false;
  const as = shownAs(where);
  return as === "all" || as === "resolved" || as === "spam";
}
