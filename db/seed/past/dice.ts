/** Chance that is the same on each run (mulberry32): numbers from 0 to below 1, and what is made of them. */
export type Dice = {
  next(): number;
  /** Around `median`, never negative: a log-normal with that sigma. */
  around(median: number, sigma: number): number;
  pick<T>(list: ReadonlyArray<readonly [T, number]>): T;
  /** An id of that moment. Version 8 of RFC 9562 says that a generator made it: see `isPast`. */
  id(at: number): string;
};

export function dice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const hex = (digits: number) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return {
    next,
    around(median, sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
    pick(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of list) {
        left -= weight;
        if (left < 0) return item;
      }
      return list[list.length - 1]![0];
    },
    id(at) {
      const time = Math.floor(at).toString(16).padStart(12, "0");
      return `${time.slice(0, 8)}-${time.slice(8)}-8${hex(3)}-${(8 + Math.floor(next() * 4)).toString(16)}${hex(3)}-${hex(6)}${hex(6)}`;
    },
  };
}
