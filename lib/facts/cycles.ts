import type { MissReason } from "@/db/enums";
import { type FactEvent, momentIn, textIn } from "./event";
import { reasonOf } from "./reason-of";
import { isTheirs, type Standing, whenDue } from "./standing";

/** From an opening or a reopening to its end. */
export type Cycle = {
  /** As the row says it; with what was merged in it may have begun earlier. */
  startedAt: number;
  joined: Map<string, number>;
  /** Opened by us because of a silent sign: outside the figures until they write. */
  isProactive: boolean;
  isReopened: boolean;
  begunIn: { teamId: string | null; channelId: string | null };
  resolvedAt: number | null;
  resolvedBy: string | null;
  resolvedIn: { teamId: string | null; channelId: string | null } | null;
  /** When its end was last due; it moves with every turn of theirs, and none is due while it is their turn. */
  dueAt: number | null;
  /** It fell due on our turn and had not ended. */
  missed: MissReason | null;
  /** Pairs of moments in which it was their turn; the last may have no end yet. */
  theirs: Array<[number, number | null]>;
};

/** What one event does to the cycles of a conversation; the last one goes on. */
export function changeCycles(
  cycles: Cycle[],
  change: { event: FactEvent; was: Standing; is: Standing; at: number },
): void {
  const { event, was, is, at } = change;
  if (cycles.length === 0) cycles.push(begin(change, false));
  else if (is.cycleStartedAt !== was.cycleStartedAt) {
    const before = cycles.findIndex((cycle) => cycle.startedAt === is.cycleStartedAt);
    // A reopening that was taken back leaves no trace.
    if (before >= 0) cycles.length = before + 1;
    else cycles.push(begin(change, event.type === "conversation.reopened"));
  }
  const cycle = cycles.at(-1);
  if (!cycle) return;
  noteLate(cycle, was, at);
  if (cycle.isProactive && !is.isProactive) {
    // They answered to what we opened: from here on it is a conversation like any other.
    Object.assign(cycle, { isProactive: false, startedAt: is.cycleStartedAt });
    cycle.joined.set("answered", Math.max(at, is.cycleStartedAt));
    cycle.theirs = [];
  }
  if (is.isProactive) cycle.isProactive = true;
  join(cycle, event);
  if (is.status === "resolved" && (was.status !== "resolved" || cycle.resolvedAt === null)) {
    cycle.resolvedAt = Math.max(startOf(cycle), momentIn(event, "resolved_at") ?? at);
    cycle.resolvedBy = event.actorKind === "agent" ? event.actorId : is.assigneeId;
    cycle.resolvedIn = { teamId: is.teamId, channelId: is.channelId };
  }
  if (is.status !== "resolved") cycle.resolvedAt = null;
  if (cycle.resolvedAt === null) cycle.dueAt = is.resolutionDueAt ?? cycle.dueAt;
  turn(cycle, isTheirs(is), at);
}

/** Once late, late for good; a clock that was set further does not mend it. */
export function noteLate(cycle: Cycle, standing: Standing, at: number): void {
  const { resolutionDueAt } = standing;
  if (cycle.missed !== null || cycle.resolvedAt !== null || resolutionDueAt === null) return;
  if (resolutionDueAt < at)
    cycle.missed = reasonOf({ sendFailed: false, handedOver: false }, whenDue(standing));
}

/** When it began, with what was merged into it. */
export function startOf(cycle: Cycle): number {
  const answered = cycle.joined.get("answered");
  return answered ?? Math.min(cycle.startedAt, ...cycle.joined.values());
}

function begin(change: { event: FactEvent; is: Standing; at: number }, isReopened: boolean): Cycle {
  const { event, is } = change;
  return {
    startedAt: is.cycleStartedAt,
    joined: new Map(),
    isProactive: is.isProactive,
    isReopened,
    begunIn: { teamId: is.teamId, channelId: event.channelId ?? is.channelId },
    resolvedAt: null,
    resolvedBy: null,
    resolvedIn: null,
    dueAt: null,
    missed: null,
    theirs: [],
  };
}

function join(cycle: Cycle, event: FactEvent): void {
  const otherId = textIn(event, "otherId");
  if (typeof otherId !== "string") return;
  const start = momentIn(event, "joined_cycle_started_at");
  if (event.type === "conversation.merged" && typeof start === "number") cycle.joined.set(otherId, start);
  if (event.type === "conversation.unmerged") cycle.joined.delete(otherId);
}

function turn(cycle: Cycle, theirs: boolean, at: number): void {
  const last = cycle.theirs.at(-1);
  const isRunning = last !== undefined && last[1] === null;
  if (theirs && !isRunning) cycle.theirs.push([at, null]);
  if (!theirs && isRunning) last[1] = Math.max(last[0], at);
}
