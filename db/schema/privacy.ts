import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { privacyKinds } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";

/** What somebody asks for under data protection law, and by when. */
export const privacyRequests = pgTable(
  "privacy_requests",
  {
    conversationId: uuid()
      .primaryKey()
      .references(() => conversations.id, { onDelete: "cascade" }),
    kind: text({ enum: privacyKinds }).notNull(),
    askedAt: moment().notNull(),
    /** One month after it was asked (Regulation (EU) 2016/679, article 12(3)), or two more with the reason told. */
    dueAt: moment().notNull(),
    extendedBecause: text(),
    doneAt: moment(),
    doneBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    toldAt: moment(),
  },
  (t) => [index("privacy_requests_due").on(t.dueAt).where(sql`${t.doneAt} is null`)],
);

/** That somebody was erased, by whom and what: counts, never a word of theirs. */
export const erasures = pgTable("erasures", {
  id: key(),
  brandId: uuid()
    .notNull()
    .references(() => brands.id, { onDelete: "cascade" }),
  customerId: uuid().notNull(),
  by: uuid().references(() => agents.id, { onDelete: "set null" }),
  at: moment().notNull().defaultNow(),
  counts: jsonb().$type<{ [what: string]: number }>().notNull(),
  files: integer().notNull().default(0),
});
