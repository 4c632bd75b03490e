import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { schedules } from "./schedules";

export const teams = pgTable(
  "teams",
  {
    id: key(),
    name: text().notNull().unique(),
    /** Its conversations are legal matters: its members approve, everybody else asks first. */
    isLegal: boolean().notNull().default(false),
    isSample: boolean().notNull().default(false),
    /** Who gets what nobody has: by hand, one after the other, or whoever has the least. */
    assignmentMode: text({ enum: ["off", "round_robin", "least_loaded"] })
      .notNull()
      .default("off"),
    /** Open conversations that one person gets at most; null without a limit. */
    assignmentCap: integer(),
    /** Its own opening hours, which win over its brands'. */
    scheduleId: uuid().references(() => schedules.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [check("teams_assignment_cap", sql`${t.assignmentCap} > 0`)],
);

export const teamMembers = pgTable(
  "team_members",
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** The last time that this team's rule gave them something. */
    lastAssignedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.teamId] })],
);

/** A team sees a brand's conversations that belong to no team when the brand is granted to it. */
export const teamBrands = pgTable(
  "team_brands",
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.brandId] })],
);

/** Where a brand's new conversations go when their channel names no team. */
export const brandTeams = pgTable("brand_teams", {
  brandId: uuid()
    .primaryKey()
    .references(() => brands.id, { onDelete: "cascade" }),
  teamId: uuid()
    .notNull()
    .references(() => teams.id, { onDelete: "cascade" }),
});
