import type { FactKind, MissReason, WaitEnding } from "@/db/enums";
import type { Rules } from "@/lib/targets/rules";

/** By what figures are told apart. */
export type Dims = {
  brandId: string;
  channelId: string | null;
  teamId: string | null;
  agentId: string | null;
};

/**
 * Something that took time. `response`: the first answer of a cycle, or that it has not come. `wait`: every wait, from the
 * oldest unanswered message on. `resolution`: a cycle, from its start. `handling`: how long whoever answered had it in
 * view. Moments in Unix milliseconds, durations in seconds; `toAt` null while it goes on.
 */
export type Fact = Dims & {
  kind: FactKind;
  ordinal: number;
  cycle: number;
  isFirst: boolean;
  wroteAgain: boolean;
  /** YYYY-MM-DD in the house's zone, on which it began. */
  day: string;
  fromAt: number;
  toAt: number | null;
  wall: number | null;
  business: number | null;
  theirWall: number | null;
  theirBusiness: number | null;
  ending: WaitEnding | null;
  dueAt: number | null;
  missed: MissReason | null;
};

export const tallies = ["received", "asked", "opened", "reopened", "answered", "resolved", "closed"] as const;
export type Tally = (typeof tallies)[number];

/** How often something happened in one hour. */
export type Count = Dims & { day: string; hour: number } & { [T in Tally]: number };

export type Derived = { facts: Fact[]; counts: Count[] };

/** Everything that is not in the log: when the house is open, by which clock its days end, and how late it is now. */
export type FactRules = {
  zone: string;
  /** Unix milliseconds: what is due by then and still unanswered is missed. */
  now: number;
  opening: Rules;
};
