import type { Band, ConversationKind, RankedBy } from "@/db/enums";
import type { Reason } from "@/lib/conversations/types";
import { bandOf } from "./bands";
import type { Contacts } from "./contacts";
import { type Model, type Patience, type Signal, signals } from "./model";
import { rankOf } from "./order";
import { type Reasons, reasonsOf } from "./reasons";
import { hazardAt, type Phase, timeLeft } from "./time-left";

/** What the cues found in the messages that wait for us, the strongest reason of each family; null: not said. */
export type Said = {
  complaint: string | null;
  threat: string | null;
  anger: string | null;
  urgent: string | null;
  repeat: string | null;
  thanks: string | null;
  safety: string | null;
};

/** Everything that the order may look at of one conversation; moments in milliseconds of Unix time. */
export type Facts = {
  kind: ConversationKind;
  pin: -1 | 0 | 1;
  patience: Patience;
  isPublic: boolean;
  /** The oldest message without a human answer, null when nobody waits. */
  waitingSince: number | null;
  targetAt: number | null;
  /** The earliest promise that shows. */
  promiseAt: number | null;
  /** What it was promised for, in the house's time: a day, or with its hour (lib/commitments/promised-for.ts). */
  promisedFor: string | null;
  /** When the latest promise to this person broke, of the last 90 days. */
  brokenAt: number | null;
  /** What that one was promised for. */
  brokenFor: string | null;
  /** The date of a broken one in this conversation to which nobody has answered since. */
  brokenHere: number | null;
  said: Said;
  contacts: Contacts;
  messages: number;
  lapsed: Reason | null;
  /** A public handle of theirs, as people write it. */
  handle: string | null;
  /** They asked for no profile: nothing is known of them but that they wait. */
  hasProfile: boolean;
  /** Somebody said "not a risk" after their last message. */
  isCalmed: boolean;
  /** Opened by us: how much it is worth today, larger first, and why. */
  outreach: { score: number; reasons: Reason[] } | null;
};

export type Assessed = {
  phase: Phase | null;
  isSafety: boolean;
  lane: number;
  /** Hours that sort. */
  rank: number;
  band: Band;
  /** Of the whole patience of this waiting, whatever is due and however long it has lasted; null where nobody waits. */
  patienceBand: Band | null;
  by: RankedBy;
  /** Hours of patience left; null for no end. */
  patienceHours: number | null;
  hazard: number;
  reasons: Reasons;
  /** Milliseconds of Unix time; infinite when only something that happens changes it. */
  validUntil: number;
};

/** Sorts behind everything that has an end. */
const endless = 9_999;
const calmest = 1_000;

/** One conversation's place in the order, and why. Pure; `fallenBack` follows response targets alone. */
export function assess(model: Model, facts: Facts, now: number, fallenBack: boolean): Assessed {
  const isSafety = facts.said.safety !== null && facts.waitingSince !== null;
  const phase = phaseOf(facts);
  const reasons = reasonsOf(model, facts, phase?.known ?? null, now);
  const left = patienceOf(model, facts, phase, now);
  const lane = isSafety ? 0 : facts.kind === "proactive" ? 4 : facts.pin < 0 ? 1 : facts.pin > 0 ? 3 : 2;
  const base = {
    phase,
    isSafety,
    lane,
    patienceBand:
      phase && (isSafety ? "now" : bandOf(patienceOf(model, facts, phase, phase.waitingSince).hours)),
    patienceHours: Number.isFinite(left.hours) ? left.hours : null,
    hazard: phase ? hazardAt(model, phase, now) : 0,
    reasons,
  };
  if (facts.kind === "proactive") {
    const rank = calmest - Math.min(calmest - 1, facts.outreach?.score ?? 0);
    return { ...base, rank, band: "calm", by: "patience", validUntil: Number.POSITIVE_INFINITY };
  }
  if (fallenBack) return { ...base, ...byTarget(facts, now, isSafety) };
  const { hours, validUntil } = rankOf(left, facts, now);
  const rank = Math.min(endless, hours);
  return {
    ...base,
    rank,
    band: isSafety ? "now" : bandOf(rank),
    by: byWhat(left.hours, facts, now),
    validUntil,
  };
}

/** The waiting that is scored: since their oldest unanswered message, or since we broke our word. */
function phaseOf(facts: Facts): Phase | null {
  if (facts.kind === "proactive") return null;
  const waitingSince = facts.waitingSince ?? facts.brokenHere;
  if (waitingSince === null) return null;
  const { said, contacts } = facts;
  const unanswered = contacts.unanswered + Number(said.repeat !== null && contacts.unanswered === 0);
  const knows = facts.hasProfile;
  const known: { [S in Signal]: boolean } = {
    complaint: knows && said.complaint !== null,
    threat: knows && said.threat !== null,
    anger: knows && said.anger !== null,
    urgent: knows && said.urgent !== null,
    unanswered: knows && unanswered > 0,
    unansweredAgain: knows && unanswered > 1,
    recoveryFailed: knows && facts.brokenAt !== null,
    lapsed: knows && facts.lapsed !== null,
    publicProfile: knows && facts.handle !== null,
  };
  return { patience: facts.isPublic ? "mention" : facts.patience, waitingSince, known };
}

const nothing = Object.fromEntries(signals.map((signal) => [signal, false]));

function patienceOf(model: Model, facts: Facts, phase: Phase | null, now: number) {
  const never = { hours: Number.POSITIVE_INFINITY, validUntil: Number.POSITIVE_INFINITY };
  if (phase === null) return never;
  // Praise, or nothing but a face under a post: nobody is waiting for more than a thumb.
  if (facts.isPublic && facts.said.thanks !== null && !isSerious(facts)) return never;
  // People have the last word: somebody who is no risk waits like anybody, and the target stays.
  return timeLeft(model, facts.isCalmed ? { ...phase, known: { ...phase.known, ...nothing } } : phase, now);
}

function isSerious({ said }: Facts): boolean {
  return said.complaint !== null || said.threat !== null || said.safety !== null || said.urgent !== null;
}

/** Made so early by what; what is shown as the one time. */
function byWhat(patience: number, facts: Facts, now: number): RankedBy {
  const target = facts.targetAt === null ? Number.POSITIVE_INFINITY : (facts.targetAt - now) / hour;
  const promise = facts.promiseAt === null ? Number.POSITIVE_INFINITY : (facts.promiseAt - now) / hour;
  if (promise < patience && promise <= target) return "promise";
  return target < patience && Number.isFinite(patience) ? "target" : "patience";
}

/** As hours of a fixed beginning: an order by dates changes only when a date does. */
function byTarget(facts: Facts, now: number, isSafety: boolean) {
  const dates = [facts.targetAt, facts.promiseAt].filter((at) => at !== null);
  const at = dates.length > 0 ? Math.min(...dates) : null;
  const left = at === null ? Number.POSITIVE_INFINITY : Math.max(0, (at - now) / hour);
  const border = [7 * 24, 24, 1].find((hours) => hours < left);
  return {
    rank: at === null ? 1e6 : (at - firstHour) / hour,
    band: isSafety ? ("now" as const) : bandOf(left),
    by: at !== null && at === facts.promiseAt ? ("promise" as const) : ("target" as const),
    validUntil:
      at === null || border === undefined
        ? Number.POSITIVE_INFINITY
        : Math.max(now + 1_000, at - border * hour),
  };
}

const hour = 3_600_000;
const firstHour = Date.parse("2026-01-01T00:00:00Z");
