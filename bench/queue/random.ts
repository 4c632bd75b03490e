/** A seeded source of chance (mulberry32), so that every order of the queue meets the same people. */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  exponential(mean = 1): number {
    return -Math.log(1 - this.next()) * mean;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Mean 1 and the given variance, by Marsaglia and Tsang (2000). */
  frailty(variance: number): number {
    const shape = 1 / variance;
    const d = shape + 2 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) {
        // The draw has shape + 1, which is at least 1; this takes it back to `shape`.
        return d * v * (1 - this.next()) ** (1 / shape) * variance;
      }
    }
  }

  pick<T>(shares: ReadonlyArray<readonly [T, number]>): T {
    let left = this.next();
    for (const [value, share] of shares) {
      left -= share;
      if (left < 0) return value;
    }
    return shares.at(-1)![0];
  }
}
