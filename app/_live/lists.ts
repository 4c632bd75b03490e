import type { Counts, ListedRow, QueueRow, Sort, ViewName } from "@/lib/conversations/types";
import { inView, type Membership } from "@/lib/live/protocol";

/** A list as the browser holds it: the pages so far, in order. `next` asks for more; null when that was all. */
export type LoadedList = { rows: ListedRow[]; next: string | null; seq: string };

export type Me = { id: string; teamIds: readonly string[] };

/**
 * The list after one row changed. An older version never replaces a newer one. A row that belongs further down than
 * what is loaded is left out: the next page brings it.
 */
export function patchList(
  list: LoadedList,
  row: QueueRow,
  where: { view: ViewName; sort: Sort; me: Me },
): LoadedList {
  const known = list.rows.find((other) => other.id === row.id);
  if (known && known.version > row.version) return list;
  const others = known ? list.rows.filter((other) => other.id !== row.id) : list.rows;
  if (!inView(where.view, row, where.me)) return known ? { ...list, rows: others } : list;
  const listed: ListedRow = { ...row, readAt: known?.readAt ?? null };
  const place = others.findIndex((other) => compareRows(where.view, where.sort, listed, other) < 0);
  if (place < 0 && list.next !== null && !known) return list;
  const at = place < 0 ? others.length : place;
  return { ...list, rows: [...others.slice(0, at), listed, ...others.slice(at)] };
}

export function withoutRow(list: LoadedList, id: string): LoadedList {
  return list.rows.some((row) => row.id === id)
    ? { ...list, rows: list.rows.filter((row) => row.id !== id) }
    : list;
}

/** The counts of the rail after one row changed: what it was before leaves, what it is now enters. */
export function moveCounts(
  counts: Counts,
  before: Membership | null,
  after: Membership | null,
  me: Me,
): Counts {
  const moved = { ...counts };
  for (const view of counted) {
    if (before && inView(view, before, me)) moved[view] = Math.max(0, moved[view] - 1);
    if (after && inView(view, after, me)) moved[view] += 1;
  }
  return moved;
}

const counted = ["queue", "mine", "team", "waiting", "snoozed"] as const;

/** The order of the server's index: see `queue_open_by_due` and its neighbours in db/schema/conversations.ts. */
export function compareRows(view: ViewName, sort: Sort, a: QueueRow, b: QueueRow): number {
  if (view === "resolved" || view === "spam") {
    return compare(ended(b), ended(a)) || compare(b.id, a.id);
  }
  if (view === "snoozed") {
    return compare(a.snoozedUntil ?? "", b.snoozedUntil ?? "") || compare(a.id, b.id);
  }
  if (view === "waiting" || sort === "longest") {
    return compare(since(a), since(b)) || compare(a.id, b.id);
  }
  return (
    a.pin - b.pin ||
    compare(a.dueAt ?? never, b.dueAt ?? never) ||
    compare(since(a), since(b)) ||
    compare(a.id, b.id)
  );
}

const never = "9999";

function since(row: QueueRow): string {
  return row.waitingSince ?? row.lastMessageAt;
}

function ended(row: QueueRow): string {
  return row.resolvedAt ?? row.lastMessageAt;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
