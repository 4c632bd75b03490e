import type { Patience, Signal } from "@/lib/risk/model";
import type { Random } from "./random";
import {
  basePerHour,
  channelShares,
  detectors,
  frailtyVariance,
  longestWaitHours,
  minutes,
  shares,
  trueClock,
  truePatienceHours,
  truth,
  type World,
} from "./world";

export type Contact = {
  id: string;
  /** Hours since the start. */
  arrivedAt: number;
  patience: Patience;
  known: Record<Signal, boolean>;
  isComplaint: boolean;
  /** Minutes of work. */
  work: number;
  /** What nobody can see: the chance for one hour, frailty included, before the clock of waiting. */
  perHour: number;
  /** The same without the frailty: all that anything known of people could ever tell. */
  knowablePerHour: number;
  /** When they post if nobody answers; infinite if never within fourteen days. */
  postsAt: number;
  /** How many answers of ours came before this message. */
  round: number;
  /** What is true of them, whatever was noticed: for bench/queue/ceiling.ts, which says what not noticing costs. */
  is: { [S in Signal]: boolean } & { publicThreat: boolean };
};

/** Everybody who writes for the first time in a world, in the order of their arrival. */
export function firstContacts(world: World, random: Random): Contact[] {
  const contacts: Contact[] = [];
  for (let day = 0; day < world.days; day++) {
    const perDay = world.contactsADay * (random.chance(world.surges) ? 3 : 1);
    for (let at = random.exponential(24 / perDay); at < 24; at += random.exponential(24 / perDay)) {
      contacts.push(contactAt(world, random, day * 24 + at, contacts.length));
    }
  }
  return contacts;
}

function contactAt(world: World, random: Random, arrivedAt: number, ordinal: number): Contact {
  const patience = random.pick(channelShares);
  const isComplaint = random.chance(shares.complaint);
  const threat = isComplaint
    ? random.pick([
        ["public", shares.publicThreat],
        ["other", shares.otherThreat],
        ["none", 1],
      ] as const)
    : "none";
  const unanswered = isComplaint && random.chance(shares.unanswered);
  const again = unanswered && random.chance(shares.unansweredAgain);
  const recoveryFailed = unanswered && random.chance(shares.recoveryFailed);
  const anger = isComplaint && random.chance(shares.anger);
  const urgent = isComplaint && random.chance(shares.urgent);
  const lapsed = random.chance(shares.lapsed);
  const isMessage = patience === "directMessage";
  const profile = random.chance(isMessage ? shares.publicProfileInMessages : shares.publicProfile);

  const effects =
    (threat === "public" ? truth.publicThreat : threat === "other" ? truth.otherThreat : 0) +
    (unanswered ? truth.unanswered : 0) +
    (again ? truth.unanswered : 0) +
    (recoveryFailed ? truth.recoveryFailed : 0) +
    (anger ? truth.anger : 0) +
    (urgent ? truth.urgent : 0) +
    (lapsed ? truth.lapsed : 0) +
    (profile ? truth.publicProfile : 0);
  const knowablePerHour =
    basePerHour * (isComplaint ? 1 : world.otherContacts) * Math.exp(effects * world.effects);
  const perHour = knowablePerHour * random.frailty(frailtyVariance);
  const sees = (is: boolean, [hit, wrong]: readonly [number, number]) => random.chance(is ? hit : wrong);
  const earlierSeen = sees(unanswered, detectors.earlier);
  return {
    id: String(ordinal),
    arrivedAt,
    patience,
    isComplaint,
    work: (isComplaint ? minutes.complaint : minutes.other) * lognormal(random),
    perHour,
    knowablePerHour,
    postsAt: arrivedAt + hoursUntilPost(perHour, patience, random.exponential()),
    round: 0,
    is: {
      complaint: isComplaint,
      threat: threat !== "none",
      publicThreat: threat === "public",
      anger,
      urgent,
      unanswered,
      unansweredAgain: again,
      recoveryFailed,
      lapsed,
      publicProfile: profile,
    },
    known: {
      complaint: sees(isComplaint, detectors.complaint),
      threat: sees(threat !== "none", detectors.threat),
      anger: sees(anger, detectors.anger),
      urgent: sees(urgent, detectors.urgent),
      unanswered: earlierSeen,
      unansweredAgain: again && earlierSeen,
      recoveryFailed: recoveryFailed && earlierSeen,
      lapsed,
      publicProfile: profile,
    },
  };
}

/** The same person writes again after an answer, calmer by what it removed, more wary if it was a poor one. */
export function followUp(before: Contact, random: Random, at: number, removed: number): Contact {
  const perHour = before.perHour * (1 - removed);
  return {
    ...before,
    id: `${before.id}+`,
    arrivedAt: at,
    round: before.round + 1,
    perHour,
    knowablePerHour: before.knowablePerHour * (1 - removed),
    postsAt: at + hoursUntilPost(perHour, before.patience, random.exponential()),
  };
}

/** Turns one exponential draw into the hours of waiting until the post. */
export function hoursUntilPost(perHour: number, patience: Patience, draw: number): number {
  let left = draw;
  let from = 0;
  for (const stretch of trueClock) {
    const end = Math.min(longestWaitHours, stretch.until * truePatienceHours[patience]);
    const rate = perHour * stretch.multiplier;
    if (left <= rate * (end - from)) return from + left / rate;
    left -= rate * (end - from);
    from = end;
  }
  return Number.POSITIVE_INFINITY;
}

/** The true hours left until the risk of somebody who has waited since `arrivedAt` has grown by 2 %. */
export function hoursUntilBudget(contact: Contact, now: number): number {
  const waited = now - contact.arrivedAt;
  let left = 0.02;
  let from = waited;
  for (const stretch of trueClock) {
    const end = Math.min(longestWaitHours, stretch.until * truePatienceHours[contact.patience]);
    if (end <= from) continue;
    const rate = contact.perHour * stretch.multiplier;
    if (left <= rate * (end - from)) return from - waited + left / rate;
    left -= rate * (end - from);
    from = end;
  }
  return 1e6 / contact.perHour;
}

/** Mean 1. */
function lognormal(random: Random): number {
  return Math.exp(random.normal() * minutes.sd - minutes.sd ** 2 / 2);
}
