import { type Model, type Patience, type Signal, signals } from "./model";

/** From a customer's message that awaits us to our next human reply. */
export type Phase = {
  patience: Patience;
  /** The oldest unanswered message, in milliseconds of Unix time. Opening hours do not stop this clock. */
  waitingSince: number;
  known: { readonly [S in Signal]: boolean };
};

export type TimeLeft = {
  /** Until the risk added from now on reaches the model's budget, if nobody answers. Patience, never a deadline. */
  hours: number;
  /** The moment from which `hours` is another number, though nothing happened: ask again then. */
  validUntil: number;
};

/** How much patience is left of somebody at `now`. */
export function timeLeft(model: Model, phase: Phase, now: number): TimeLeft {
  const patience = model.patienceHours[phase.patience];
  const waited = Math.max(0, (now - phase.waitingSince) / hour);
  const perHour = model.levelPerHour * multiplierOf(model, phase.known);
  let missing = -Math.log1p(-model.budget);
  let from = waited;
  for (const stretch of model.clock) {
    const end = stretch.until * patience;
    if (end <= from) continue;
    const rate = perHour * stretch.multiplier;
    const needed = missing / rate;
    if (needed <= end - from) {
      // Inside one stretch the hours left do not change; across a border they shrink or grow with every minute.
      const isInside = from === waited;
      return {
        hours: from - waited + needed,
        validUntil: isInside ? borderFrom(phase, end - needed) : now + (from - waited + needed) * driftMs,
      };
    }
    missing -= rate * (end - from);
    from = end;
  }
  return { hours: Number.POSITIVE_INFINITY, validUntil: Number.POSITIVE_INFINITY };
}

/** Chance for one hour at `now`; what a list of whole hours cannot tell apart is told apart by this. */
export function hazardAt(model: Model, phase: Phase, now: number): number {
  const waited = Math.max(0, (now - phase.waitingSince) / hour) / model.patienceHours[phase.patience];
  const stretch = model.clock.find(({ until }) => waited < until) ?? model.clock.at(-1)!;
  return model.levelPerHour * multiplierOf(model, phase.known) * stretch.multiplier;
}

/** Chance that somebody goes public within the next `hours`, if nobody answers. */
export function chanceWithin(model: Model, phase: Phase, now: number, hours: number): number {
  const patience = model.patienceHours[phase.patience];
  const perHour = model.levelPerHour * multiplierOf(model, phase.known);
  const start = Math.max(0, (now - phase.waitingSince) / hour);
  let added = 0;
  let from = start;
  for (const stretch of model.clock) {
    const end = Math.min(stretch.until * patience, start + hours);
    if (end <= from) continue;
    added += perHour * stretch.multiplier * (end - from);
    from = end;
  }
  return -Math.expm1(-added);
}

export function multiplierOf(model: Model, known: Phase["known"]): number {
  let sum = 0;
  for (const signal of signals) if (known[signal]) sum += model.weights[signal];
  return Math.min(model.largestMultiplier, Math.exp(sum));
}

const hour = 3_600_000;

/** While the hours left drift, they are asked again after a twentieth of themselves: an error nobody can see. */
const driftMs = hour / 20;

function borderFrom(phase: Phase, waitedHours: number): number {
  return Number.isFinite(waitedHours) ? phase.waitingSince + waitedHours * hour : Number.POSITIVE_INFINITY;
}
