import { type Model, type Signal, signals } from "@/lib/risk/model";
import { stepOf } from "@/lib/risk/order";
import { chanceWithin, timeLeft } from "@/lib/risk/time-left";
import { auc, expectedAuc } from "./judge";
import { phaseOf } from "./orders";
import type { Contact } from "./people";
import type { Run } from "./simulate";
import {
  basePerHour,
  detectors,
  frailtyVariance,
  reply,
  shares,
  trueClock,
  truePatienceHours,
  truth,
} from "./world";

/**
 * Where the area is lost. Each line ranks the same people at the same moments by something else: the product's number,
 * the product's number with one estimate after the other replaced by the truth, and the best that anybody could do who
 * sees what the product may see. None of the truth comes near the product: this file only judges.
 */
export type Line = { name: string; auc: number };

/** The lines that bench/queue.ts sets against each other. */
export const lines = {
  shipped: "as shipped",
  best: "the best with what may be seen",
  knowing: "every true effect",
  expectedShipped: "as shipped, by chances",
  expectedBest: "the best, by chances",
};

export function decompose(run: Run, days: number, models: { shipped: Model; fitted: Model }): Line[] {
  const looks = looksOf(run, days);
  const line = (name: string, score: (look: Look, index: number) => number): Line => ({
    name,
    auc: auc(
      looks.map((look, index) => ({ score: score(look, index), is: look.contact.postsAt - look.at <= 24 })),
    ),
  });
  // By the chances of the best rule: free of the luck of some fifty posts, so it can tell hundredths apart.
  const chances = looks.map(bestOf);
  const alone = looks.map((look, index) =>
    look.before.length === 0 ? chances[index]! : bestOf({ ...look, before: [] }),
  );
  const expected = (name: string, score: (look: Look, index: number) => number): Line => ({
    name,
    auc: expectedAuc(looks.map((look, index) => ({ score: score(look, index), chance: chances[index]! }))),
  });
  const { shipped, fitted } = models;
  const all: readonly Signal[] = signals;
  return [
    line(lines.shipped, (look) => ofModel(shipped, look)),
    line("sorted by the hours left, in steps of a hundredth", (look) => -hoursOf(shipped, look)),
    line("weights fitted to posts", (look) => ofModel(fitted, look)),
    line("true weights", (look) => ofModel(withTrueWeights(shipped), look)),
    line("true clock", (look) => rateOf(shipped, look, []) * clockWithinDay(look)),
    line("true clock and weights", (look) => trueRate(look, []) * clockWithinDay(look)),
    ...all
      .filter(
        (signal) => signal !== "lapsed" && signal !== "publicProfile" && !signal.startsWith("unansweredA"),
      )
      .map((signal) =>
        line(`as shipped, and the true "${signal}"`, (look) => ofModel(shipped, look, [signal])),
      ),
    line("as shipped, and every true signal", (look) => ofModel(shipped, look, all)),
    line("the same with true weights and clock", (look) => trueRate(look, all) * clockWithinDay(look)),
    line(lines.best, (_, index) => chances[index]!),
    expected(lines.expectedBest, (_, index) => chances[index]!),
    expected(lines.expectedShipped, (look) => ofModel(shipped, look)),
    expected("weights fitted to posts, by chances", (look) => ofModel(fitted, look)),
    expected("the best with the answers given unknown, by chances", (_, index) => alone[index]!),
    line(lines.knowing, (look) => look.contact.knowablePerHour * clockWithinDay(look)),
    line("the frailty too", (look) => look.contact.perHour * clockWithinDay(look)),
  ];
}

/** Somebody who waits at a moment, with the earlier waits of the same person. */
type Look = { contact: Contact; at: number; before: readonly Wait[] };
type Wait = { contact: Contact; until: number; posted: boolean };

function looksOf(run: Run, days: number): Look[] {
  const waits = new Map<string, Wait[]>();
  for (const { contact, answeredAt } of run.phases) {
    const wait = {
      contact,
      until: Math.min(answeredAt, contact.postsAt),
      posted: contact.postsAt <= answeredAt,
    };
    waits.set(personOf(contact), [...(waits.get(personOf(contact)) ?? []), wait]);
  }
  const looks: Look[] = [];
  for (const { contact, answeredAt } of run.phases) {
    const end = Math.min(answeredAt, contact.postsAt, days * 24);
    const before = (waits.get(personOf(contact)) ?? []).filter((wait) => wait.contact.round < contact.round);
    for (let at = Math.ceil(contact.arrivedAt / 3) * 3; at < end; at += 3)
      looks.push({ contact, at, before });
  }
  return looks;
}

