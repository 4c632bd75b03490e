"use client";

import { closeToast, shownToast } from "@/app/_ui/toast";

/** What `z` would take back, and until when. One thing: the last. */
let last: { run(): void; until: number } | null = null;

export function offerUndo(run: () => void, seconds: number): void {
  last = { run, until: Date.now() + seconds * 1000 };
}

/** It never happened: there is nothing to take back. */
export function withdrawUndo(run: () => void): void {
  if (last?.run === run) last = null;
}

/** Takes the last thing back; false when there is none or it is too late. */
export function undoLast(): boolean {
  const offer = last;
  last = null;
  if (!offer || offer.until < Date.now()) return false;
  // What it offered is being done: its line would go on telling what is no longer so.
  if (shownToast()?.action?.keys === "z") closeToast();
  offer.run();
  return true;
}
