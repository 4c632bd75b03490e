import type { Model, Patience } from "@/lib/risk/model";
import { isOldestsTurn } from "@/lib/risk/order";
import { timeLeft } from "@/lib/risk/time-left";
import { type Contact, hoursUntilBudget } from "./people";
import { nextOpen, truePatienceHours } from "./world";

/** The place of somebody who waits, smaller is sooner; asked at `now`, in hours since the start. */
export type Order = {
  name: string;
  place(contact: Contact, now: number): number;
  /** Does every fifth pick go to whoever has waited longest? */
  hasOldestsTurn: boolean;
};

export const firstCome: Order = {
  name: "first come",
  place: (contact) => contact.arrivedAt,
  hasOldestsTurn: false,
};

export const oldestTarget: Order = {
  name: "oldest target",
  place: (contact) => contact.arrivedAt + truePatienceHours[contact.patience],
  hasOldestsTurn: false,
};

export const sentiment: Order = {
  name: "angry first",
  place: (contact) => contact.arrivedAt - (contact.known.anger ? 1e6 : 0),
  hasOldestsTurn: false,
};

/** Knows the true chance of everybody, what nobody can see included: the best that any knowledge of people could do. */
export const clairvoyant: Order = {
  name: "clairvoyant",
  place: (contact, now) => hoursUntilBudget(contact, now),
  hasOldestsTurn: false,
};

/** Knows which dice fall and when: no order can do better, and none can know it. */
export const foresight: Order = {
  name: "foresight",
  place: (contact, now) =>
    contact.postsAt > now && contact.postsAt < Number.POSITIVE_INFINITY
      ? contact.postsAt - 1e9
      : contact.arrivedAt,
  hasOldestsTurn: false,
};

/** The product's own scorer, asked again only when it said that its answer would change. */
export function byTimeLeft(model: Model, hasOldestsTurn = false): Order {
  const held = new Map<string, { hours: number; until: number }>();
  return {
    name: hasOldestsTurn ? "time left, every fifth the oldest" : "time left",
    hasOldestsTurn,
    place(contact, now) {
      const known = held.get(contact.id);
      if (known && now < known.until) return known.hours;
      const left = timeLeft(model, phaseOf(contact), now * hour);
      held.set(contact.id, { hours: left.hours, until: left.validUntil / hour });
      return left.hours;
    },
  };
}

export function phaseOf(contact: Contact) {
  return { patience: contact.patience, waitingSince: contact.arrivedAt * hour, known: contact.known };
}

/** When our response target for somebody passes, in hours since the start; counted in opening hours. */
export function dueAt(contact: Contact): number {
  let left = targetHours[contact.patience];
  let at = nextOpen(contact.arrivedAt);
  for (;;) {
    const closing = Math.floor(at / 24) * 24 + 19;
    if (left <= closing - at) return at + left;
    left -= closing - at;
    at = nextOpen(closing);
  }
}

/** What the channels of the product declare, in opening hours. */
const targetHours: { readonly [P in Patience]: number } = {
  directMessage: 2,
  mention: 2,
  phone: 4,
  email: 8,
  form: 8,
};

/** What a target may do to the hours that sort, by what is left of both; the candidates are set against each other. */
export const pulls: { readonly [name: string]: (hours: number, left: number) => number } = {
  "no target": (hours) => hours,
  "late is nought": (hours, left) => Math.min(hours, Math.max(0, left)),
  "late pulls no more": (hours, left) => (left < 0 ? hours : Math.min(hours, left)),
  "to a half": (hours, left) => Math.max(Math.min(hours, left), hours / 2),
  "to a quarter": (hours, left) => Math.max(Math.min(hours, left), hours / 4),
  "to a tenth": (hours, left) => Math.max(Math.min(hours, left), hours / 10),
};

/** Time left with response targets beside it. */
export function withTargets(model: Model, pull: (hours: number, left: number) => number): Order {
  const plain = byTimeLeft(model);
  const due = new Map<string, number>();
  return {
    name: "time left and targets",
    hasOldestsTurn: false,
    place(contact, now) {
      let at = due.get(contact.id);
      if (at === undefined) {
        at = dueAt(contact);
        due.set(contact.id, at);
      }
      return pull(plain.place(contact, now), at - now);
    },
  };
}

/** The index of the row to take. */
export function choose(order: Order, waiting: readonly Contact[], picks: number, now: number): number {
  const isOldest = order.hasOldestsTurn && isOldestsTurn(picks);
  let best = 0;
  let bestPlace = Number.POSITIVE_INFINITY;
  for (let index = 0; index < waiting.length; index++) {
    const contact = waiting[index]!;
    const place = isOldest ? contact.arrivedAt : order.place(contact, now);
    if (place < bestPlace || (place === bestPlace && contact.arrivedAt < waiting[best]!.arrivedAt)) {
      best = index;
      bestPlace = place;
    }
  }
  return best;
}

const hour = 3_600_000;
