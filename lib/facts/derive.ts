import type { MissReason } from "@/db/enums";
import { countsOf } from "./counts-of";
import { type Cycle, changeCycles, noteLate } from "./cycles";
import { type FactEvent, momentIn, textIn } from "./event";
import type { Derived, FactRules } from "./fact";
import { factsOf } from "./facts-of";
import { reasonOf } from "./reason-of";
import { firstStanding, type Standing, standingAfter, whenDue } from "./standing";
import { changeWaits, noteMiss, type OnItsWay, type Waits } from "./waits";

/** Everything that happened to one conversation, in a form that figures can be made of. */
export type History = {
  brandId: string;
  last: Standing;
  waits: Waits;
  cycles: Cycle[];
  /** Begun by a customer, when that came in and through what. */
  opened: { at: number; teamId: string | null; channelId: string | null } | null;
  /** It was split off from one in which we had answered already. */
  wasAnswered: boolean;
  received: Received[];
  handled: Array<{
    at: number;
    seconds: number;
    cycle: number;
    agentId: string | null;
    teamId: string | null;
  }>;
};

type Received = {
  /** When it was written. */
  at: number;
  /** When it came in. */
  cameAt: number;
  teamId: string | null;
  channelId: string | null;
  isQuiet: boolean;
};

/**
 * What one conversation took, from its whole history: the same for the one that follows live and the one that makes
 * everything again. Pure. `events` in the order of the log. What is spam in the end counts nowhere. The definitions, with
 * an example each, are in docs/metrics.md.
 */
export function deriveFacts(events: readonly FactEvent[], rules: FactRules): Derived {
  const history = readHistory(events, rules);
  if (history === null || history.last.status === "spam") return { facts: [], counts: [] };
  const facts = factsOf(history, rules);
  return { facts, counts: countsOf(history, facts, rules) };
}

/** Why an answer would be missed that fell due now; null where nobody waits. */
export function reasonNow(events: readonly FactEvent[], rules: FactRules): MissReason | null {
  const history = readHistory(events, rules);
  const wait = history?.waits.current;
  return history && wait ? reasonOf(wait, whenDue(history.last)) : null;
}

function readHistory(events: readonly FactEvent[], rules: FactRules): History | null {
  const first = events[0];
  if (!first?.brandId) return null;
  const history: History = {
    brandId: first.brandId,
    last: firstStanding(first),
    waits: { ended: [], current: null },
    cycles: [],
    opened: null,
    wasAnswered: false,
    received: [],
    handled: [],
  };
  const written: Written = new Map();
  let at = first.at;
  for (const event of events) {
    // What was said before it came to us cannot turn back the clock of what we did.
    at = Math.max(at, event.at);
    const was = history.last;
    const is = standingAfter(was, event);
    changeCycles(history.cycles, { event, was, is, at });
    const cycle = history.cycles.length - 1;
    changeWaits(history.waits, { event, was, is, at, cycle, onTheirWay: onTheirWay(written) });
    note(history, event, at, written);
    history.last = is;
  }
  if (!history.last.isStub) {
    noteMiss(history.waits.current, history.last, rules.now);
    const cycle = history.cycles.at(-1);
    if (cycle) noteLate(cycle, history.last, rules.now);
  }
  return history;
}

/** Replies that are written and have not arrived; `isGone` once nobody holds them back any more. */
type Written = Map<string, { seconds: number | null; isGone: boolean; asked: number[] }>;

function onTheirWay(written: Written): readonly OnItsWay[] {
  if (written.size === 0) return none;
  return [...written].flatMap(([id, { isGone, asked }]) => (isGone ? [{ id, asked: [...asked] }] : []));
}

const none: readonly OnItsWay[] = [];

function note(history: History, event: FactEvent, at: number, written: Written): void {
  const { teamId, channelId, messageId } = event;
  const heldId = textIn(event, "heldId");
  const id = messageId ?? textIn(event, "messageId") ?? heldId ?? null;
  switch (event.type) {
    case "conversation.opened":
      if (event.actorKind === "customer")
        history.opened = { at: momentIn(event, "cycle_started_at") ?? event.at, teamId, channelId };
      history.wasAnswered = typeof event.after?.first_response_at === "string";
      return;
    case "message.received": {
      const isQuiet = event.after?.quiet === true;
      const cameAt = momentIn(event, "received_at") ?? event.at;
      history.received.push({ at: event.at, cameAt, teamId, channelId, isQuiet });
      if (!isQuiet) for (const reply of written.values()) reply.asked.push(event.at);
      return;
    }
    case "approval.asked":
    case "reply.scheduled":
    case "reply.queued":
      if (id !== null) {
        const seconds = event.after?.handled_seconds;
        written.set(id, {
          seconds: typeof seconds === "number" ? seconds : (written.get(id)?.seconds ?? null),
          isGone: event.type === "reply.queued",
          asked: [],
        });
      }
      return;
    case "call.recorded": {
      const seconds = event.after?.handled_seconds;
      if (typeof seconds === "number" && seconds > 0)
        history.handled.push({
          at,
          seconds,
          cycle: history.cycles.length - 1,
          agentId: event.actorId,
          teamId,
        });
      return;
    }
    case "reply.cancelled":
    case "reply.failed":
      if (id !== null && event.after?.isPart !== true) written.delete(id);
      return;
    case "reply.sent": {
      const seconds = (id === null ? null : written.get(id)?.seconds) ?? null;
      const agentId = textIn(event, "agentId") ?? null;
      if (seconds !== null && seconds > 0)
        history.handled.push({ at, seconds, cycle: history.cycles.length - 1, agentId, teamId });
      if (id !== null) written.delete(id);
      return;
    }
    default:
      return;
  }
}
