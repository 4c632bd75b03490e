export const segments = ["best", "loyal", "new", "promising", "slipping", "lost"] as const;
export type Segment = (typeof segments)[number];

/** What a shop knows of one customer: days since the last order, how many orders, and what they were worth. */
export type Buying = { recencyDays: number; orders: number; value: number };

/** The limits of five equal parts of all customers, four numbers each, the smallest first. */
export type Limits = { recencyDays: readonly number[]; orders: readonly number[]; value: readonly number[] };

/** Limits so that each fifth of the customers falls between two of them; equal values stay on one side. */
export function limitsOf(customers: readonly Buying[]): Limits {
  return {
    recencyDays: fifths(customers.map(({ recencyDays }) => recencyDays)),
    orders: fifths(customers.map(({ orders }) => orders)),
    value: fifths(customers.map(({ value }) => value)),
  };
}

/** Recency, frequency and value, each from 1 (low) to 5, as direct mail has sorted customers since Hughes (1994). */
export function scoresOf(
  buying: Buying,
  limits: Limits,
): { recency: number; frequency: number; value: number } {
  return {
    recency: 6 - fifthOf(buying.recencyDays, limits.recencyDays),
    frequency: fifthOf(buying.orders, limits.orders),
    value: fifthOf(buying.value, limits.value),
  };
}

/** A word for the three scores. It is a fact on the customer, never a weight in the order of the queue. */
export function segmentOf(buying: Buying, limits: Limits): Segment {
  const { recency, frequency, value } = scoresOf(buying, limits);
  const worth = (frequency + value) / 2;
  if (recency >= 4)
    return buying.orders === 1 ? "new" : worth >= 4 ? "best" : worth >= 3 ? "loyal" : "promising";
  if (recency === 3) return worth >= 3 ? "loyal" : "promising";
  return recency === 2 || worth >= 4 ? "slipping" : "lost";
}

function fifths(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
}

function fifthOf(value: number, limits: readonly number[]): number {
  return 1 + limits.filter((limit) => value >= limit && limit > 0).length;
}
