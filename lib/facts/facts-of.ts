import { type Cycle, startOf } from "./cycles";
import type { History } from "./derive";
import { durations } from "./durations";
import type { Dims, Fact, FactRules } from "./fact";
import { localHour } from "./local-hour";
import type { EndedWait, Wait } from "./waits";

/** Within so long of an answer, another message of the customer says that it was not one. */
const againMs = 72 * 3_600_000;

/** The longest time in view that one answer can have taken, in seconds. */
export const longestHandling = 3_600;

export function factsOf(history: History, rules: FactRules): Fact[] {
  const told = toldWaits(history);
  return [
    ...told
      .flatMap((wait) => (isShownFirst(wait, told) ? [wait] : []))
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
  const dims = {
    brandId: history.brandId,
    channelId: wait.channelId,
    teamId: ended ? ended.teamId : history.last.teamId,
    agentId: ended ? ended.agentId : history.last.assigneeId,
  };
  const wroteAgain =
    ended !== null &&
    ended.ending !== "closed" &&
    history.received.some(({ at, isQuiet }) => !isQuiet && at > ended.to && at <= ended.to + againMs);
  return {
    ...span(rules, dims, wait.from, ended?.to ?? null),
    kind,
    ordinal,
    cycle: wait.cycle,
    isFirst,
    wroteAgain,
    theirWall: null,
    theirBusiness: null,
    ending: ended?.ending ?? null,
    dueAt: wait.dueAt,
    missed: wait.missed,
  };
}

function resolutions(history: History, rules: FactRules): Fact[] {
  const facts: Fact[] = [];
  history.cycles.forEach((cycle, place) => {
    const isOver = cycle.resolvedAt !== null;
    if (cycle.isProactive || (!isOver && history.last.isStub)) return;
    const dims = {
      brandId: history.brandId,
      ...(cycle.resolvedIn ?? { teamId: history.last.teamId, channelId: cycle.begunIn.channelId }),
      agentId: isOver ? cycle.resolvedBy : history.last.assigneeId,
    };
    facts.push({
      ...span(rules, dims, startOf(cycle), cycle.resolvedAt),
      kind: "resolution",
      ordinal: facts.length,
      cycle: place,
      isFirst: place === 0,
      wroteAgain: false,
      ...theirTime(rules, dims, cycle),
      ending: null,
      // While it is their turn nothing is due.
      dueAt: isOver ? cycle.dueAt : history.last.resolutionDueAt,
      missed: cycle.missed,
    });
  });
  return facts;
}

/** Counted by the hours in force when the cycle began, like the whole. */
function theirTime(rules: FactRules, dims: Dims, cycle: Cycle): Pick<Fact, "theirWall" | "theirBusiness"> {
  if (cycle.resolvedAt === null) return { theirWall: null, theirBusiness: null };
  const start = startOf(cycle);
  let [theirWall, theirBusiness] = [0, 0];
  for (const [from, to] of cycle.theirs) {
    const begin = Math.max(start, from);
    const end = Math.min(cycle.resolvedAt, to ?? cycle.resolvedAt);
    if (end <= begin) continue;
    const before = durations(rules, { ...dims, from: start, to: begin });
    const after = durations(rules, { ...dims, from: start, to: end });
    theirWall += after.wall - before.wall;
    theirBusiness += after.business - before.business;
  }
  return { theirWall, theirBusiness };
}

function handlings(history: History, rules: FactRules): Fact[] {
  return history.handled.map(({ at, seconds, cycle, agentId, teamId }, ordinal) => {
    const spent = Math.min(longestHandling, Math.round(seconds));
    const dims = { brandId: history.brandId, channelId: history.last.channelId, teamId, agentId };
    return {
      ...span(rules, dims, at - spent * 1000, at),
      kind: "handling",
      ordinal,
      cycle,
      isFirst: false,
      wroteAgain: false,
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

function span(rules: FactRules, dims: Dims, from: number, to: number | null) {
  const { day } = localHour(rules.zone, from);
  const nothing = { wall: null, business: null };
  return {
    ...dims,
    day,
    fromAt: from,
    toAt: to,
    ...(to === null ? nothing : durations(rules, { ...dims, from, to })),
  };
}
