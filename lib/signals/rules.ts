import type { SignalKind, SignalRuleKind } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";

/** What a rule looks for, and how it is set until somebody changes it. */
export type Shipped = {
  /** Signs that it reads. */
  reads: readonly SignalKind[];
  settings: { [name: string]: number };
  coolDownDays: number;
  /** Days after it became true in which it is still worth speaking to somebody. */
  freshDays: number;
  /** How much it matters beside the others, see `scoreOf`. */
  weight: number;
};

export const shippedRules: Record<SignalRuleKind, Shipped> = {
  rhythm_broken: { reads: ["order_placed"], settings: {}, coolDownDays: 90, freshDays: 60, weight: 2 },
  subscription_ended: {
    reads: ["subscription_ended"],
    settings: {},
    coolDownDays: 90,
    freshDays: 14,
    weight: 3,
  },
  unsubscribed: {
    reads: ["unsubscribed", "order_placed"],
    settings: { purchases: 2 },
    coolDownDays: 180,
    freshDays: 14,
    weight: 1,
  },
  returns: {
    reads: ["order_returned"],
    settings: { times: 2, days: 60 },
    coolDownDays: 90,
    freshDays: 14,
    weight: 2,
  },
  cancelled: {
    reads: ["order_cancelled"],
    settings: { times: 2, days: 60 },
    coolDownDays: 90,
    freshDays: 14,
    weight: 2,
  },
  delivery_failed: {
    reads: ["delivery_failed"],
    settings: { times: 1, days: 14 },
    coolDownDays: 14,
    freshDays: 7,
    weight: 4,
  },
  payment_failed: {
    reads: ["payment_failed"],
    settings: { times: 2, days: 14 },
    coolDownDays: 30,
    freshDays: 7,
    weight: 3,
  },
  counter_complaint: {
    reads: ["counter_complaint"],
    settings: { times: 1, days: 14 },
    coolDownDays: 14,
    freshDays: 7,
    weight: 6,
  },
  calls: {
    reads: ["free_number_call"],
    settings: { times: 3, days: 14 },
    coolDownDays: 30,
    freshDays: 7,
    weight: 5,
  },
};

/** A code under `signals.reasons` and what fills it. */
export type Reason = { code: SignalRuleKind; params: { [name: string]: Json } };

/**
 * Which is better worth a call today: what happened, how far beyond the usual, and what they bought. `spent` in whole
 * units of money. It sorts the day's proposals; it is no probability of anything, and not calibrated.
 */
export function scoreOf(input: {
  rule: SignalRuleKind;
  beyond: number;
  orders: number;
  spent: number;
}): number {
  const { rule, beyond, orders, spent } = input;
  const much = Math.log10(1 + Math.max(0, spent)) + Math.log2(1 + Math.max(0, orders)) / 2;
  return Math.round((shippedRules[rule].weight + Math.min(2, Math.max(0, beyond)) + much) * 1000) / 1000;
}

export type Way = "mail" | "call" | "letter" | "none";

/**
 * What may be done to speak to somebody who did not write. Whoever unsubscribed is never mailed a proposal: a call, a
 * letter, or nothing; whoever does not want to be contacted is left alone.
 */
export function wayFor(who: {
  hasUnsubscribed: boolean;
  isNotToBeContacted: boolean;
  hasMail: boolean;
  hasPhone: boolean;
  hasPostalAddress: boolean;
}): Way {
  if (who.isNotToBeContacted) return "none";
  if (who.hasMail && !who.hasUnsubscribed) return "mail";
  if (who.hasPhone) return "call";
  return who.hasPostalAddress ? "letter" : "none";
}
