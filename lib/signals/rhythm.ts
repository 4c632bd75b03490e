const day = 86_400_000;

/** How far somebody is beyond their own rhythm of orders, in words: "orders every 19 days, now 64". */
export type Rhythm = {
  /** Days since the last order, in multiples of what is usual for them. */
  beyond: number;
  /** What is expected of them: their own gaps, pulled to the house's. It decides, and is never shown as theirs. */
  usualDays: number;
  /** What they did: the mean of their own gaps. This is what is said. */
  ownDays: number;
  daysSince: number;
  hasStopped: boolean;
};

/** What the house knows of a new customer counts like so many of their own gaps. */
const houseGaps = 2;
const fewestRepeats = 2;
const alarmAbove = 3;

/**
 * Have the orders of a customer stopped? `orders` in milliseconds of Unix time, in any order; `houseGapDays` is the
 * organisation's median gap between two orders of one customer. Their own mean gap is pulled to the house's while
 * there is little of it. Null with fewer than two repeats: one purchase has no rhythm.
 */
export function rhythmOf(orders: readonly number[], houseGapDays: number, now: number): Rhythm | null {
  const sorted = daysOf(orders);
  const gaps = sorted.length - 1;
  if (gaps < fewestRepeats) return null;
  const last = sorted.at(-1)!;
  const ownSum = last - sorted[0]!;
  const usualDays = (ownSum + houseGaps * houseGapDays) / (gaps + houseGaps);
  const daysSince = Math.max(0, now / day - last);
  const beyond = usualDays > 0 ? daysSince / usualDays : 0;
  return { beyond, usualDays, ownDays: ownSum / gaps, daysSince, hasStopped: beyond > alarmAbove };
}

/** Several orders on one day are one visit: a parcel in two parts is not a rhythm of an hour. */
function daysOf(orders: readonly number[]): number[] {
  const days = new Map<number, number>();
  for (const at of orders) days.set(Math.floor(at / day), at / day);
  return [...days.values()].sort((a, b) => a - b);
}
