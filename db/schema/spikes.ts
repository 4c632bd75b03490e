import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";

/** How many there were of something in one whole hour: `mentions`, `complaints`, `topic:refund`, `rate:returns` … */
export const seriesHours = pgTable(
  "series_hours",
  {
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    series: text().notNull(),
    hour: moment().notNull(),
    count: integer().notNull(),
    /** Belongs to a spike: later hours are not compared with it. */
    isFlagged: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.brandId, t.series, t.hour] }), index("series_hours_by_hour").on(t.hour)],
);

/** More than usual of something. */
export const spikes = pgTable(
  "spikes",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    series: text().notNull(),
    /** The first hour of it, and the last one so far. */
    fromHour: moment().notNull(),
    toHour: moment().notNull(),
    hours: smallint().notNull(),
    seen: integer().notNull(),
    /** Null before there are fourteen days to compare with. */
    expected: real(),
    /** The closest groups of nearly the same words; the words themselves stay where they were said. */
    groups: jsonb().$type<Array<{ count: number; conversationIds: string[] }>>().notNull().default([]),
    seenAt: moment().notNull().defaultNow(),
    endedAt: moment(),
    dismissedAt: moment(),
    dismissedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    /** "It is none": a label, and its hours count as usual ones. */
    isFalse: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("spikes_open").on(t.brandId, t.series).where(sql`${t.endedAt} is null`),
    index("spikes_newest").on(t.brandId, t.seenAt.desc()),
  ],
);

/** Everything automatic stands still: scheduled replies, outreach, questions, acknowledgements. At most one is in force. */
export const pauses = pgTable(
  "pauses",
  {
    id: key(),
    since: moment().notNull().defaultNow(),
    until: moment().notNull(),
    because: text(),
    by: uuid().references(() => agents.id, { onDelete: "set null" }),
    endedAt: moment(),
    endedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
  },
  (t) => [uniqueIndex("pauses_in_force").on(sql`((true))`).where(sql`${t.endedAt} is null`)],
);
