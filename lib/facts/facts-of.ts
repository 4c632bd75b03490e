import { type Cycle, startOf } from "./cycles";
import type { History } from "./derive";
import { durations } from "./durations";
import type { Fact, FactRules } from "./fact";
import { localHour } from "./local-hour";
import type { EndedWait, Wait } from "./waits";

/** Within so long of an answer, another message of the customer says that it was not one. */
const againMs = 72 * 3_600_000;

/** The longest time in view that one answer can have taken, in seconds. */
export const longestHandling = 3_600;

/**
 * Each fact is written out field by field: an object that is put together from several others costs V8 ten times as much,
 * and of two years there are millions.
 */
export function factsOf(history: History, rules: FactRules): Fact[] {
  const told = toldWaits(history);
  return [
    ...told
      .filter((wait) => isShownFirst(wait, told))
      .map((wait, n) => waitFact(history, rules, wait, "response", n)),
    ...told.map((wait, n) => waitFact(history, rules, wait, "wait", n)),
    ...resolutions(history, rules),
    ...handlings(history, rules),
  ];
}

type Told = { wait: Wait; ended: EndedWait | null; isFirst: boolean };

/** The waits that count, with whether somebody of us had answered in their cycle before. */
function toldWaits({ waits, last, wasAnswered }: History): Told[] {
  const answered = new Set<number>(wasAnswered ? [0] : []);
  const told: Told[] = waits.ended.map((wait) => {
    const isFirst = wait.isJoinedFirst || !answered.has(wait.cycle);
    if (wait.ending !== "closed") answered.add(wait.cycle);
    return { wait, ended: wait, isFirst };
  });
  // What still waits in a part of another conversation waits there.
  if (waits.current && !last.isStub) {
    const isFirst = waits.current.isJoinedFirst || !answered.has(waits.current.cycle);
    told.push({ wait: waits.current, ended: null, isFirst });
  }
  return told;
}

/** One for each cycle: what was closed without an answer only where nothing came after it. */
function isShownFirst(one: Told, all: readonly Told[]): boolean {
  if (!one.isFirst) return false;
  if (one.ended?.ending !== "closed") return true;
  return !all
    .slice(all.indexOf(one) + 1)
    .some(({ wait, isFirst }) => isFirst && wait.cycle === one.wait.cycle);
}

function waitFact(
  history: History,
  rules: FactRules,
  { wait, ended, isFirst }: Told,
  kind: "response" | "wait",
  ordinal: number,
): Fact {
  const { brandId } = history;
  const teamId = ended ? ended.teamId : history.last.teamId;
  const to = ended?.to ?? null;
  const took = to === null ? null : durations(rules, { brandId, teamId, from: wait.from, to });
  return {
    brandId,
    channelId: wait.channelId,
    teamId,
    agentId: ended ? ended.agentId : history.last.assigneeId,
    kind,
    ordinal,
    cycle: wait.cycle,
    isFirst,
    wroteAgain: ended !== null && ended.ending !== "closed" && writesAgain(history, ended.to),
    day: localHour(rules.zone, wait.from).day,
    fromAt: wait.from,
    toAt: to,
    wall: took?.wall ?? null,
    business: took?.business ?? null,
    theirWall: null,
    theirBusiness: null,
    ending: ended?.ending ?? null,
    dueAt: wait.dueAt,
    missed: wait.missed,
  };
}

function writesAgain({ received }: History, after: number): boolean {
  return received.some(({ at, isQuiet }) => !isQuiet && at > after && at <= after + againMs);
}

function resolutions(history: History, rules: FactRules): Fact[] {
  const facts: Fact[] = [];
  history.cycles.forEach((cycle, place) => {
    const to = cycle.resolvedAt;
    const isOver = to !== null;
    if (cycle.isProactive || (!isOver && history.last.isStub)) return;
    const { brandId } = history;
    const { teamId, channelId } = cycle.resolvedIn ?? {
      teamId: history.last.teamId,
      channelId: cycle.begunIn.channelId,
    };
    const from = startOf(cycle);
    const took = isOver ? durations(rules, { brandId, teamId, from, to }) : null;
    const their = isOver ? theirTime(rules, { brandId, teamId, from, to }, cycle) : null;
    facts.push({
      brandId,
      channelId,
      teamId,
      agentId: isOver ? cycle.resolvedBy : history.last.assigneeId,
      kind: "resolution",
      ordinal: facts.length,
      cycle: place,
      isFirst: place === 0,
      wroteAgain: false,
      day: localHour(rules.zone, from).day,
      fromAt: from,
      toAt: to,
      wall: took?.wall ?? null,
      business: took?.business ?? null,
      theirWall: their?.wall ?? null,
      theirBusiness: their?.business ?? null,
      ending: null,
      // While it is their turn nothing is due.
      dueAt: isOver ? cycle.dueAt : history.last.resolutionDueAt,
      missed: cycle.missed,
    });
  });
  return facts;
}

/** Counted by the hours in force when the cycle began, like the whole. */
function theirTime(
  rules: FactRules,
  of: { brandId: string; teamId: string | null; from: number; to: number },
  cycle: Cycle,
): { wall: number; business: number } {
  const { brandId, teamId, from: start } = of;
  const theirs = { wall: 0, business: 0 };
  for (const [from, to] of cycle.theirs) {
    const begin = Math.max(start, from);
    const end = Math.min(of.to, to ?? of.to);
    if (end <= begin) continue;
    const before = durations(rules, { brandId, teamId, from: start, to: begin });
    const after = durations(rules, { brandId, teamId, from: start, to: end });
    theirs.wall += after.wall - before.wall;
    theirs.business += after.business - before.business;
  }
  return theirs;
}

function handlings(history: History, rules: FactRules): Fact[] {
  return history.handled.map(({ at, seconds, cycle, agentId, teamId }, ordinal) => {
    const spent = Math.min(longestHandling, Math.round(seconds));
    return {
      brandId: history.brandId,
      channelId: history.last.channelId,
      teamId,
      agentId,
      kind: "handling",
      ordinal,
      cycle,
      isFirst: false,
      wroteAgain: false,
      day: localHour(rules.zone, at - spent * 1000).day,
      fromAt: at - spent * 1000,
      toAt: at,
      wall: spent,
      // Somebody worked on it, whatever the hour.
      business: spent,
      theirWall: null,
      theirBusiness: null,
      ending: null,
      dueAt: null,
      missed: null,
    };
  });
}
