"use client";

export type Entry = "note" | "link" | "pause";

/** Asked for while the place that shows it was still on its way. */
let early: Entry | null = null;
let hasHearer = false;

/** Asks for the form in which something is typed in, from wherever somebody wants it. */
export function askEntry(entry: Entry): void {
  if (!hasHearer) early = entry;
  document.dispatchEvent(new CustomEvent("avant:entry", { detail: entry }));
}

/** Hears what is asked for; answers with what stops it. */
export function onEntry(hear: (entry: Entry) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) hear(event.detail);
  };
  document.addEventListener("avant:entry", listen);
  hasHearer = true;
  if (early) hear(early);
  early = null;
  return () => {
    hasHearer = false;
    document.removeEventListener("avant:entry", listen);
  };
}
