import { exposuresOf } from "@/lib/risk/fit";
import type { Model } from "@/lib/risk/model";
import { chanceWithin, hazardAt, multiplierOf } from "@/lib/risk/time-left";
import { phaseOf } from "./orders";
import type { Contact } from "./people";
import type { Random } from "./random";
import type { Run } from "./simulate";

const hour = 3_600_000;

/** Somebody waiting at a moment, what the model says of the next day, and what would happen if nobody answered. */
type Snapshot = { chance: number; hazard: number; hoursToPost: number };

/** Looks at everybody who waits, every three hours; an answer that comes later does not hide what would have come. */
export function snapshots(model: Model, run: Run, days: number): Snapshot[] {
  const taken: Snapshot[] = [];
  for (const { contact, answeredAt } of run.phases) {
    const end = Math.min(answeredAt, contact.postsAt, days * 24);
    for (let at = Math.ceil(contact.arrivedAt / 3) * 3; at < end; at += 3)
      taken.push(snapshotOf(model, contact, at));
  }
  return taken;
}

function snapshotOf(model: Model, contact: Contact, at: number): Snapshot {
  const phase = phaseOf(contact);
  return {
    chance: chanceWithin(model, phase, at * hour, 24),
    hazard: hazardAt(model, phase, at * hour),
    hoursToPost: contact.postsAt - at,
  };
}

/** The same with the outcomes dealt out anew: 0.5, or the measure itself leaks. */
export function shuffledWithinDay(snaps: readonly Snapshot[], random: Random): number {
  const outcomes = snaps.map((snap) => snap.hoursToPost <= 24);
  for (let last = outcomes.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    [outcomes[last], outcomes[other]] = [outcomes[other]!, outcomes[last]!];
  }
  return auc(snaps.map((snap, index) => ({ score: snap.chance, is: outcomes[index]! })));
}

/** Area under the curve, by ranks, ties half (Mann and Whitney). */
export function auc(scored: ReadonlyArray<{ score: number; is: boolean }>): number {
  return expectedAuc(scored.map(({ score, is }) => ({ score, chance: is ? 1 : 0 })));
}

/** The same where of each one only the chance is known: what chance adds or takes away in one run is left out. */
export function expectedAuc(scored: ReadonlyArray<{ score: number; chance: number }>): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let below = 0;
  let hits = 0;
  let above = 0;
  for (let index = 0; index < sorted.length; ) {
    const { score } = sorted[index]!;
    let tied = 0;
    let tiedHits = 0;
    for (; index < sorted.length && sorted[index]!.score === score; index++) {
      tiedHits += sorted[index]!.chance;
      tied += 1 - sorted[index]!.chance;
    }
    above += tiedHits * (below + tied / 2);
    below += tied;
    hits += tiedHits;
  }
  return hits === 0 || below === 0 ? Number.NaN : above / (hits * below);
}

/**
 * Harrell's C with one set of waiting people for each post, ties half: how often the model had whoever posted before
 * another who waited at that moment. What lib/risk/evaluate.ts says of a real desk, said of these.
 */
export function concordanceOf(model: Model, run: Run): number {
  let before = 0;
  let pairs = 0;
  for (const { contact, answeredAt } of run.phases) {
    const at = contact.postsAt;
    if (!Number.isFinite(at) || at > answeredAt) continue;
    const own = hazardAt(model, phaseOf(contact), at * hour);
    for (const other of run.phases) {
      const { arrivedAt, postsAt } = other.contact;
      if (other.contact === contact || arrivedAt > at || Math.min(other.answeredAt, postsAt) <= at) continue;
      const theirs = hazardAt(model, phaseOf(other.contact), at * hour);
      before += own > theirs ? 1 : own === theirs ? 0.5 : 0;
      pairs++;
    }
  }
  return before / pairs;
}

/** Posts that came against posts that the model expected over the same waiting hours: 1 is right. */
export function observedToExpected(model: Model, run: Run): number {
  let expected = 0;
  let posts = 0;
  for (const each of exposures(model, run)) {
    posts += each.posts;
    const { multiplier } = model.clock[each.stretch]!;
    expected += each.hours * multiplier * model.levelPerHour * multiplierOf(model, each.known);
  }
  return posts / expected;
}

/** What a desk under this run would have learned from: waits, how they ended, and the linked posts. */
export function exposures(model: Model, run: Run) {
  return run.phases.flatMap(({ contact, answeredAt }) => {
    const end = Math.min(answeredAt, contact.postsAt);
    return Number.isFinite(end)
      ? exposuresOf(model, phaseOf(contact), end * hour, contact.postsAt <= answeredAt)
      : [];
  });
}
