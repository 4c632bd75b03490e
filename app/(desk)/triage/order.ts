"use client";

import type { ListedRow } from "@/lib/conversations/types";

/**
 * The rows as they stand on screen, for "next", "previous" and "open the next one". The list writes it after each
 * drawing; keys and buttons read it when they act.
 */
let shown: readonly ListedRow[] = [];
let drawn: readonly ListedRow[] = [];
let left: ReadonlySet<string> = new Set();
let places: Map<string, number> | null = null;
let show: (number: number) => void = () => {};
const sentAway = new Set<string>();
const returning = new Set<string>();

export function setShownRows(rows: {
  shown: readonly ListedRow[];
  /** With those that are no longer in this view and only stand still. */
  drawn: readonly ListedRow[];
  left: ReadonlySet<string>;
}): void {
  if (drawn !== rows.drawn) places = null;
  ({ shown, drawn, left } = rows);
}

export function shownRows(): readonly ListedRow[] {
  return shown;
}

/** The row `step` places further from one that is on screen; the first or last one when none is. */
export function neighbour(id: string | null, step: 1 | -1): ListedRow | null {
  places ??= new Map(drawn.map((row, index) => [row.id, index]));
  const at = id === null ? undefined : places.get(id);
  if (at === undefined) return (step > 0 ? shown[0] : shown.at(-1)) ?? null;
  for (let next = at + step; ; next += step) {
    const row = drawn[next];
    if (!row || !left.has(row.id)) return row ?? null;
  }
}

/** Lets `focusRow` reach rows that the list has not drawn. */
export function setFocusRow(run: (number: number) => void): void {
  show = run;
}

/** Brings a row into sight and gives it the focus. */
export function focusRow(number: number): void {
  show(number);
}

/** My own act took this row out of the list: it may leave at once, even under the pointer. */
export function sendAway(id: string): void {
  sentAway.add(id);
}

/** I took it back, or the server refused: it returns to its place, and may move others doing so. */
export function comeBack(id: string): void {
  sentAway.delete(id);
  returning.add(id);
}

/** It stands in the list again; from now on it leaves and arrives like any other. */
export function isBack(id: string): void {
  sentAway.delete(id);
  returning.delete(id);
}

export function returningRows(): ReadonlySet<string> {
  return returning;
}

export function sentAwayRows(): ReadonlySet<string> {
  return sentAway;
}