function personOf({ id }: Contact): string {
  return id.replaceAll("+", "");
}

/** The contact as the model sees it, with some signals as they truly are. */
function seen(contact: Contact, truly: readonly Signal[]): Contact {
  if (truly.length === 0) return contact;
  const known = { ...contact.known };
  for (const signal of truly) known[signal] = contact.is[signal];
  return { ...contact, known };
}

function ofModel(model: Model, { contact, at }: Look, truly: readonly Signal[] = []): number {
  return chanceWithin(model, phaseOf(seen(contact, truly)), at * hour, 24);
}

function hoursOf(model: Model, { contact, at }: Look): number {
  return stepOf(timeLeft(model, phaseOf(contact), at * hour).hours);
}

function rateOf(model: Model, { contact }: Look, truly: readonly Signal[]): number {
  const { known } = seen(contact, truly);
  return Math.exp(signals.reduce((sum, signal) => sum + (known[signal] ? model.weights[signal] : 0), 0));
}

function withTrueWeights(model: Model): Model {
  // The model knows one threat; the mean of the two kinds is the best weight for it.
  const { publicThreat, otherThreat } = shares;
  const threat =
    (publicThreat * Math.exp(truth.publicThreat) +
      (1 - publicThreat) * otherThreat * Math.exp(truth.otherThreat)) /
    (publicThreat + (1 - publicThreat) * otherThreat);
  const { unanswered, recoveryFailed, anger, urgent, lapsed, publicProfile } = truth;
  const weights = {
    complaint: Math.log(1 / 0.05),
    threat: Math.log(threat),
    anger,
    urgent,
    unanswered,
    unansweredAgain: unanswered,
    recoveryFailed,
    lapsed,
    publicProfile,
  };
  return { ...model, weights, largestMultiplier: Number.POSITIVE_INFINITY };
}

function trueRate(look: Look, truly: readonly Signal[]): number {
  return rateOf(withTrueWeights(trueWeightsOf), look, truly);
}

/** Only its form is used. */
const trueWeightsOf: Model = {
  version: 0,
  levelPerHour: basePerHour,
  weights: {
    complaint: 0,
    threat: 0,
    anger: 0,
    urgent: 0,
    unanswered: 0,
    unansweredAgain: 0,
    recoveryFailed: 0,
    lapsed: 0,
    publicProfile: 0,
  },
  largestMultiplier: 1,
  clock: [],
  patienceHours: truePatienceHours,
  budget: 0,
};

/** Hours of the next day, each as much as the true clock counts it. */
function clockWithinDay({ contact, at }: Look): number {
  return clockBetween(contact, at - contact.arrivedAt, at - contact.arrivedAt + 24);
}

function clockBetween({ patience }: Contact, from: number, to: number): number {
  let sum = 0;
  let start = from;
  for (const { until, multiplier } of trueClock) {
    const end = Math.min(to, until * truePatienceHours[patience]);
    if (end <= start) continue;
    sum += (end - start) * multiplier;
    start = end;
  }
  return sum;
}

/**
 * The chance of a post within the day for whoever knows the world's laws by heart and sees of the people only what the
 * product may see: what the detectors said, the channel, how long they have waited without posting, how many answers
 * they had, how their earlier waits ended. Bayes over everything that cannot be seen, frailty included; ranking by this
 * chance has the largest area that any rule on these observations can have (Neyman and Pearson).
 */
function bestOf({ contact, at, before }: Look): number {
  const shape = 1 / frailtyVariance;
  const next = clockWithinDay({ contact, at, before });
  const waited = clockBetween(contact, 0, at - contact.arrivedAt);
  let whole = 0;
  let posting = 0;
  for (const { chance, rate } of hiddenStates(contact)) {
    for (const { share, factors } of calmings(before.length)) {
      let risk = rate * (factors.at(-1) ?? 1) * waited;
      let posts = 0;
      let density = 1;
      for (const [index, wait] of before.entries()) {
        const calmed = rate * (factors[index - 1] ?? 1);
        risk += calmed * clockBetween(wait.contact, 0, wait.until - wait.contact.arrivedAt);
        if (!wait.posted) continue;
        density *= calmed * (shape + posts);
        posts++;
      }
      const weight = (chance * share * density * (shape / (shape + risk)) ** shape) / (shape + risk) ** posts;
      const ahead = rate * (factors.at(-1) ?? 1) * next;
      whole += weight;
      posting += weight * (1 - ((shape + risk) / (shape + risk + ahead)) ** (shape + posts));
    }
  }
  return posting / whole;
}

