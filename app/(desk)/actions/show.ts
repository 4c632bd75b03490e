"use client";

export const sheets = ["help", "card", "palette"] as const;
/** The sheet of keys, the same going to the printer, or the palette. */
export type Sheet = (typeof sheets)[number];

/** For buttons and keys, which know nothing else of what they show. */
export function show(sheet: Sheet): void {
  document.dispatchEvent(new CustomEvent(`avant:${sheet}`));
}
