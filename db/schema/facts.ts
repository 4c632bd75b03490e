import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { clocks, dimensions, factKinds, measures, missReasons, waitEndings } from "../enums";
import { bytea, moment } from "./columns";

/**
 * Every combination of brand, channel, team and agent that something was ever counted for. Facts and counts point here:
 * four ids a row would be more than the rest of it.
 */
export const dims = pgTable(
  "dims",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    brandId: uuid().notNull(),
    channelId: uuid(),
    /** The conversation's team at that moment. */
    teamId: uuid(),
    /** Who answered; of a wait that goes on, who has it. */
    agentId: uuid(),
  },
  (t) => [unique("dims_once").on(t.brandId, t.channelId, t.teamId, t.agentId).nullsNotDistinct()],
);

/**
 * What happened, measured. Derived from the events alone by lib/facts/derive.ts and never changed by hand, so that all of
 * it can be made again. No foreign key: it holds no words of anybody, and what is erased must not change a figure.
 */
export const facts = pgTable(
  "facts",
  {
    conversationId: uuid().notNull(),
    kind: text({ enum: factKinds }).notNull(),
    /** Of its kind in its conversation, from 0. */
    ordinal: smallint().notNull(),
    /** 0 is the first: a conversation that was resolved and opened again is in its second cycle. */
    cycle: smallint().notNull(),
    /** The first human answer of its cycle. */
    isFirst: boolean().notNull(),
    /** The customer wrote again within 72 hours of this answer. */
    wroteAgain: boolean().notNull().default(false),
    dimId: integer()
      .notNull()
      .references(() => dims.id),
    /** On which it began, in the house's time zone: by it every figure is cut. */
    day: date({ mode: "string" }).notNull(),
    fromAt: moment().notNull(),
    /** Null while it goes on. */
    toAt: moment(),
    /** Seconds; null while it goes on. Of a resolution: our time and theirs together. */
    wall: integer(),
    /** As many of them as lay in the opening hours in force at the beginning. */
    business: integer(),
    /** Of a resolution: seconds in which it was their turn. */
    theirWall: integer(),
    theirBusiness: integer(),
    ending: text({ enum: waitEndings }),
    dueAt: moment(),
    missed: text({ enum: missReasons }),
  },
  (t) => [
    // Each is there once: see lib/facts/store.ts. A key that kept it so would be a quarter of what is stored here; this, which names each
    // conversation once, is a quarter of that.
    index("facts_of_conversation").on(t.conversationId),
    index("facts_by_day").on(t.day, t.kind, t.dimId),
    index("facts_going_on").on(t.fromAt).where(sql`${t.toAt} is null`),
    index("facts_closed").on(t.day, t.kind, t.dimId).where(sql`${t.ending} = 'closed'`),
    // What was missed or goes on is the small part: the rest is counted without being looked at.
    index("facts_apart")
      .on(t.day, t.kind, t.dimId)
      .where(sql`${t.missed} is not null or ${t.toAt} is null or ${t.toAt} > ${t.dueAt}`),
    index("facts_reopened").on(t.day, t.dimId).where(sql`${t.kind} = 'resolution' and ${t.cycle} > 0`),
    // Longer than a week: what else ended on some days began on these or shortly before.
    index("facts_long").on(t.day, t.kind, t.dimId).where(sql`${t.wall} >= 604800`),
    index("facts_due").on(t.dueAt).where(sql`${t.toAt} is null and ${t.missed} is null`),
  ],
);

/**
 * A day's durations of one kind for one brand, channel, team, agent or tag, and of waits for the hour of the house in which
 * they began: exact, and joined with those of other days without a loss. Made again from the facts of a day that has changed.
 */
export const cells = pgTable(
  "cells",
  {
    measure: text({ enum: measures }).notNull(),
    clock: text({ enum: clocks }).notNull(),
    by: text({ enum: [...dimensions, "hour"] }).notNull(),
    /** Zeros for `all`. */
    ofId: uuid().notNull(),
    day: date({ mode: "string" }).notNull(),
    n: integer().notNull(),
    /** `percentile_disc` of this cell alone. */
    median: integer().notNull(),
    p90: integer().notNull(),
    /** The seconds, ascending, as lib/facts/pack.ts keeps them. */
    seconds: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.measure, t.clock, t.by, t.ofId, t.day] }),
    // To make a day again while everything else stays.
    index("cells_by_day").on(t.day),
  ],
);

/** How often something happened in an hour, in the house's time zone. */
export const counts = pgTable(
  "counts",
  {
    day: date({ mode: "string" }).notNull(),
    hour: smallint().notNull(),
    dimId: integer()
      .notNull()
      .references(() => dims.id),
    /** Messages of customers. */
    received: integer().notNull().default(0),
    /** Waits that began: what needed an answer. */
    asked: integer().notNull().default(0),
    /** Conversations that began. */
    opened: integer().notNull().default(0),
    reopened: integer().notNull().default(0),
    answered: integer().notNull().default(0),
    resolved: integer().notNull().default(0),
    /** Of these, without an answer. */
    closed: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.hour, t.dimId] })],
);

/** `counts` of everything, and of each brand, channel, team and agent: what most reports ask, however large the house is. */
export const hourCounts = pgTable(
  "hour_counts",
  {
    by: text({ enum: dimensions }).notNull(),
    /** Zeros for `all`. */
    ofId: uuid().notNull(),
    day: date({ mode: "string" }).notNull(),
    hour: smallint().notNull(),
    received: integer().notNull().default(0),
    asked: integer().notNull().default(0),
    opened: integer().notNull().default(0),
    reopened: integer().notNull().default(0),
    answered: integer().notNull().default(0),
    resolved: integer().notNull().default(0),
    closed: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.by, t.ofId, t.day, t.hour] })],
);

/** How the targets of what began on a day ended, as far as it is over: of everything, and of each brand, channel, team and agent. */
export const outcomes = pgTable(
  "outcomes",
  {
    by: text({ enum: dimensions }).notNull(),
    /** Zeros for `all`. */
    ofId: uuid().notNull(),
    day: date({ mode: "string" }).notNull(),
    kind: text({ enum: factKinds }).notNull(),
    met: integer().notNull(),
    /** How many were missed for which reason: `{"asleep": 3}`. */
    missed: jsonb().$type<Record<string, number>>().notNull(),
    /** Of answers: how many, and after how many of them the customer wrote again within 72 hours. */
    answers: integer().notNull(),
    again: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.by, t.ofId, t.day, t.kind] })],
);

/** Days whose cells and outcomes are older than their facts. */
export const staleDays = pgTable("stale_days", { day: date({ mode: "string" }).primaryKey() });
