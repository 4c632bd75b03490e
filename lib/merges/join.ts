import type { ConversationStatus, NoReplyReason } from "@/db/enums";

/** What a merge may change on the conversation that goes on. Moments are ISO 8601 in UTC, so they compare as text. */
export type Joint = {
  status: ConversationStatus;
  snoozedUntil: string | null;
  resolvedAt: string | null;
  noReplyReason: NoReplyReason | null;
  cycleStartedAt: string;
  /** Their turn in this cycle, as PostgreSQL's text of the list; null in merges older than it. */
  pauses: string | null;
  firstResponseAt: string | null;
  waitingSince: string | null;
  dueAt: string | null;
  dueKind: "first_response" | "next_response" | null;
  unansweredCount: number;
  messageCount: number;
  lastMessageAt: string;
  lastCustomerMessageAt: string | null;
  isPublic: boolean;
  pin: number;
  assigneeId: string | null;
};

/** Who owes the next move, the most pressing first. */
const pressing: ConversationStatus[] = ["open", "snoozed", "waiting", "resolved", "spam"];

/**
 * Two conversations as one: whoever waited longest is still waiting since then, and what one of them still needs, both
 * need. Pure.
 */
export function join(survivor: Joint, stub: Joint): Joint {
  const takes = rank(stub) < rank(survivor);
  const isLater = (stub.lastCustomerMessageAt ?? "") > (survivor.lastCustomerMessageAt ?? "");
  const isDueFirst = earlier(survivor.dueAt, stub.dueAt) !== survivor.dueAt;
  const { status, snoozedUntil, resolvedAt, noReplyReason } = takes ? stub : survivor;
  const cycle = takes && survivor.status === "resolved" ? stub : survivor;
  return {
    status,
    snoozedUntil:
      survivor.status === "snoozed" && stub.status === "snoozed"
        ? earlier(survivor.snoozedUntil, stub.snoozedUntil)
        : snoozedUntil,
    resolvedAt,
    noReplyReason,
    cycleStartedAt: cycle.cycleStartedAt,
    pauses: cycle.pauses,
    firstResponseAt: cycle.firstResponseAt,
    waitingSince: earlier(survivor.waitingSince, stub.waitingSince),
    dueAt: isDueFirst ? stub.dueAt : survivor.dueAt,
    dueKind: isDueFirst ? stub.dueKind : survivor.dueKind,
    unansweredCount: survivor.unansweredCount + stub.unansweredCount,
    messageCount: survivor.messageCount + stub.messageCount,
    lastMessageAt: later(survivor.lastMessageAt, stub.lastMessageAt),
    lastCustomerMessageAt: isLater ? stub.lastCustomerMessageAt : survivor.lastCustomerMessageAt,
    isPublic: isLater ? stub.isPublic : survivor.isPublic,
    pin: Math.min(survivor.pin, stub.pin),
    assigneeId: survivor.assigneeId ?? stub.assigneeId,
  };
}

/**
 * What the one that went on is without the other: each field as it was, unless somebody has changed it since, and the
 * counts less what came over. Pure; the opposite of `join` where nothing happened in between.
 */
export function part(now: Joint, merge: { before: Joint; after: Joint }): Joint {
  const { before, after } = merge;
  const parted = { ...now };
  for (const fields of together) {
    if (!fields.every((field) => now[field] === after[field])) continue;
    Object.assign(parted, Object.fromEntries(fields.map((field) => [field, before[field]])));
    // Whose turn it was follows from the status.
    if (fields.includes("status")) parted.pauses = before.pauses;
  }
  parted.messageCount = now.messageCount - (after.messageCount - before.messageCount);
  parted.unansweredCount =
    now.waitingSince === null
      ? 0
      : now.waitingSince === after.waitingSince
        ? Math.max(0, now.unansweredCount - (after.unansweredCount - before.unansweredCount))
        : now.unansweredCount;
  return parted;
}

/** Fields that say one thing together: they come back all or none. */
const together: ReadonlyArray<ReadonlyArray<keyof Joint>> = [
  ["status", "snoozedUntil", "resolvedAt", "noReplyReason"],
  ["cycleStartedAt", "firstResponseAt"],
  ["waitingSince", "dueAt", "dueKind"],
  ["lastMessageAt"],
  ["lastCustomerMessageAt", "isPublic"],
  ["pin"],
  ["assigneeId"],
];

/**
 * Takes one merge out of several into the same conversation, in any order: undoes the later ones, then does them again
 * without it. `merges` are the living ones, the oldest first; answers with them as they are from now on.
 */
export function takeOut<Id>(
  now: Joint,
  merges: ReadonlyArray<{ id: Id; before: Joint; after: Joint; stub: Joint }>,
  id: Id,
): { state: Joint; merges: Array<{ id: Id; before: Joint; after: Joint }> } {
  const at = merges.findIndex((merge) => merge.id === id);
  const last = merges.at(-1);
  if (at < 0 || !last) return { state: now, merges: [] };
  let state = merges.slice(at).reduceRight((rest, merge) => part(rest, merge), now);
  const kept = merges.slice(at + 1).map((merge) => {
    const before = state;
    state = join(state, merge.stub);
    return { id: merge.id, before, after: state };
  });
  if (kept.length > 0) state = keepSince(state, now, last.after);
  return { state, merges: kept };
}

/** What somebody changed after the last merge stays as they left it, an answer above all. */
function keepSince(state: Joint, now: Joint, after: Joint): Joint {
  const kept = { ...state };
  for (const fields of together) {
    if (fields.every((field) => now[field] === after[field])) continue;
    Object.assign(kept, Object.fromEntries(fields.map((field) => [field, now[field]])));
    if (fields.includes("status")) kept.pauses = now.pauses;
  }
  if (kept.waitingSince === null) kept.unansweredCount = 0;
  return kept;
}

function rank({ status }: Joint): number {
  return pressing.indexOf(status);
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return other < one ? other : one;
}

function later(one: string, other: string): string {
  return other > one ? other : one;
}
