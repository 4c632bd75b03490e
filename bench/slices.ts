/** How much a part does: `ci` only proves that it runs, `quick` is for quoting, `full` has the large sizes. */
export type Size = "ci" | "quick" | "full";

/**
 * Runs two ways of doing the same work in short slices, one after the other, so that the machine's other load hits
 * both alike. Each slice resolves with how many it did; the answer is the median of the rates and of their ratio.
 */
export async function interleave(
  rounds: number,
  product: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ ratio: number; productRate: number; bareRate: number }> {
  const rates: Array<{ product: number; bare: number }> = [];
  // One round to warm up: plans, caches and the compiler.
  for (let round = -1; round < rounds; round++) {
    const first = round % 2 === 0;
    const one = await rateOf(first ? product : bare);
    const two = await rateOf(first ? bare : product);
    if (round >= 0) rates.push(first ? { product: one, bare: two } : { product: two, bare: one });
  }
  return {
    ratio: median(rates.map((rate) => rate.product / rate.bare)),
    productRate: median(rates.map((rate) => rate.product)),
    bareRate: median(rates.map((rate) => rate.bare)),
  };
}

async function rateOf(slice: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const done = await slice();
  return (done / (performance.now() - start)) * 1000;
}

/** Does all the items with so many at once. */
export async function inFlight<T>(atOnce: number, items: readonly T[], act: (item: T) => Promise<unknown>) {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < items.length) await act(items[next++]!);
    }),
  );
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Nearest rank; NaN for nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
