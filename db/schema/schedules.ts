import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Schedule } from "@/lib/clock/schedule";
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

/** A promise to ourselves, effective from a moment on; it never rewrites what was due before. */
export const targets = pgTable(
  "targets",
  {
    id: key(),
    kind: text({ enum: ["first_response", "next_response", "resolution"] }).notNull(),
    /** Null is "any". */
    brandId: uuid(),
    channelId: uuid(),
    seconds: integer().notNull(),
    validFrom: moment().notNull().defaultNow(),
    validUntil: moment(),
    /** Null for the product itself. */
    createdBy: uuid(),
  },
  (t) => [
    index("targets_in_force").on(t.kind, t.validFrom),
    check("targets_are_positive", sql`${t.seconds} > 0`),
    check("targets_end_after_start", sql`${t.validUntil} is null or ${t.validUntil} > ${t.validFrom}`),
  ],
);
