import { likeness, nameParts } from "./names";
import type { Proof } from "./proof";

/** What two strangers are compared by; nothing of it proves anything. */
export type Likeness = {
  name: string;
  city: string | null;
  identities: readonly Proof[];
  /** What their latest trouble is about, and when, in milliseconds of Unix time. */
  topic: string | null;
  topicAt: number | null;
};

/** One reason for or against, in the binary logarithm of how much likelier it is for one person than for two. */
export type Reason = {
  code: ReasonCode;
  weight: number;
  /** What agreed: a part of a name, a town, a word. Never a whole address. */
  params?: { [name: string]: string };
};

/** `address` and `number` are proof whose names contradict each other; `address_given` was named, not written from. */
export const reasonCodes = [
  "name",
  "name_similar",
  "name_other",
  "city",
  "city_other",
  "topic",
  "handle",
  "mail_other",
  "address",
  "number",
  "address_given",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export type Comparison = { weight: number; reasons: Reason[] };

/**
 * Fellegi and Sunter (1969): sums the weights of what agrees and what does not. A rare name says more than a common
 * one: `frequency` gives the share of customers who carry a part of a name.
 */
export function compare(a: Likeness, b: Likeness, frequency: (part: string) => number): Comparison {
  const reasons: Reason[] = [];
  const name = nameReason(a.name, b.name, frequency);
  if (name) reasons.push(name);
  if (a.city !== null && b.city !== null) {
    const same = nameParts(a.city).join(" ") === nameParts(b.city).join(" ");
    reasons.push(
      same ? { code: "city", weight: 3.5, params: { value: a.city } } : { code: "city_other", weight: -2 },
    );
  }
  if (a.topic !== null && a.topic === b.topic && a.topicAt !== null && b.topicAt !== null) {
    if (Math.abs(a.topicAt - b.topicAt) <= 14 * 86_400_000)
      reasons.push({ code: "topic", weight: 2.5, params: { value: a.topic } });
  }
  if (handlesMatch(a, b) || handlesMatch(b, a)) reasons.push({ code: "handle", weight: 5 });
  const mails = [mailsOf(a), mailsOf(b)];
  if (mails[0]!.length > 0 && mails[1]!.length > 0 && !mails[0]!.some((mail) => mails[1]!.includes(mail))) {
    reasons.push({ code: "mail_other", weight: -1.5 });
  }
  return { weight: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons };
}

/**
 * How common a part of a name is, from how many customers carry it. The desk's customers are a small sample of everybody:
 * counted among 60 alone nobody's name would be rare.
 */
export function shareOf(count: number, customers: number): number {
  return Math.max(1, count) / (customers + 2_000);
}

/** From here on a person is asked; see `npm run bench -- identity` for how often they agree. */
export const askFrom = 9;

/** The best of all candidates to ask about; never more than one step away, so that suggestions do not chain. */
export function suggest<C extends Likeness>(
  customer: Likeness,
  candidates: readonly C[],
  frequency: (part: string) => number,
): Array<{ candidate: C } & Comparison> {
  return candidates
    .map((candidate) => ({ candidate, ...compare(customer, candidate, frequency) }))
    .filter(({ weight }) => weight >= askFrom)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3);
}

function nameReason(one: string, other: string, frequency: (part: string) => number): Reason | null {
  const a = nameParts(one);
  const b = nameParts(other);
  if (a.length === 0 || b.length === 0) return null;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  let weight = 0;
  let isExact = true;
  const agreed: string[] = [];
  for (const part of shorter) {
    const best = Math.max(...longer.map((candidate) => likeness(part, candidate)));
    const initial = part.length === 1 && longer.some((candidate) => candidate[0] === part);
    const rarity = -Math.log2(Math.max(1e-5, frequency(part)));
    if (best >= 0.92 && part.length > 1) agreed.push(part);
    if (best === 1 && part.length > 1) weight += Math.min(9, rarity) * 0.75;
    else {
      isExact = false;
      if (best >= 0.92) weight += Math.min(8, rarity) * 0.5;
      else if (initial) weight += 1;
      else return { code: "name_other", weight: -6 };
    }
  }
  return {
    code: isExact ? "name" : "name_similar",
    weight,
    ...(agreed.length > 0 ? { params: { value: agreed.join(" ") } } : {}),
  };
}

function handlesMatch(a: Likeness, b: Likeness): boolean {
  const locals = mailsOf(b).map((mail) => plain(mail.slice(0, mail.lastIndexOf("@"))));
  return a.identities.some((identity) => {
    if (identity.kind === "email" || identity.kind === "phone") return false;
    const handle = plain(identity.value.replace(/^@/, "").replace(/[@.].*$/, ""));
    return handle.length >= 5 && locals.includes(handle);
  });
}

function mailsOf(who: Likeness): string[] {
  return who.identities.filter(({ kind }) => kind === "email").map(({ value }) => value);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
