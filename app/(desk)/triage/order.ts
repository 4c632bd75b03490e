"use client";

import type { ListedRow } from "@/lib/conversations/types";

/**
 * The rows as they stand on screen, for "next", "previous" and "open the next one". The list writes it after each
 * drawing; keys and buttons read it when they act.
 */
let shown: readonly ListedRow[] = [];
const sentAway = new Set<string>();
const returning = new Set<string>();

export function setShownRows(rows: readonly ListedRow[]): void {
  shown = rows;
}

export function shownRows(): readonly ListedRow[] {
  return shown;
}

/** The row `step` places further from one that is shown; the first or last one when none is. */
export function neighbour(id: string | null, step: 1 | -1): ListedRow | null {
  const at = shown.findIndex((row) => row.id === id);
  if (at < 0) return (step > 0 ? shown[0] : shown.at(-1)) ?? null;
  return shown[at + step] ?? null;
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

export function isReturning(id: string): boolean {
  return returning.has(id);
}

export function sentAwayRows(): ReadonlySet<string> {
  return sentAway;
}
