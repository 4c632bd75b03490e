import type { Patience } from "@/lib/risk/model";

/**
 * The desk that is simulated, as the specification states it: nothing here is chosen to suit the order. What is true
 * of people in these worlds is unknown to the product, which sees only what its detectors say.
 */
export type World = {
  name: string;
  days: number;
  contactsADay: number;
  /** Work that arrives against work that the open hours can do; follow-ups included. */
  load: number;
  /** Share of days that bring three times the usual number. */
  surges: number;
  /** Logarithms of the true effects, times this: 1 as stated, 0.5 half as telling, 0 nothing matters, -1 reversed. */
  effects: number;
  /** How much less somebody without a complaint goes public. */
  otherContacts: number;
};

const usual: World = {
  name: "load 0.9",
  days: 60,
  contactsADay: 200,
  load: 0.9,
  surges: 0,
  effects: 1,
  otherContacts: 0.05,
};

export const worlds: readonly World[] = [
  { ...usual, name: "load 0.8", load: 0.8 },
  usual,
  { ...usual, name: "load 1.0", load: 1 },
  { ...usual, name: "load 1.15", load: 1.15 },
  { ...usual, name: "0.9 with surges", surges: 0.07 },
  { ...usual, name: "40 a day, 0.9", contactsADay: 40 },
  { ...usual, name: "signals worth half", effects: 0.5 },
  { ...usual, name: "only a complaint or not", effects: 0 },
  { ...usual, name: "nothing matters", effects: 0, otherContacts: 1 },
  { ...usual, name: "effects reversed", effects: -1, otherContacts: 1 },
];

export const channelShares: ReadonlyArray<readonly [Patience, number]> = [
  ["directMessage", 0.2],
  ["email", 0.45],
  ["form", 0.25],
  ["phone", 0.1],
];

export const shares = {
  complaint: 0.3,
  publicThreat: 0.04,
  otherThreat: 0.1,
  unanswered: 0.3,
  unansweredAgain: 0.35,
  recoveryFailed: 0.5,
  anger: 0.4,
  urgent: 0.25,
  lapsed: 0.12,
  publicProfileInMessages: 0.9,
  publicProfile: 0.25,
};

/** Logarithms of the true effects on the chance of going public. */
export const truth = {
  publicThreat: 1.6,
  otherThreat: 0.6,
  unanswered: 0.7,
  recoveryFailed: 0.9,
  anger: 0.6,
  urgent: 0.4,
  lapsed: 0.3,
  publicProfile: 0.5,
};

export const basePerHour = 6.2e-4;
export const frailtyVariance = 0.8;
export const longestWaitHours = 14 * 24;

/** Probability to notice it where it is, and to see it where it is not. */
export const detectors = {
  complaint: [0.87, 0.2],
  threat: [0.77, 0.03],
  anger: [0.35, 0.05],
  urgent: [0.75, 0.07],
  earlier: [0.85, 0],
} as const;

export const reply = { removes: 0.92, poor: 0.2, poorRemoves: 0.5, writesAgain: 0.25, againAfterHours: 12 };
export const minutes = { complaint: 10, other: 5, sd: 0.5 };

/** Of the true hazard, by the waiting time in multiples of the patience. */
export const trueClock = [
  { until: 1, multiplier: 0.2 },
  { until: 4, multiplier: 1 },
  { until: Number.POSITIVE_INFINITY, multiplier: 0.5 },
];
export const truePatienceHours: { readonly [P in Patience]: number } = {
  directMessage: 2,
  mention: 2,
  phone: 4,
  email: 24,
  form: 24,
};

/** Monday to Saturday, 9 to 19; hour 0 is a Monday's midnight. */
export function isOpen(hour: number): boolean {
  const day = Math.floor(hour / 24) % 7;
  const ofDay = hour % 24;
  return day !== 6 && ofDay >= 9 && ofDay < 19;
}

/** The next moment at which somebody works, `hour` itself while it is open. */
export function nextOpen(hour: number): number {
  if (isOpen(hour)) return hour;
  const day = Math.floor(hour / 24);
  const today = day * 24 + 9;
  if (hour < today && day % 7 !== 6) return today;
  return (day % 7 === 5 ? day + 2 : day + 1) * 24 + 9;
}

export const openShare = 60 / 168;
