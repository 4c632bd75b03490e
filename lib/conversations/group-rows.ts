import type { ListedRow } from "./types";

/** Comments under one post, as one row of the list where its most pressing one stands. */
export type RowGroup = {
  key: string;
  /** In the order of the list; the first one speaks for all. */
  rows: ListedRow[];
  /** Comments an hour over the time that they came in; null where that says nothing. */
  perHour: number | null;
};

/**
 * The rows of a list with those that share a post gathered where the first of them stands; one alone stays a row.
 * Pure: the browser asks again after every push.
 */
export function groupRows(rows: readonly ListedRow[]): Array<ListedRow | RowGroup> {
  const members = new Map<string, ListedRow[]>();
  for (const row of rows) {
    if (row.groupKey === null) continue;
    const known = members.get(row.groupKey);
    if (known) known.push(row);
    else members.set(row.groupKey, [row]);
  }
  const told = new Set<string>();
  return rows.flatMap((row): Array<ListedRow | RowGroup> => {
    const group = row.groupKey === null ? undefined : members.get(row.groupKey);
    if (row.groupKey === null || group === undefined || group.length < 2) return [row];
    if (told.has(row.groupKey)) return [];
    told.add(row.groupKey);
    return [{ key: row.groupKey, rows: group, perHour: speedOf(group) }];
  });
}

export function isGroup(entry: ListedRow | RowGroup): entry is RowGroup {
  return "rows" in entry;
}

/** Below ten minutes between the first and the last there is no speed yet, only a heap. */
const shortestMs = 10 * 60_000;

function speedOf(rows: readonly ListedRow[]): number | null {
  const times = rows.map((row) => Date.parse(row.lastCustomerMessageAt ?? row.lastMessageAt));
  const spanMs = Math.max(...times) - Math.min(...times);
  if (spanMs < shortestMs) return null;
  const perHour = ((rows.length - 1) * 3_600_000) / spanMs;
  return perHour >= 1 ? Math.round(perHour) : null;
}
