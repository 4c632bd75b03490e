/** The rows on screen, by id, and the ones that wait in the pill. */
export type Settled = { shown: string[]; arrived: string[] };

/**
 * What to show when the true order changes while somebody looks. Nothing moves at or above the row that is pointed at
 * or open: rows that left stay as they were, and new ones that belong there wait in the pill. Below it the list
 * follows the truth at once. `held` names the rows that must not move; `leaving` those that their reader sent away.
 */
export function settle(
  shown: readonly string[],
  truth: readonly string[],
  held: ReadonlyArray<string | null>,
  leaving: ReadonlySet<string> = new Set(),
): Settled {
  const inTruth = new Set(truth);
  const kept = leaving.size === 0 ? shown : shown.filter((id) => !leaving.has(id) || inTruth.has(id));
  const fixedCount = Math.max(-1, ...held.map((id) => (id === null ? -1 : kept.indexOf(id)))) + 1;
  if (fixedCount === 0) return { shown: [...truth], arrived: [] };

  const fixed = kept.slice(0, fixedCount);
  const isFixed = new Set(fixed);
  const wasShown = new Set(shown);
  let boundary = truth.length - 1;
  while (boundary >= 0 && !isFixed.has(truth[boundary] ?? "")) boundary -= 1;
  const above = truth.slice(0, boundary + 1).filter((id) => !isFixed.has(id));
  const below = truth.slice(boundary + 1).filter((id) => !isFixed.has(id));
  return {
    shown: [...fixed, ...above.filter((id) => wasShown.has(id)), ...below],
    arrived: above.filter((id) => !wasShown.has(id)),
  };
}
