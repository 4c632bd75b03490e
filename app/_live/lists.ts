import type {
  Counts,
  ListedRow,
  QueuePage,
  QueueRow,
  Snippet,
  Sort,
  ViewName,
} from "@/lib/conversations/types";
import { inView } from "@/lib/live/protocol";
import { fits, isSearch, shownAs } from "./fits";
import type { Where } from "./keys";

/** A list as the browser holds it: the pages so far, in order. `next` asks for more; null when that was all. */
export type LoadedList = {
  rows: ListedRow[];
  next: string | null;
  seq: string;
  /** Ids of rows that came into the list by themselves and that nobody has seen yet. */
  news: ReadonlySet<string>;
  /** The same, of rows that belong further down than what is loaded. */
  below: readonly QueueRow[];
  /** Where words were looked for: what stands around them, by conversation. */
  snippets?: { [id: string]: Snippet } | undefined;
};

/** What of a row decides in which views of the house it counts. */
type Counted = Pick<QueueRow, "status" | "assigneeId" | "teamId">;

export type Me = { id: string; teamIds: readonly string[] };

export type Shown = Where & { me: Me };

/** A row as it is now; `isNews` when it was in no such list before, and nobody here brought it in. */
export type ChangedRow = { row: QueueRow; isNews: boolean };

export function firstPage({ items, next, seq, snippets }: QueuePage): LoadedList {
  return { rows: items, next, seq, news: new Set(), below: [], snippets };
}

/** The list with its next page. A row that is there already takes the place that the page gives it. */
export function withPage(list: LoadedList, page: QueuePage): LoadedList {
  const inPage = new Set(page.items.map((row) => row.id));
  const known = new Map(list.rows.filter((row) => inPage.has(row.id)).map((row) => [row.id, row]));
  return {
    ...list,
    rows: [
      ...(known.size > 0 ? list.rows.filter((row) => !inPage.has(row.id)) : list.rows),
      ...page.items.map((row) => newer(known.get(row.id), row)),
    ],
    next: page.next,
    snippets: page.snippets ? { ...list.snippets, ...page.snippets } : list.snippets,
    below: page.next === null ? [] : list.below.filter((row) => !inPage.has(row.id)),
    // What waited below and came with this page is news in the list itself from now on.
    news: new Set([...list.news, ...list.below.flatMap((row) => (inPage.has(row.id) ? row.id : []))]),
  };
}

/**
 * The list after some rows changed, of each the last state. An older version never replaces a newer one. A row that
 * belongs further down than what is loaded is left out: the next page brings it. `readOf` says when I read one that
 * comes back into the list: an undo does not make it unread.
 */
export function patchRows(
  list: LoadedList,
  changes: readonly ChangedRow[],
  where: Shown,
  readOf: (id: string) => string | null = () => null,
): LoadedList {
  const wanted = new Map(changes.map((change) => [change.row.id, change]));
  const known = new Map(list.rows.filter((row) => wanted.has(row.id)).map((row) => [row.id, row]));
  for (const [id, row] of known) {
    if (row.version > (wanted.get(id)?.row.version ?? 0)) wanted.delete(id);
  }
  if (wanted.size === 0) return list;
  if (isSearch(where)) return inPlace(list, wanted, where);

  const others = known.size > 0 ? list.rows.filter((row) => !wanted.has(row.id)) : list.rows;
  const news = new Set(list.news);
  const below = list.below.filter((row) => !wanted.has(row.id));
  const entering: ListedRow[] = [];
  const order = (a: QueueRow, b: QueueRow) => compareRows(shownAs(where), where.sort, a, b);
  const last = others.at(-1);
  for (const { row, isNews } of wanted.values()) {
    const fit = fits(where, row, where.me);
    if (fit === "out" || (fit === "unknown" && !known.has(row.id))) {
      news.delete(row.id);
      continue;
    }
    const before = known.get(row.id);
    if (!before && list.next !== null && (!last || order(row, last) > 0)) {
      if (isNews || list.below.some((one) => one.id === row.id)) below.push(row);
      continue;
    }
    if (!before && isNews) news.add(row.id);
    entering.push({ ...row, readAt: before ? before.readAt : readOf(row.id) });
  }
  if (entering.length === 0 && others === list.rows && below.length === list.below.length) return list;
  return { ...list, rows: insert(others, entering.sort(order), order), news, below };
}

