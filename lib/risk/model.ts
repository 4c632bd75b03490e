/**
 * What we may know about somebody who waits, each a yes or a no. Who they are is never among them: no name, gender,
 * language or place, and no number of followers.
 */
export const signals = [
  "complaint",
  "threat",
  "anger",
  "urgent",
  /** One earlier contact has no human answer. */
  "unanswered",
  /** Two or more have none: counts on top of `unanswered`. */
  "unansweredAgain",
  /** An earlier recovery failed, or a promise was not kept. */
  "recoveryFailed",
  /** Their orders stopped, or they unsubscribed. */
  "lapsed",
  /** We know a public profile of theirs. */
  "publicProfile",
] as const;
export type Signal = (typeof signals)[number];

/** How long somebody waits without minding, by the way they wrote. */
export const patiences = ["directMessage", "mention", "phone", "email", "form"] as const;
export type Patience = (typeof patiences)[number];

/**
 * A piecewise-exponential hazard of going public while waiting: in every stretch of the waiting clock the chance for
 * one hour is constant, and each thing we know multiplies it. One page, no interactions, so that it can be read aloud.
 */
export type Model = {
  version: number;
  /** Chance for one hour of waiting before anything multiplies it. */
  levelPerHour: number;
  /** Natural logarithms of the multipliers; never below 0, so that nothing known about somebody pushes them back. */
  weights: { readonly [S in Signal]: number };
  /** Together the signals multiply by no more than this: rewarding threats would teach threats. */
  largestMultiplier: number;
  /** Multiplier of each stretch of waiting; `until` in multiples of the patience, the last one without an end. */
  clock: ReadonlyArray<{ until: number; multiplier: number }>;
  patienceHours: { readonly [P in Patience]: number };
  /** Time left is the time until this much risk has been added from now on. */
  budget: number;
};

/**
 * What ships, before a desk has events of its own. The multipliers come from studies of complainers (double deviation:
 * Tripp & Grégoire 2011; a second failure weighs more: Maxham & Netemeyer 2002; expected answer times:
 * Istanbulluoglu 2017, BVA/Viséo 2013) and are re-estimated by lib/risk/fit.ts; docs/risk.md explains each.
 */
export const shippedModel: Model = {
  version: 1,
  levelPerHour: 1.3e-4,
  weights: {
    complaint: Math.log(4.5),
    threat: Math.log(2.7),
    anger: Math.log(1.6),
    urgent: Math.log(1.5),
    unanswered: Math.log(2),
    unansweredAgain: Math.log(1.5),
    recoveryFailed: Math.log(2),
    lapsed: Math.log(1.2),
    publicProfile: Math.log(1.35),
  },
  largestMultiplier: 50,
  clock: [
    { until: 0.5, multiplier: 0.37 },
    { until: 1, multiplier: 0.6 },
    { until: 2, multiplier: 1 },
    { until: 8, multiplier: 1.35 },
    { until: Number.POSITIVE_INFINITY, multiplier: 1 },
  ],
  patienceHours: { directMessage: 2, mention: 2, phone: 4, email: 24, form: 24 },
  budget: 0.02,
};
