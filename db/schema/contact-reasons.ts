import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, jsonb, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { key, moment } from "./columns";

/** What customers write about, in two levels: a theme has no parent. Kept when it is archived, since the past names it. */
export const contactReasons = pgTable(
  "contact_reasons",
  {
    id: key(),
    parentId: uuid().references((): AnyPgColumn => contactReasons.id, { onDelete: "cascade" }),
    names: jsonb().$type<{ [language: string]: string }>().notNull(),
    position: smallint().notNull().default(0),
    isSample: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    archivedAt: moment(),
  },
  (t) => [
    index("contact_reasons_in_order").on(t.parentId, t.position),
    check("contact_reasons_not_own_parent", sql`${t.parentId} <> ${t.id}`),
  ],
);
