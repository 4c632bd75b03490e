import { type Row, round } from "../table";

/**
 * The rows of one part of the bench, or one row that says it did not end in time or failed: a part that hangs must not
 * take the others with it. `stop` closes what the part still uses.
 */
export async function within(
  seconds: number,
  part: string,
  work: () => Promise<Row | Row[]>,
  stop?: () => Promise<void>,
): Promise<Row[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begun = performance.now();
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`more than ${seconds} s`)), seconds * 1000);
  });
  const working = work();
  // Once it is late, nobody waits for how it ends.
  working.catch(() => {});
  try {
    return [await Promise.race([working, late])].flat();
  } catch (error) {
    await stop?.().catch(() => {});
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    const took = (performance.now() - begun) / 1000;
    return [
      {
        path: `${part}: did not end`,
        ratio: 1,
        unit: "times",
        goal: { atMost: 0 },
        detail: `after ${round(took)} s: ${reason}`,
      },
    ];
  } finally {
    clearTimeout(timer);
  }
}
