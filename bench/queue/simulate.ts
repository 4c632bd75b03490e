import { choose, type Order } from "./orders";
import { type Contact, firstContacts, followUp } from "./people";
import { Random } from "./random";
import { minutes, nextOpen, openShare, reply, shares, type World } from "./world";

export type Answered = { contact: Contact; answeredAt: number };

export type Run = {
  /** Every message that waited, in the order of its answer; `answeredAt` infinite for those left at the end. */
  phases: Answered[];
  /** People who went public while they waited. */
  wentPublic: number;
  longestWaitHours: number;
};

/** One desk under one order. With the same seed, every order meets the same people. */
export function simulate(world: World, order: Order, seed: number): Run {
  const contacts = firstContacts(world, new Random(seed));
  const chance = new Random(seed + 7_919);
  const end = world.days * 24;
  // Whole people, and as much slower than usual as it takes to meet the load exactly.
  const work = workPerOpenHour(world);
  const people = Math.ceil(work / 60 / world.load);
  const slowness = (world.load * people * 60) / work;
  const later = new Later();
  const waiting: Contact[] = [];
  const phases: Answered[] = [];
  const freeAt = Array.from({ length: people }, () => nextOpen(0));
  let arriving = 0;
  let picks = 0;
  let longest = 0;

  function arriveUntil(now: number): void {
    while (arriving < contacts.length && contacts[arriving]!.arrivedAt <= now)
      waiting.push(contacts[arriving++]!);
    for (let next = later.before(now); next; next = later.before(now)) waiting.push(next);
  }

  for (;;) {
    const who = freeAt.indexOf(Math.min(...freeAt));
    let now = nextOpen(freeAt[who]!);
    arriveUntil(now);
    if (waiting.length === 0) {
      const next = Math.min(contacts[arriving]?.arrivedAt ?? Number.POSITIVE_INFINITY, later.first());
      now = nextOpen(Math.max(now, next));
      if (now < end) arriveUntil(now);
    }
    if (now >= end || waiting.length === 0) {
      freeAt[who] = now;
      if (now >= end) break;
      continue;
    }
    const contact = take(waiting, choose(order, waiting, picks++, now));
    // Work is done in opening hours; what is begun before closing is finished.
    const doneAt = now + (contact.work * slowness) / 60;
    freeAt[who] = doneAt;
    longest = Math.max(longest, doneAt - contact.arrivedAt);
    phases.push({ contact, answeredAt: doneAt });
    const removed = chance.chance(reply.poor) ? reply.poorRemoves : reply.removes;
    if (chance.chance(reply.writesAgain)) {
      later.add(followUp(contact, chance, doneAt + chance.exponential(reply.againAfterHours), removed));
    }
  }
  for (const contact of waiting) {
    phases.push({ contact, answeredAt: Number.POSITIVE_INFINITY });
    longest = Math.max(longest, end - contact.arrivedAt);
  }
  const wentPublic = phases.filter(
    ({ contact, answeredAt }) => contact.postsAt < Math.min(answeredAt, end),
  ).length;
  return { phases, wentPublic, longestWaitHours: longest };
}

/** Minutes of work that arrive for each open hour, follow-ups included. */
function workPerOpenHour(world: World): number {
  const perContact = shares.complaint * minutes.complaint + (1 - shares.complaint) * minutes.other;
  const perDay = world.contactsADay * (1 + 2 * world.surges) * perContact * (1 / (1 - reply.writesAgain));
  return perDay / 24 / openShare;
}

/** Takes one out of a list whose order does not matter. */
function take(list: Contact[], index: number): Contact {
  const taken = list[index]!;
  const last = list.pop()!;
  if (index < list.length) list[index] = last;
  return taken;
}

/** Those who will write again, the earliest first. */
class Later {
  private readonly heap: Contact[] = [];

  add(contact: Contact): void {
    const at = this.heap.findIndex((other) => other.arrivedAt > contact.arrivedAt);
    this.heap.splice(at < 0 ? this.heap.length : at, 0, contact);
  }

  first(): number {
    return this.heap[0]?.arrivedAt ?? Number.POSITIVE_INFINITY;
  }

  before(now: number): Contact | undefined {
    return this.first() <= now ? this.heap.shift() : undefined;
  }
}
