import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agents } from "./agents";
import { key, moment } from "./columns";
import { conversations } from "./conversations";
import { teams } from "./teams";

/** Who is called outside the hours, from when to when, and for what. */
export const onCall = pgTable(
  "on_call",
  {
    id: key(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** Null is whatever the person may see. */
    teamId: uuid().references(() => teams.id, { onDelete: "cascade" }),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** `now`: due within the hour, or put first by hand. `overdue`: late by `overdueMinutes`. */
    threshold: text({ enum: ["now", "overdue"] })
      .notNull()
      .default("now"),
    overdueMinutes: integer().notNull().default(0),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("on_call_by_end").on(t.endsAt),
    check("on_call_ends_after_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("on_call_minutes", sql`${t.overdueMinutes} >= 0`),
  ],
);

/** What somebody's absence put back on the pile, so that it can be offered to them on their return. */
export const givenBack = pgTable(
  "given_back",
  {
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    givenAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.conversationId] })],
);
