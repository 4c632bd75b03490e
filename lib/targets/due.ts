import type { ConversationKind, ConversationStatus } from "@/db/enums";
import { addBusiness, businessSeconds } from "@/lib/clock/business";
import type { Schedule } from "@/lib/clock/schedule";
import { type Hours, hoursFor, pickTarget, type Traits } from "./pick";
import type { Rules, Target } from "./rules";

/** What the due times of a conversation follow from; moments in milliseconds of Unix time. */
export type State = Traits & {
  status: ConversationStatus;
  kind: ConversationKind;
  waitingSince: number | null;
  /** Nobody of us has answered in this cycle. */
  isFirst: boolean;
  cycleStartedAt: number;
  /** Their turn: from, to, from, to, …; an odd one out lasts. */
  pauses: readonly number[];
};

/** A target with what it counts from: `spent` seconds were used up when `from` came. */
export type Running = { target: Target; hours: Hours; from: number; spent: number; dueAt: Date | null };

/** The answer that somebody waits for; null where nobody waits or nothing is promised. */
export function responseOf(rules: Rules, state: State): Running | null {
  const { waitingSince } = state;
  if (waitingSince === null) return null;
  const target = pickTarget(rules, state.isFirst ? "first_response" : "next_response", waitingSince, state);
  if (target === null) return null;
  const hours = hoursFor(rules, { ...state, at: waitingSince });
  return {
    target,
    hours,
    from: waitingSince,
    spent: 0,
    dueAt: dueAfter(hours, waitingSince, target.seconds),
  };
}

/**
 * The end of the cycle, counted in our time only: what was their turn does not count, and while it is their turn nothing is
 * due. Null where nothing is promised, and for what we opened ourselves.
 */
export function resolutionOf(rules: Rules, state: State): Running | null {
  if (state.kind === "proactive" || state.status === "resolved" || state.status === "spam") return null;
  const at = state.cycleStartedAt;
  const target = pickTarget(rules, "resolution", at, state);
  if (target === null) return null;
  const hours = hoursFor(rules, { ...state, at });
  const spent = ours(state, at)
    .slice(0, -1)
    .reduce((sum, [from, to]) => sum + businessSeconds(hours.hours, new Date(from), new Date(to)), 0);
  const from = ours(state, at).at(-1)?.[0] ?? at;
  const isPaused = state.pauses.length % 2 === 1;
  const left = Math.max(0, target.seconds - spent);
  return { target, hours, from, spent, dueAt: isPaused ? null : dueAfter(hours, from, left) };
}

/** When the warning is due; at the latest half of the whole time before it. */
export function warnAt({ target, hours, from, spent, dueAt }: Running, due: number): number {
  const warn = target.warnSeconds ?? Math.min(1800, target.seconds / 2);
  // Set by hand, or by an older rule: opening hours cannot be counted back from it.
  if (dueAt?.getTime() !== due) return due - warn * 1000;
  const at = dueAfter(hours, from, Math.max(0, target.seconds - warn - spent));
  return at?.getTime() ?? due - warn * 1000;
}

/** Our turns in a cycle: the last one lasts, or ends where the pause of now begins. */
export function ours({ pauses }: Pick<State, "pauses">, start: number): Array<[number, number]> {
  const turns: Array<[number, number]> = [];
  let from = start;
  for (let index = 0; index < pauses.length; index += 2) {
    turns.push([from, Math.max(from, pauses[index]!)]);
    from = Math.max(from, pauses[index + 1] ?? Number.POSITIVE_INFINITY);
  }
  turns.push([from, Number.POSITIVE_INFINITY]);
  return turns;
}

function dueAfter({ hours }: { hours: Schedule }, from: number, seconds: number): Date | null {
  return Number.isFinite(from) ? addBusiness(hours, new Date(from), seconds) : null;
}

/**
 * When an answer is due: `targetSeconds` of opening hours after the oldest unanswered message. Null when nobody waits,
 * when there is no target, or when the schedule never opens again.
 */
export function firstResponseDue(
  waitingSince: Date | null,
  targetSeconds: number | null,
  schedule: Schedule,
): Date | null {
  if (waitingSince === null || targetSeconds === null) return null;
  return addBusiness(schedule, waitingSince, targetSeconds);
}
