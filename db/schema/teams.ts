import { boolean, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";

export const teams = pgTable("teams", {
  id: key(),
  name: text().notNull().unique(),
  isSample: boolean().notNull().default(false),
  createdAt: moment().notNull().defaultNow(),
});

export const teamMembers = pgTable(
  "team_members",
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
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