/** Hits of a search change where they stand; the next asking brings what is new. */
function inPlace(list: LoadedList, wanted: ReadonlyMap<string, ChangedRow>, where: Shown): LoadedList {
  if (!list.rows.some((row) => wanted.has(row.id))) return list;
  const rows = list.rows.flatMap((row) => {
    const now = wanted.get(row.id)?.row;
    if (!now) return [row];
    return fits(where, now, where.me) === "out" ? [] : [{ ...now, readAt: row.readAt }];
  });
  return { ...list, rows };
}

/** The list without rows that one may no longer see. */
export function withoutRows(list: LoadedList, ids: ReadonlySet<string>): LoadedList {
  return list.rows.some((row) => ids.has(row.id)) || list.below.some((row) => ids.has(row.id))
    ? {
        ...list,
        rows: list.rows.filter((row) => !ids.has(row.id)),
        below: list.below.filter((row) => !ids.has(row.id)),
      }
    : list;
}

/** The list once its news have been looked at. */
export function withoutNews(list: LoadedList): LoadedList {
  return list.news.size === 0 && list.below.length === 0 ? list : { ...list, news: new Set(), below: [] };
}

/** The counts of the rail after one row changed: what it was before leaves, what it is now enters. */
export function moveCounts(counts: Counts, before: Counted | null, after: Counted | null, me: Me): Counts {
  const moved = { ...counts };
  for (const view of counted) {
    if (before && inView(view, before, me)) moved[view] = Math.max(0, moved[view] - 1);
    if (after && inView(view, after, me)) moved[view] += 1;
  }
  return moved;
}

const counted = ["queue", "mine", "team", "waiting", "snoozed"] as const;

/** The order of the server's index: see `queue_open_by_rank` and its neighbours in db/schema/conversations.ts. */
export function compareRows(view: ViewName, sort: Sort, a: QueueRow, b: QueueRow): number {
  if (view === "all") return compare(b.lastMessageAt, a.lastMessageAt) || compare(b.id, a.id);
  if (view === "resolved" || view === "spam") {
    return compare(ended(b), ended(a)) || compare(b.id, a.id);
  }
  if (view === "snoozed") {
    return compare(a.snoozedUntil ?? "", b.snoozedUntil ?? "") || compare(a.id, b.id);
  }
  if (view === "waiting" || sort === "longest") {
    return compare(since(a), since(b)) || compare(a.id, b.id);
  }
  return a.lane - b.lane || a.rank - b.rank || compare(since(a), since(b)) || compare(a.id, b.id);
}

function newer(known: ListedRow | undefined, row: ListedRow): ListedRow {
  return known && known.version >= row.version ? known : row;
}

/** Sorted rows into sorted rows: a few into thousands, so by halving. */
function insert(
  rows: readonly ListedRow[],
  entering: readonly ListedRow[],
  order: (a: QueueRow, b: QueueRow) => number,
): ListedRow[] {
  const merged: ListedRow[] = [];
  let taken = 0;
  for (const row of entering) {
    let low = taken;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = rows[middle];
      if (other && order(other, row) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; taken < low; taken++) merged.push(rows[taken]!);
    merged.push(row);
  }
  for (; taken < rows.length; taken++) merged.push(rows[taken]!);
  return merged;
}

function since(row: QueueRow): string {
  return row.waitingSince ?? row.lastMessageAt;
}

function ended(row: QueueRow): string {
  return row.resolvedAt ?? row.lastMessageAt;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