/** Everything that may be true of somebody of whom this was noticed, and how likely each is together with it. */
function hiddenStates({ known }: Contact): ReadonlyArray<{ chance: number; rate: number }> {
  const key = signals.map((signal) => (known[signal] ? 1 : 0)).join("");
  const made = hidden.get(key);
  if (made) return made;
  const states = statesBehind(known);
  hidden.set(key, states);
  return states;
}

const hidden = new Map<string, ReadonlyArray<{ chance: number; rate: number }>>();

function statesBehind(known: Contact["known"]): Array<{ chance: number; rate: number }> {
  const always = (known.lapsed ? truth.lapsed : 0) + (known.publicProfile ? truth.publicProfile : 0);
  const none = { threat: false, anger: false, urgent: false };
  const calm = known.unanswered ? 0 : (1 - shares.complaint) * noticed(known, false, none);
  const states = [{ chance: calm, rate: basePerHour * 0.05 * Math.exp(always) }];
  const threats = [
    { share: shares.publicThreat, effect: truth.publicThreat, threat: true },
    { share: (1 - shares.publicThreat) * shares.otherThreat, effect: truth.otherThreat, threat: true },
    { share: (1 - shares.publicThreat) * (1 - shares.otherThreat), effect: 0, threat: false },
  ];
  for (const { share, effect, threat } of threats) {
    for (const anger of [true, false]) {
      for (const urgent of [true, false]) {
        for (const earlier of earlierStates(known)) {
          const chance =
            shares.complaint *
            share *
            (anger ? shares.anger : 1 - shares.anger) *
            (urgent ? shares.urgent : 1 - shares.urgent) *
            earlier.chance *
            noticed(known, true, { threat, anger, urgent });
          const sum =
            always + effect + (anger ? truth.anger : 0) + (urgent ? truth.urgent : 0) + earlier.effect;
          states.push({ chance, rate: basePerHour * Math.exp(sum) });
        }
      }
    }
  }
  return states;
}

type Noticed = { threat: boolean; anger: boolean; urgent: boolean };

function noticed(known: Contact["known"], isComplaint: boolean, is: Noticed): number {
  const chanceOf = (said: boolean, real: boolean, [hit, wrong]: readonly [number, number]) =>
    said ? (real ? hit : wrong) : 1 - (real ? hit : wrong);
  return (
    chanceOf(known.complaint, isComplaint, detectors.complaint) *
    chanceOf(known.threat, is.threat, detectors.threat) *
    chanceOf(known.anger, is.anger, detectors.anger) *
    chanceOf(known.urgent, is.urgent, detectors.urgent)
  );
}

/** Earlier contacts: recognised with all about them, or not at all. */
function earlierStates(known: Contact["known"]): Array<{ chance: number; effect: number }> {
  const states: Array<{ chance: number; effect: number }> = [];
  if (!known.unanswered) states.push({ chance: 1 - shares.unanswered, effect: 0 });
  for (const again of [true, false]) {
    for (const failed of [true, false]) {
      if (known.unanswered && (again !== known.unansweredAgain || failed !== known.recoveryFailed)) continue;
      const chance =
        shares.unanswered *
        (again ? shares.unansweredAgain : 1 - shares.unansweredAgain) *
        (failed ? shares.recoveryFailed : 1 - shares.recoveryFailed) *
        (known.unanswered ? detectors.earlier[0] : 1 - detectors.earlier[0]);
      const effect = truth.unanswered + (again ? truth.unanswered : 0) + (failed ? truth.recoveryFailed : 0);
      states.push({ chance, effect });
    }
  }
  return states;
}

/** What so many answers may have left of the hazard, after each of them. */
function calmings(answers: number): ReadonlyArray<{ share: number; factors: readonly number[] }> {
  const known = calmed.get(answers);
  if (known) return known;
  let ways: Array<{ share: number; factors: number[] }> = [{ share: 1, factors: [] }];
  for (let answer = 0; answer < answers; answer++) {
    ways = ways.flatMap(({ share, factors }) => {
      const before = factors.at(-1) ?? 1;
      return [
        { share: share * (1 - reply.poor), factors: [...factors, before * (1 - reply.removes)] },
        { share: share * reply.poor, factors: [...factors, before * (1 - reply.poorRemoves)] },
      ];
    });
  }
  calmed.set(answers, ways);
  return ways;
}

const calmed = new Map<number, ReadonlyArray<{ share: number; factors: readonly number[] }>>();
const hour = 3_600_000;
