import type { MissReason, WaitEnding } from "@/db/enums";
import { type FactEvent, isAnswer, momentIn, textIn } from "./event";
import { reasonOf } from "./reason-of";
import { type Standing, whenDue } from "./standing";

export type Wait = {
  from: number;
  cycle: number;
  /** Of the message with which it began. */
  channelId: string | null;
  /** It came with a merge from a conversation that nobody had answered in yet. */
  isJoinedFirst: boolean;
  dueAt: number | null;
  missed: MissReason | null;
  sendFailed: boolean;
  handedOver: boolean;
};

export type EndedWait = Wait & {
  to: number;
  ending: WaitEnding;
  agentId: string | null;
  teamId: string | null;
  /** The message that answered it. */
  by: string | null;
  /** Closed while an answer was already on its way: when that arrives, it is answered. */
  onTheirWay: readonly OnItsWay[];
};

/** An answer that is written and has not arrived. `asked`: what they have written after it, in Unix milliseconds. */
export type OnItsWay = { id: string; asked: readonly number[] };

/** The waits of one conversation, in order: those that ended and the one that goes on. */
export type Waits = { ended: EndedWait[]; current: Wait | null };

/** What one event does to them. `onTheirWay`: messages of ours that are written and have not arrived. */
export function changeWaits(
  waits: Waits,
  change: {
    event: FactEvent;
    was: Standing;
    is: Standing;
    at: number;
    cycle: number;
    onTheirWay: readonly OnItsWay[];
  },
): void {
  const { event, was, is, cycle } = change;
  noteMiss(waits.current, was, change.at);
  if (event.type === "reply.failed" || event.type === "reply.uncertain") giveBack(waits, event, is);
  if (waits.current && handsOver(was, is)) waits.current.handedOver = true;
  if (was.waitingSince !== is.waitingSince) {
    if (waits.current && isAnswer(event)) end(waits, change, "answered");
    else if (waits.current && isClosed(event, is)) end(waits, change, "closed");
    else if (waits.current && is.waitingSince !== null) waits.current.from = is.waitingSince;
    else if (is.waitingSince === null) waits.current = null;
    if (!waits.current && is.waitingSince !== null)
      waits.current = takeBack(waits, is.waitingSince) ?? begin(change, is.waitingSince, cycle);
  } else if (isAnswer(event)) answerClosed(waits, change);
  if (waits.current && event.type === "conversation.merged" && event.after?.joined_first === true)
    waits.current.isJoinedFirst = true;
  if (waits.current && event.type === "conversation.unmerged") waits.current.isJoinedFirst = false;
  if (waits.current && !staysMissed(waits.current, event, is)) {
    waits.current.dueAt = is.dueAt;
    if (is.dueAt === null || is.dueAt > change.at) waits.current.missed = null;
  }
}

/** A due time that moves later afterwards, with a tag or a team, rewrites nothing; taking an act back does. */
function staysMissed(wait: Wait, event: FactEvent, is: Standing): boolean {
  const isTakenBack = event.type === "conversation.undone" || event.type === "conversation.unmerged";
  const isLater = is.dueAt !== null && wait.dueAt !== null && is.dueAt > wait.dueAt;
  return wait.missed !== null && isLater && !isTakenBack;
}

/** What goes with a conversation that is taken out again was not closed: it waits there. */
function isClosed(event: FactEvent, is: Standing): boolean {
  const moves = event.type === "conversation.unmerged" || event.type === "conversation.split";
  return is.waitingSince === null && is.status === "resolved" && !moves;
}

/** What is true when an answer falls due is the reason why it was missed: afterwards much may change. */
export function noteMiss(wait: Wait | null, standing: Standing, at: number): void {
  if (wait === null || wait.missed !== null || wait.dueAt === null || wait.dueAt >= at) return;
  wait.missed = reasonOf(wait, whenDue(standing));
}

function begin(change: { event: FactEvent; is: Standing }, from: number, cycle: number): Wait {
  const { event, is } = change;
  return {
    from,
    cycle,
    channelId: event.type === "message.received" ? event.channelId : is.channelId,
    isJoinedFirst: false,
    dueAt: is.dueAt,
    missed: null,
    sendFailed: false,
    handedOver: false,
  };
}

