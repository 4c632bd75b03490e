/**
 * The interval that holds the true share in 95 of 100 cases, after Wilson (1927): honest for few cases and for shares
 * near 0 and 1, where the usual ± is not. `n` is at least 1.
 */
export function wilson(hits: number, n: number): { low: number; high: number } {
  const z = 1.959964;
  const share = hits / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const middle = share + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
