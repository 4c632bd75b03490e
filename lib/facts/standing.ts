import { type ConversationStatus, conversationStatuses } from "@/db/enums";
import { type FactEvent, momentIn, textIn } from "./event";
import type { WhenDue } from "./reason-of";

/** Where a conversation stands between two events, as far as it is measured. */
export type Standing = {
  status: ConversationStatus;
  isProactive: boolean;
  /** Part of another one now. */
  isStub: boolean;
  waitingSince: number | null;
  cycleStartedAt: number;
  dueAt: number | null;
  resolutionDueAt: number | null;
  approvalSince: number | null;
  assigneeId: string | null;
  teamId: string | null;
  channelId: string | null;
  brandId: string;
};

export function firstStanding(event: FactEvent): Standing {
  return {
    status: "open",
    isProactive: false,
    isStub: false,
    waitingSince: null,
    cycleStartedAt: event.at,
    dueAt: null,
    resolutionDueAt: null,
    approvalSince: null,
    assigneeId: null,
    teamId: event.teamId,
    channelId: event.channelId,
    brandId: event.brandId ?? "",
  };
}

/** After an event, by the contract in ./event.ts. */
export function standingAfter(was: Standing, event: FactEvent): Standing {
  const kind = textIn(event, "kind");
  const mergedInto = textIn(event, "merged_into_id");
  const begins = event.type === "conversation.opened" || event.type === "conversation.reopened";
  const cycle = momentIn(event, "cycle_started_at");
  return {
    status: statusIn(event) ?? was.status,
    isProactive: typeof kind === "string" ? kind === "proactive" : was.isProactive,
    isStub: mergedInto === undefined ? was.isStub : mergedInto !== null,
    waitingSince: waitingSince(was, event),
    cycleStartedAt: cycle ?? (begins && isNewCycle(was, event) ? event.at : was.cycleStartedAt),
    dueAt: changed(momentIn(event, "due_at"), was.dueAt),
    resolutionDueAt: changed(momentIn(event, "resolve_due_at"), was.resolutionDueAt),
    approvalSince: changed(momentIn(event, "approval_since"), was.approvalSince),
    assigneeId: changed(textIn(event, "assignee_id"), was.assigneeId),
    teamId: changed(textIn(event, "team_id"), event.teamId ?? was.teamId),
    channelId: was.channelId ?? event.channelId,
    brandId: was.brandId,
  };
}

/** The customer's move, as the clock of a resolution pauses for it: see `is_their_turn` in the database. */
export function isTheirs({ status, waitingSince }: Standing): boolean {
  return status === "waiting" || (status === "snoozed" && waitingSince === null);
}

export function whenDue({ approvalSince, status, assigneeId }: Standing): WhenDue {
  return { isHeld: approvalSince !== null, status, assigneeId };
}

/** Reopened from anything but an end, it goes on in the cycle it was in. */
function isNewCycle(was: Standing, event: FactEvent): boolean {
  return event.type === "conversation.opened" || was.status === "resolved";
}

function waitingSince(was: Standing, event: FactEvent): number | null {
  const said = momentIn(event, "waiting_since");
  if (said !== undefined) return said;
  if (event.type !== "message.received" || event.after?.quiet === true) return was.waitingSince;
  return was.waitingSince ?? event.at;
}

function changed<T>(said: T | undefined, was: T): T {
  return said === undefined ? was : said;
}

function statusIn(event: FactEvent): ConversationStatus | undefined {
  const said = textIn(event, "status");
  return conversationStatuses.find((status) => status === said);
}
