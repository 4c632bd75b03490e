import { z } from "zod";
import { clocks } from "@/db/enums";
import { day } from "./day";

const id = z.uuid().nullable().default(null);

/** What every report can be narrowed to: days of the house's time zone, `to` not included, and which of the two clocks. */
export const slice = z.object({
  from: day,
  to: day,
  clock: z.enum(clocks).default("business"),
  brandId: id,
  channelId: id,
  teamId: id,
  agentId: id,
  tagId: id,
});
export type Slice = z.output<typeof slice>;

export type Step = "day" | "week" | "month";

/** Seconds with what they rest on. */
export type Times = {
  /** Answered (or resolved) of what began in the slice. */
  n: number;
  /** Those still waiting counted; null where more than half still wait, then `atLeast` says how long. */
  median: number | null;
  atLeast: number | null;
  /** Nine of ten; null under the same condition. */
  p90: number | null;
  waiting: { n: number; oldestSince: string | null };
  /** As most products say it: `percentile_disc` of what was answered. */
  answeredOnly: { median: number | null; p90: number | null };
  /** Waits that were closed without an answer. */
  closed: number;
};

export type TrendPoint = Times & { from: string };

export type ByRow = Times & {
  id: string | null;
  name: string | null;
  /** Of a person's answers: how many the customer came back to within 72 hours. Null where no person is meant. */
  wroteAgain: { hits: number; n: number } | null;
};

/** Durations in classes; `to` null is open. */
export type SpreadClass = { from: number; to: number | null; n: number; waiting: number };

export type VolumePoint = {
  from: string;
  received: number;
  asked: number;
  opened: number;
  reopened: number;
  answered: number;
  resolved: number;
  closed: number;
  /** Open at the end of the step. */
  backlog: number;
};

/**
 * One cell of the week: Monday is 0. `asked` are the waits that began in it, `open` is the share of that hour in which the
 * house was open in the slice.
 */
export type WeekHour = {
  weekday: number;
  hour: number;
  received: number;
  asked: number;
  answered: number;
  open: number;
};

export type TargetRow = {
  kind: "first_response" | "next_response" | "resolution";
  id: string | null;
  name: string | null;
  met: number;
  /** Answered late, or still waiting past it. */
  missed: number;
  /** Not over, and not late yet: in neither of the two. */
  running: number;
  reasons: Array<{ reason: string; n: number }>;
};

/** A page of what is behind a figure. */
export type BehindRow = {
  conversationId: string;
  number: number;
  customerName: string;
  channelKind: string | null;
  agentName: string | null;
  fromAt: string;
  toAt: string | null;
  wall: number;
  business: number;
  dueAt: string | null;
  missed: string | null;
  /** The message of ours that ended the wait, of which its counting can be asked. */
  answerId: string | null;
};

/** What is so at this moment. */
export type Now = {
  at: string;
  /** The day it is in the house. */
  today: string;
  endOfToday: string;
  /** Of the brands and teams that I see: open, and of these those that nobody has. */
  open: number;
  unassigned: number;
  /** Open, with a customer waiting, by how long they have waited on the wall; `to` null is open. */
  ages: Array<{ from: number; to: number | null; n: number }>;
  oldest: {
    conversationId: string;
    number: number;
    customerName: string;
    channelKind: string;
    assigneeName: string | null;
    since: string;
  } | null;
  dueWithinHour: number;
  pastTarget: number;
  /** Open, and due by the end of today in the house's zone. */
  promisesToday: number;
  /** Waiting for the customer. */
  theirTurn: number;
  /** Of what began today. */
  firstResponse: Times;
  agents: Array<{ id: string; name: string; state: "here" | "away" | "off"; open: number }>;
  channels: Array<{
    id: string;
    name: string;
    kind: string;
    state: "working" | "failing" | "paused";
    open: number;
    failingSince: string | null;
    lastItemAt: string | null;
  }>;
};

/** One hour of the week: how many people it takes, and how many minutes of it the house is open. */
export type StaffingHour = {
  weekday: number;
  hour: number;
  /** Requests, which need an answer, a week on average. */
  arrivals: number;
  /** What answering them takes; null while handling is not measured. */
  hoursNeeded: number | null;
  /** The share of that hour in which the house is open. */
  open: number;
  /** How many people are on duty then, by the hours in force this week. */
  staffed: number;
  /** Median seconds, on the wall, until whoever wrote then had an answer, and of how many answers. */
  medianWait: number | null;
  answers: number;
};

/** Hours needed against hours open, an estimate; `basis` says what it rests on. */
export type Staffing = {
  hours: StaffingHour[];
  weeks: number;
  basis: { medianSeconds: number | null; n: number; arrivals: number };
  /** Where one more hour of opening would shorten the waits of most people, the best first. */
  best: Array<{
    weekday: number;
    hour: number;
    arrivals: number;
    medianWait: number | null;
    answers: number;
  }>;
};
