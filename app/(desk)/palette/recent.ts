"use client";

const name = "avant-recent";
const MOST = 12;

/** What was last chosen from the palette in this browser, the latest first. */
export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  try {
    const ids = [id, ...recent().filter((other) => other !== id)].slice(0, MOST);
    localStorage.setItem(name, JSON.stringify(ids));
  } catch {
    // Storage that is full or forbidden: nothing is remembered, everything works.
  }
}
