import type { CommitmentState } from "@/db/enums";

/** What may be done to a promise. */
export const deeds = ["change", "keep", "move", "withdraw", "reopen", "hand_over", "break"] as const;
export type Deed = (typeof deeds)[number];

/** What became of a promise; one that was kept late counts as broken in the rate. */
export const outcomes = ["open", "kept", "kept_late", "broken", "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];

const possible: Record<CommitmentState, readonly Deed[]> = {
  open: ["change", "keep", "move", "withdraw", "hand_over", "break"],
  /** Late is better than never, and the customer may still agree to another date. */
  broken: ["keep", "move", "withdraw", "hand_over"],
  kept: ["reopen"],
  withdrawn: ["reopen"],
};

export function mayDo(state: CommitmentState, deed: Deed): boolean {
  return possible[state].includes(deed);
}

/**
 * The state after a deed. `isPast`: its date has passed. A promise that was broken before it was closed is broken again
 * when it is opened again.
 */
export function stateAfter(deed: Deed, at: { state: CommitmentState; wasBroken: boolean }): CommitmentState {
  switch (deed) {
    case "change":
    case "hand_over":
      return at.state;
    case "keep":
      return "kept";
    case "move":
      return "open";
    case "withdraw":
      return "withdrawn";
    case "break":
      return "broken";
    case "reopen":
      return at.wasBroken ? "broken" : "open";
  }
}

/**
 * A promise whose keeping message was sent in time is kept, however late somebody said so; one that was broken before its
 * date was moved stays broken in the rate.
 */
export function outcomeOf(one: {
  state: CommitmentState;
  dueAt: Date;
  closedAt: Date | null;
  brokenAt: Date | null;
}): Outcome {
  if (one.state !== "kept") return one.state;
  const isLate =
    one.brokenAt !== null || (one.closedAt !== null && one.closedAt.getTime() > one.dueAt.getTime());
  return isLate ? "kept_late" : "kept";
}

export type Tally = Record<Outcome, number> & { moved: number };

/** Kept in time out of all that ended kept or broken; null where none did. Withdrawn ones count for neither. */
export function keptOf(
  tally: Pick<Tally, "kept" | "kept_late" | "broken">,
): { kept: number; n: number } | null {
  const n = tally.kept + tally.kept_late + tally.broken;
  return n === 0 ? null : { kept: tally.kept, n };
}
