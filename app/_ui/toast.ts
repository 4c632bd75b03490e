"use client";

import type { LucideIcon } from "lucide-react";

export type Toast = {
  text: string;
  tone: "done" | "failed";
  icon?: LucideIcon;
  /** What the button of the toast does; for `undo` also the key z, as long as the toast stands. */
  action?: { label: string; keys?: string; run(): void };
  /** A second thing to do, such as blocking whoever was just marked as spam. */
  also?: { label: string; keys?: string; run(): void };
  /** How long it stays; a failure stays until it is closed. */
  seconds?: number;
};

export type Shown = Toast & { id: number };

let shown: Shown | null = null;
let count = 0;
const listeners = new Set<() => void>();

/** Shows one line at the bottom left, in place of the one before. */
export function toast(next: Toast): void {
  count += 1;
  shown = { ...next, id: count };
  for (const listener of listeners) listener();
}

export function closeToast(): void {
  shown = null;
  for (const listener of listeners) listener();
}

/** The one that is shown now. */
export function shownToast(): Shown | null {
  return shown;
}

/** For whoever draws it: told of each change. */
export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
