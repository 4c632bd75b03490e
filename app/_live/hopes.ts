import type { QueueRow } from "@/lib/conversations/types";

/**
 * What was asked of the server and is shown as if it had happened. Above what the server last said of a row lie the
 * changes that it has not confirmed; each goes when a row with its version comes, or when it is refused.
 */
export type Hope = { after: Partial<QueueRow>; version: number | null };

const hoped = new Map<string, { said: QueueRow; hopes: Hope[] }>();

/** Lays a change over a row. The answer of the server is told to `confirm` or `drop`. */
export function hope(row: QueueRow, after: Partial<QueueRow>): Hope {
  const one: Hope = { after, version: null };
  const known = hoped.get(row.id);
  if (known) known.hopes.push(one);
  else hoped.set(row.id, { said: row, hopes: [one] });
  return one;
}

/** The server did it, and the row has this version since. */
export function confirm(id: string, one: Hope, version: number): void {
  one.version = version;
  sweep(id);
}

/** It will not happen. */
export function drop(id: string, one: Hope): void {
  const known = hoped.get(id);
  if (!known) return;
  known.hopes = known.hopes.filter((other) => other !== one);
  sweep(id);
}

/** What the server says now; what it contains need not be hoped for any longer. */
export function said(row: QueueRow): void {
  const known = hoped.get(row.id);
  if (!known || known.said.version > row.version) return;
  known.said = row;
  sweep(row.id);
}

/** A row as it is shown: what the server said, with what is hoped for. */
export function withHopes<Row extends QueueRow>(row: Row): Row {
  const known = hoped.get(row.id);
  return known ? Object.assign({}, row, ...known.hopes.map((one) => one.after)) : row;
}

/** What the server last said of a row that has hopes; null for all others. */
export function lastSaid(id: string): QueueRow | null {
  return hoped.get(id)?.said ?? null;
}

/** Every row with hopes, as it is shown: a page read meanwhile does not know of them. */
export function hopedRows(): QueueRow[] {
  return [...hoped.values()].map(({ said: row }) => withHopes(row));
}

/** The row is out of sight. */
export function forgetHopes(id: string): void {
  hoped.delete(id);
}

function sweep(id: string): void {
  const known = hoped.get(id);
  if (!known) return;
  known.hopes = known.hopes.filter((one) => one.version === null || one.version > known.said.version);
  if (known.hopes.length === 0) hoped.delete(id);
}
