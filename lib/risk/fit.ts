import { type Model, type Signal, signals } from "./model";
import { multiplierOf, type Phase } from "./time-left";

/** One stretch of one waiting phase: so many hours in one stretch of the clock, ended by a linked public post or not. */
export type Exposure = {
  known: Phase["known"];
  /** Index into the model's `clock`. */
  stretch: number;
  hours: number;
  posts: number;
};

/** Cuts a phase into the stretches of the clock. `endedAt` is our answer, the post, "no answer needed", or now. */
export function exposuresOf(model: Model, phase: Phase, endedAt: number, wentPublic: boolean): Exposure[] {
  const patience = model.patienceHours[phase.patience];
  const end = Math.min(horizonHours, Math.max(0, (endedAt - phase.waitingSince) / 3_600_000));
  const exposures: Exposure[] = [];
  let from = 0;
  for (const [stretch, { until }] of model.clock.entries()) {
    const to = Math.min(until * patience, end);
    if (to > from) exposures.push({ known: phase.known, stretch, hours: to - from, posts: 0 });
    from = Math.max(from, to);
  }
  const last = exposures.at(-1);
  if (last && wentPublic) last.posts = 1;
  return exposures;
}

/** A phase is watched for fourteen days. */
export const horizonHours = 14 * 24;

/** What the shipped level counts for against a desk's own posts. */
const priorEvents = 3;

/**
 * The level from a desk's own history, by the mean of the Gamma posterior; done every day from the first one on, since
 * the order hardly depends on it and the hours shown do.
 */
export function fitLevel(model: Model, prior: Model, history: readonly Exposure[]): Model {
  let posts = 0;
  let weighted = 0;
  for (const each of history) {
    posts += each.posts;
    weighted += each.hours * multiplierOf(model, each.known) * model.clock[each.stretch]!.multiplier;
  }
  const levelPerHour = (priorEvents + posts) / (priorEvents / prior.levelPerHour + weighted);
  return { ...model, levelPerHour };
}

/** Below this many linked posts the shipped weights rank as well as any that could be fitted. */
export const eventsForWeights = 100;

/** How far a fitted weight may be expected to lie from the shipped one, as a standard deviation of its logarithm. */
const weightDeviation = 0.7;

/**
 * Weights and level by maximum a posteriori: Poisson regression with the hours as offset, Gaussian around the prior,
 * by coordinate-wise Newton steps, each weight kept at 0 or above. Null with fewer than 100 posts.
 */
export function fitWeights(prior: Model, history: readonly Exposure[]): Model | null {
  const posts = history.reduce((sum, each) => sum + each.posts, 0);
  if (posts < eventsForWeights) return null;
  let model = fitLevel(prior, prior, history);
  const weights: { [S in Signal]: number } = { ...prior.weights };
  for (let round = 0; round < 60; round++) {
    let moved = 0;
    for (const signal of signals) {
      let seen = 0;
      let expected = 0;
      for (const each of history) {
        if (!each.known[signal]) continue;
        seen += each.posts;
        expected += uncapped(model, each);
      }
      const pull = 1 / weightDeviation ** 2;
      const step = (seen - expected - pull * (weights[signal] - prior.weights[signal])) / (expected + pull);
      const next = Math.max(0, weights[signal] + Math.max(-0.5, Math.min(0.5, step)));
      moved = Math.max(moved, Math.abs(next - weights[signal]));
      weights[signal] = next;
      model = { ...model, weights: { ...weights } };
    }
    model = fitLevel(model, prior, history);
    if (moved < 1e-4) break;
  }
  return model;
}

/** Log-likelihood of a history; a new version is kept only if on the last four weeks it is not lower. */
export function logLikelihood(model: Model, history: readonly Exposure[]): number {
  let sum = 0;
  for (const each of history) {
    const expected = expectedPosts(model, each);
    sum += (each.posts > 0 ? each.posts * Math.log(expected) : 0) - expected;
  }
  return sum;
}

/** A new version of the model, or the one in force when the last four weeks speak against the new one. */
export function nextVersion(
  inForce: Model,
  prior: Model,
  before: readonly Exposure[],
  lastWeeks: readonly Exposure[],
): Model {
  const fitted = fitWeights(prior, before) ?? fitLevel(inForce, prior, before);
  if (logLikelihood(fitted, lastWeeks) < logLikelihood(inForce, lastWeeks)) return inForce;
  const all = [...before, ...lastWeeks];
  return { ...(fitWeights(prior, all) ?? fitLevel(inForce, prior, all)), version: inForce.version + 1 };
}

/** The cap belongs to the order, not to the truth: fitted with it, a weight beyond the cap would grow for ever. */
function uncapped(model: Model, each: Exposure): number {
  const sum = signals.reduce((total, signal) => total + (each.known[signal] ? model.weights[signal] : 0), 0);
  return model.levelPerHour * Math.exp(sum) * model.clock[each.stretch]!.multiplier * each.hours;
}

function expectedPosts(model: Model, each: Exposure): number {
  return (
    model.levelPerHour * multiplierOf(model, each.known) * model.clock[each.stretch]!.multiplier * each.hours
  );
}
