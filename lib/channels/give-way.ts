import { setTimeout as pause } from "node:timers/promises";

/** So many at the door of one channel at the same moment are a rush, until there were none for `calmMs`. */
const rush = { atOnce: 4, calmMs: 50 };
/** Reading rests at most so many times as long as it worked, and never longer than this. */
const rest = { times: 3, mostMs: 500 };

let rushedAt = Number.NEGATIVE_INFINITY;

/** Told by the door: so many were let in together. */
export function noteArrivals(atOnce: number): void {
  if (atOnce >= rush.atOnce) rushedAt = performance.now();
}

/**
 * Taking in goes before reading, which shares the processor with it: the other side waits for its answer and gives up,
 * while what is stored can wait a moment. Reading still gets a quarter of the time, however long a rush lasts.
 */
export async function giveWay(workedMs: number): Promise<void> {
  const until = performance.now() + Math.min(rest.mostMs, workedMs * rest.times);
  while (performance.now() < until && performance.now() - rushedAt < rush.calmMs) await pause(5);
}
