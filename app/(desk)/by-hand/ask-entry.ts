"use client";

export type Entry = "note" | "link";

/** Asks for the form in which something is typed in, from wherever somebody wants it. */
export function askEntry(entry: Entry): void {
  document.dispatchEvent(new CustomEvent("avant:entry", { detail: entry }));
}

/** Hears what is asked for; answers with what stops it. */
export function onEntry(hear: (entry: Entry) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) hear(event.detail);
  };
  document.addEventListener("avant:entry", listen);
  return () => document.removeEventListener("avant:entry", listen);
}
