"use client";

import { useSyncExternalStore } from "react";
import type { ListedRow, ViewName } from "@/lib/conversations/types";
import { shownRows } from "./order";

/** Everything that a view and its filter find, loaded here or not. */
export type Everything = { view: ViewName; q: string; count: number };

export type Selection = {
  /** The rows that are ticked, by id, in the order in which they were. */
  rows: ReadonlyMap<string, ListedRow>;
  /** Set when all that the filter finds is meant, beyond what is loaded. */
  everything: Everything | null;
  count: number;
};

const nothing: Selection = { rows: new Map(), everything: null, count: 0 };

let selection: Selection = nothing;
/** Where the last step began: Shift goes from here. */
let from: string | null = null;
/** Where Shift+j and Shift+k have come to. */
let head: string | null = null;
const listeners = new Set<() => void>();

/** What is selected, for the bar that acts on it. Ticks, keys and the bar change it by the functions below. */
export function useSelection(): Selection {
  return useSyncExternalStore(
    subscribe,
    () => selection,
    () => nothing,
  );
}

/** For one row: drawn again only when its own tick changes. */
export function useIsSelected(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isSelected(id),
    () => false,
  );
}

/** Is anything selected? Then every row shows its checkbox. */
export function useIsSelecting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => selection.count > 0,
    () => false,
  );
}

export function selected(): Selection {
  return selection;
}

export function isSelected(id: string): boolean {
  return selection.everything !== null || selection.rows.has(id);
}

/** The key x, and the checkbox. */
export function toggle(row: ListedRow): void {
  from = row.id;
  head = row.id;
  const rows = new Map(selection.rows);
  if (rows.has(row.id) && selection.everything === null) rows.delete(row.id);
  else rows.set(row.id, row);
  set(rows, null);
}

/** A click with Shift: everything from the last tick to here. */
export function selectTo(row: ListedRow): void {
  const shown = shownRows();
  const start = shown.findIndex((one) => one.id === from);
  const end = shown.findIndex((one) => one.id === row.id);
  if (end < 0) return;
  head = row.id;
  if (start < 0) {
    toggle(row);
    return;
  }
  const rows = new Map(selection.rows);
  for (const one of shown.slice(Math.min(start, end), Math.max(start, end) + 1)) rows.set(one.id, one);
  set(rows, null);
}

/**
 * Shift+j (1) and Shift+k (-1): one row further, or one back. `current` is the row that is open or in focus, where
 * nothing is selected yet. Answers with the row where it stands now, so that it can be brought into sight.
 */
export function extend(step: 1 | -1, current: ListedRow | null): ListedRow | null {
  const shown = shownRows();
  if (from === null || !selection.rows.has(from)) {
    const first = current ?? shown[0];
    if (!first) return null;
    toggle(first);
  }
  const start = shown.findIndex((one) => one.id === from);
  const at = shown.findIndex((one) => one.id === head);
  const next = shown[at + step];
  const here = shown[at];
  if (!next || !here || start < 0) return here ?? null;
  const rows = new Map(selection.rows);
  // Back towards the start gives up the row that is left.
  if (Math.abs(at + step - start) < Math.abs(at - start)) rows.delete(here.id);
  rows.set(next.id, next);
  head = next.id;
  set(rows, null);
  return next;
}

/** Some rows by name, such as all that are loaded, or the members of a group. */
export function selectRows(wanted: readonly ListedRow[]): void {
  const rows = new Map(selection.rows);
  for (const row of wanted) rows.set(row.id, row);
  from = wanted[0]?.id ?? from;
  head = from;
  set(rows, null);
}

export function selectEverything(everything: Everything): void {
  set(new Map(selection.rows), everything);
}

export function clearSelection(): void {
  from = null;
  head = null;
  if (selection.count > 0 || selection.everything) set(new Map(), null);
}

function set(rows: ReadonlyMap<string, ListedRow>, everything: Everything | null): void {
  selection = { rows, everything, count: everything?.count ?? rows.size };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
