import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import type { Schedule } from "@/lib/clock/schedule";
import { bands } from "../enums";
import { key, moment } from "./columns";

export const schedules = pgTable("schedules", {
  id: key(),
  name: text().notNull(),
  createdAt: moment().notNull().defaultNow(),
});

/** Opening hours as they stood from a moment on. An interval is counted by the version in force at its start. */
export const scheduleVersions = pgTable(
  "schedule_versions",
  {
    scheduleId: uuid()
      .notNull()
      .references(() => schedules.id, { onDelete: "cascade" }),
    validFrom: moment().notNull(),
    hours: jsonb().$type<Schedule>().notNull(),
    /** Null for the product itself. */
    createdBy: uuid(),
  },
  (t) => [primaryKey({ columns: [t.scheduleId, t.validFrom] })],
);

/**
 * Which opening hours a brand or a team counted by, from a moment on: another choice today moves nothing that was due by the
 * one before. Without a row the brand's or team's own column has always held.
 */
export const scheduleUses = pgTable(
  "schedule_uses",
  {
    brandId: uuid(),
    teamId: uuid(),
    /** Null for none of their own. */
    scheduleId: uuid().references(() => schedules.id, { onDelete: "cascade" }),
    validFrom: moment().notNull(),
  },
  (t) => [
    unique("schedule_uses_once").on(t.brandId, t.teamId, t.validFrom).nullsNotDistinct(),
    check("schedule_uses_of_one", sql`num_nonnulls(${t.brandId}, ${t.teamId}) = 1`),
  ],
);

/** A promise to ourselves, effective from a moment on; it never rewrites what was due before. */
export const targets = pgTable(
  "targets",
  {
    id: key(),
    kind: text({ enum: ["first_response", "next_response", "resolution"] }).notNull(),
    /** Null is "any". */
    brandId: uuid(),
    channelId: uuid(),
    /** -1 put first, 0 as it comes, 1 can wait. */
    pin: smallint(),
    tagId: uuid(),
    /** Of their patience alone: see `risks.patienceBand`. */
    band: text({ enum: bands }),
    seconds: integer().notNull(),
    /** Of opening hours, before it is due; null for half an hour, or half of it where that is shorter. */
    warnSeconds: integer(),
    /** Who is told when it is missed, beside whoever has it. */
    escalateAgentId: uuid(),
    escalateTeamId: uuid(),
    /** The team that is told also gets the conversation. */
    isHandedOver: boolean().notNull().default(false),
    validFrom: moment().notNull().defaultNow(),
    validUntil: moment(),
    /** Null for the product itself. */
    createdBy: uuid(),
  },
  (t) => [
    index("targets_in_force").on(t.kind, t.validFrom),
    check("targets_pin", sql`${t.pin} between -1 and 1`),
    check("targets_warn_before", sql`${t.warnSeconds} >= 0 and ${t.warnSeconds} < ${t.seconds}`),
    check("targets_call_one", sql`num_nonnulls(${t.escalateAgentId}, ${t.escalateTeamId}) <= 1`),
    check("targets_hand_to_team", sql`not ${t.isHandedOver} or ${t.escalateTeamId} is not null`),
    check("targets_are_positive", sql`${t.seconds} > 0`),
    check("targets_end_after_start", sql`${t.validUntil} is null or ${t.validUntil} > ${t.validFrom}`),
  ],
);
