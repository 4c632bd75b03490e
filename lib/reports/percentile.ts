/**
 * The value that a share `p` (0 < p ≤ 1) of all does not exceed: the same as PostgreSQL's `percentile_disc`, so always
 * one that was really measured. Null of nothing. `sorted` ascending.
 */
export function percentile(sorted: readonly number[], p: number): number | null {
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? null;
}
