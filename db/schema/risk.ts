import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import type { Model } from "@/lib/risk/model";
import { bands, languages, rankedBy, spanEnds } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";

/** How soon each open conversation's customer may go public, and why. Written only by lib/risk/rank.ts. */
export const risks = pgTable(
  "risks",
  {
    conversationId: uuid()
      .primaryKey()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** Start of the waiting phase: the oldest unanswered message, or the date of a broken promise. Null: nobody waits. */
    waitingSince: moment(),
    patience: text().notNull(),
    /** One bit for each of lib/risk/model.ts's signals, in that order. */
    known: integer().notNull().default(0),
    /** The largest first: codes under `risk.reasons` and what fills them. */
    reasons: jsonb().$type<Array<{ code: string; params: { [name: string]: Json } }>>().notNull(),
    isSafety: boolean().notNull().default(false),
    /** Hours of patience left, null for no end; promises and targets not looked at. */
    patienceHours: real(),
    by: text({ enum: rankedBy }).notNull(),
    promiseAt: moment(),
    band: text({ enum: bands }).notNull(),
    /**
     * Of the whole patience of this waiting, from its start: the one band that targets may ask for. It knows of no target, so
     * that none can move itself, and time alone does not change it.
     */
    patienceBand: text({ enum: bands }),
    /** Chance for one hour of waiting at the time of scoring. */
    hazard: doublePrecision().notNull(),
    model: integer().notNull(),
    /** "Not a risk, because…": holds until the next message. */
    calmedAt: moment(),
    calmedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    calmedBecause: text(),
    /** The hours that people were last shown: a rank that drifts is said again once it is a fifth off. */
    toldRank: real(),
    /** When somebody was called because people may be in danger: once for each waiting. */
    safetyToldAt: moment(),
    scoredAt: moment().notNull().defaultNow(),
  },
  (t) => [index("risks_calmed").on(t.calmedAt).where(sql`${t.calmedAt} is not null`)],
);

/**
 * Stretches of waiting in which what was known did not change: the history that levels and weights are fitted to.
 * One open (`to_at` null) for each waiting phase.
 */
export const riskSpans = pgTable(
  "risk_spans",
  {
    id: key(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    /** The record of the customer, not the person: a merge that is taken back must not change history. */
    customerId: uuid().notNull(),
    patience: text().notNull(),
    waitingSince: moment().notNull(),
    known: integer().notNull(),
    fromAt: moment().notNull(),
    toAt: moment(),
    ending: text({ enum: spanEnds }),
    model: integer().notNull(),
    /** True where *Take next* gave it as the oldest: the unbiased slice. */
    isOldest: boolean().notNull().default(false),
    isSample: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("risk_spans_open").on(t.conversationId).where(sql`${t.toAt} is null`),
    index("risk_spans_of_customer").on(t.customerId, t.fromAt),
    index("risk_spans_by_time").on(t.fromAt),
  ],
);

/** Every version of the model that was ever in force, with what it was fitted to. */
export const riskModels = pgTable("risk_models", {
  version: integer().primaryKey(),
  model: jsonb().$type<Model>().notNull(),
  /** Linked public posts and hours of waiting that it was fitted to. */
  posts: integer().notNull().default(0),
  hours: doublePrecision().notNull().default(0),
  /** Held-out log-likelihood on the last four weeks, of this one and of the one before. */
  heldOut: doublePrecision(),
  heldOutBefore: doublePrecision(),
  lift: real(),
  /** From then on the order follows response targets, since this version was worse than none. */
  fallenBackAt: moment(),
  inForceAt: moment().notNull().defaultNow(),
  /** Null: by the daily fit. */
  changedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
});

/** What the cues found in one customer message; quoted words never count. */
export const messageMarks = pgTable(
  "message_marks",
  {
    messageId: uuid().primaryKey(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    brandId: uuid().notNull(),
    isPublic: boolean().notNull(),
    saidAt: moment().notNull(),
    /** Chances by family, 0 to 1, see lib/cues/score.ts. */
    scores: jsonb().$type<{ [family: string]: number }>().notNull(),
    /** Where: family, reason, place and length in the text. Never the words themselves. */
    found: jsonb().$type<Array<{ family: string; reason: string; at: number; length: number }>>().notNull(),
    isComplaint: boolean().notNull(),
    /** Of the cue file: a changed phrase makes a new one. */
    edition: integer().notNull(),
  },
  (t) => [
    index("message_marks_of_brand").on(t.brandId, t.saidAt),
    index("message_marks_of_conversation").on(t.conversationId),
  ],
);

/** Phrases that the organisation added, changed or switched off. */
export const cuePhrases = pgTable(
  "cue_phrases",
  {
    id: key(),
    language: text({ enum: languages }).notNull(),
    family: text().notNull(),
    reason: text().notNull(),
    pattern: text().notNull(),
    weight: real().notNull(),
    /** Switches off the shipped phrase of the same pattern. */
    isOff: boolean().notNull().default(false),
    edition: integer().notNull(),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
    deletedAt: moment(),
  },
  (t) => [
    uniqueIndex("cue_phrases_once").on(t.language, t.family, t.pattern).where(sql`${t.deletedAt} is null`),
  ],
);

/** "It is no complaint": what colleagues said about a message, kept as labels. */
export const cueLabels = pgTable(
  "cue_labels",
  {
    messageId: uuid().notNull(),
    family: text().notNull(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    isSaid: boolean().notNull(),
    by: uuid().references(() => agents.id, { onDelete: "set null" }),
    at: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.family] })],
);

/** How many times *Take next* gave something in a team; every fifth is the oldest. All zeros stand for no team. */
export const picks = pgTable("picks", {
  teamId: uuid().primaryKey(),
  count: integer().notNull().default(0),
});
