import type { Model } from "./model";
import { type Phase, type TimeLeft, timeLeft } from "./time-left";

/** What one conversation brings to the order; moments in milliseconds of Unix time, null for none. */
export type Ranked = {
  id: string;
  phase: Phase;
  /** Injury, fire, shock, allergy, self-harm, somebody in danger: outside the model and every cap. */
  isSafety: boolean;
  /** -1 first, 0 as it comes, 1 can wait: people outrank the model. */
  pin: -1 | 0 | 1;
  targetAt: number | null;
  promiseAt: number | null;
};

/** A response target pulls somebody forward to no less than this part of their patience. */
export const targetPull = 1 / 4;

/**
 * The hours that sort. A promise counts whole until its date: once it is broken, the waiting since then and the weight
 * of a failed recovery take over. A response target pulls forward to a quarter of the patience and no further, so that
 * of many that are late those come first who may go public soonest, and nobody falls back when a target passes;
 * with late targets all in front an overloaded desk works them off oldest first (see `npm run bench:queue`).
 */
export function rankOf(
  patience: TimeLeft,
  at: Pick<Ranked, "targetAt" | "promiseAt">,
  now: number,
): TimeLeft {
  let { hours, validUntil } = patience;
  // Where nobody is waiting for words, a target presses nobody.
  if (at.targetAt !== null && Number.isFinite(hours)) {
    const left = (at.targetAt - now) / hour;
    const least = hours * targetPull;
    if (left >= hours) {
      validUntil = Math.min(validUntil, at.targetAt - hours * hour);
    } else if (left > least) {
      hours = left;
      validUntil = Math.min(validUntil, now + Math.min(left * drift, left - least) * hour);
    } else hours = least;
  }
  if (at.promiseAt !== null) {
    const left = Math.max(0, (at.promiseAt - now) / hour);
    if (left < hours) {
      hours = left;
      validUntil = Math.min(validUntil, now + left * drift * hour);
    } else validUntil = Math.min(validUntil, at.promiseAt - hours * hour);
  }
  return { hours, validUntil: Math.max(validUntil, now + leastMs) };
}

/** What drifts is asked again once it is a twentieth off, and at most four times a minute. */
const drift = 1 / 20;
const leastMs = 15_000;
const hour = 3_600_000;

/** The order of the queue: danger to people, then what people pinned, then the least time left, then the longest wait. */
export function sortByTimeLeft<R extends Ranked>(model: Model, rows: readonly R[], now: number): R[] {
  const hours = new Map(rows.map((row) => [row.id, rankOf(timeLeft(model, row.phase, now), row, now).hours]));
  return [...rows].sort(
    (a, b) =>
      Number(b.isSafety) - Number(a.isSafety) ||
      a.pin - b.pin ||
      compare(stepOf(hours.get(a.id) ?? 0), stepOf(hours.get(b.id) ?? 0)) ||
      a.phase.waitingSince - b.phase.waitingSince ||
      compare(a.id, b.id),
  );
}

/**
 * Hours as they sort: in steps of a hundredth, finer than a stored rank may drift. Inside a step whoever has waited
 * longest comes first; else of two who asked the same thing the one that was ranked a second later would.
 */
export function stepOf(hours: number): number {
  if (hours <= 0 || !Number.isFinite(hours)) return hours;
  return Math.exp(Math.round(Math.log(hours) / stepSize) * stepSize);
}

const stepSize = Math.log(1.01);

/**
 * How many picks of *Take next* go by the order before one goes to whoever has waited longest. It costs two to four
 * points of what the order saves and halves the longest wait; see `npm run bench -- queue`.
 */
export const picksBetweenOldest = 4;

/** Is it the oldest's turn? `picks` is how many were taken before, counted for each team. */
export function isOldestsTurn(picks: number): boolean {
  return picks % (picksBetweenOldest + 1) === picksBetweenOldest;
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