function end(
  waits: Waits,
  change: { event: FactEvent; was: Standing; is: Standing; at: number; onTheirWay: readonly OnItsWay[] },
  how: "answered" | "closed",
): void {
  const { current } = waits;
  if (!current) return;
  const { event, is, was } = change;
  const answer = answerOf(event, is, change.at);
  const isAnswered = how === "answered";
  const to = Math.max(current.from, isAnswered ? answer.to : change.at);
  const closedBy = event.actorKind === "agent" ? event.actorId : was.assigneeId;
  waits.ended.push({
    from: current.from,
    cycle: current.cycle,
    channelId: current.channelId,
    isJoinedFirst: current.isJoinedFirst,
    dueAt: current.dueAt,
    sendFailed: current.sendFailed,
    handedOver: current.handedOver,
    ending: isAnswered ? answer.ending : "closed",
    to,
    by: isAnswered ? answer.by : null,
    agentId: isAnswered ? answer.agentId : closedBy,
    teamId: answer.teamId,
    missed: current.dueAt !== null && to > current.dueAt ? (current.missed ?? "not_answered") : null,
    onTheirWay: isAnswered ? [] : [...change.onTheirWay],
  });
  waits.current = null;
}

function answerOf(event: FactEvent, is: Standing, at: number) {
  const elsewhere = event.after?.elsewhere === true;
  const ending: WaitEnding = event.type === "call.recorded" ? "called" : elsewhere ? "elsewhere" : "replied";
  return {
    ending,
    to: momentIn(event, "sent_at") ?? at,
    by: event.messageId,
    agentId: ending === "called" ? event.actorId : (textIn(event, "agentId") ?? null),
    teamId: is.teamId,
  };
}

/**
 * It was closed while the answer was under way: it has been answered after all. What they had written after the answer
 * was closed without one.
 */
function answerClosed(waits: Waits, change: { event: FactEvent; is: Standing; at: number }): void {
  const isIts = ({ id }: OnItsWay) => id === change.event.messageId;
  const place = waits.ended.findLastIndex(
    ({ ending, onTheirWay }) => ending === "closed" && onTheirWay.some(isIts),
  );
  const last = waits.ended[place];
  const answer = last?.onTheirWay.find(isIts);
  if (!last || !answer) return;
  const further = answer.asked.find((at) => at > last.from && at <= last.to);
  if (further !== undefined)
    waits.ended.splice(place + 1, 0, {
      ...last,
      from: further,
      onTheirWay: last.onTheirWay.filter((one) => one !== answer),
    });
  Object.assign(last, answerOf(change.event, change.is, change.at), { onTheirWay: [] });
  last.missed = last.dueAt !== null && last.to > last.dueAt ? (last.missed ?? "not_answered") : null;
}

/** An end that was taken back, such as a resolve that was undone: the wait goes on as if nothing had been. */
function takeBack(waits: Waits, from: number): Wait | null {
  const last = waits.ended.at(-1);
  if (last?.ending !== "closed" || last.from !== from) return null;
  waits.ended.pop();
  return { ...last };
}

/** It did not arrive: what it had answered has waited all along, since the same moment. */
function giveBack(waits: Waits, event: FactEvent, is: Standing): void {
  const place = waits.ended.findIndex((wait) => wait.by !== null && wait.by === event.messageId);
  const lost = waits.ended[place];
  if (!lost) {
    if (event.after?.isPart !== true) reopenClosed(waits, event, is);
    return;
  }
  if (event.after?.isPart === true) return;
  waits.ended.splice(place, 1);
  const next = waits.ended[place];
  if (next) {
    // Another answer of ours arrived later: it answered both.
    Object.assign(next, { from: lost.from, cycle: lost.cycle, channelId: lost.channelId, dueAt: lost.dueAt });
    next.missed = lost.dueAt !== null && next.to > lost.dueAt ? "send_failed" : null;
  } else if (waits.current) {
    Object.assign(waits.current, {
      from: lost.from,
      cycle: lost.cycle,
      channelId: lost.channelId,
      sendFailed: true,
    });
  } else if (is.waitingSince !== null) {
    waits.current = { ...lost, from: is.waitingSince, missed: null, sendFailed: true };
  }
}

/** Closed while this answer was under way, which never arrives: they wait again. What they wrote after it stays closed. */
function reopenClosed(waits: Waits, event: FactEvent, is: Standing): void {
  const isIts = ({ id }: OnItsWay) => id === event.messageId;
  const place = waits.ended.findLastIndex(
    ({ ending, from, onTheirWay }) =>
      ending === "closed" && from === is.waitingSince && onTheirWay.some(isIts),
  );
  const closed = waits.ended[place];
  const answer = closed?.onTheirWay.find(isIts);
  if (closed && answer) {
    const further = answer.asked.find((at) => at > closed.from && at <= closed.to);
    const onTheirWay = closed.onTheirWay.filter((one) => one !== answer);
    waits.ended.splice(
      place,
      1,
      ...(further === undefined ? [] : [{ ...closed, from: further, onTheirWay }]),
    );
    waits.current ??= { ...closed, missed: null };
  }
  if (waits.current) waits.current.sendFailed = true;
}

function handsOver(was: Standing, is: Standing): boolean {
  return (
    (was.assigneeId !== null && is.assigneeId !== null && was.assigneeId !== is.assigneeId) ||
    (was.teamId !== null && was.teamId !== is.teamId)
  );
}
