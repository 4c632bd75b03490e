const KEY = "avant:searches";
const MOST = 5;

/** What was looked for last, in this browser only, the newest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(q: string): void {
  try {
    const others = recentSearches().filter((one) => one !== q);
    localStorage.setItem(KEY, JSON.stringify([q, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing still searches.
  }
}
