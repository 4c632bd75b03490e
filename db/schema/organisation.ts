import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { languages } from "../enums";
import { moment } from "./columns";

/** One installation is one organisation: one row. */
export const organisation = pgTable(
  "organisation",
  {
    id: smallint().primaryKey().default(1),
    name: text().notNull(),
    language: text({ enum: languages }).notNull().default("en"),
    zone: text().notNull().default("Europe/Paris"),
    /** Seconds in which a private reply can still be taken back. */
    undoSeconds: integer().notNull().default(10),
    /** The first-steps card was folded away, or put away once it was done. */
    startFoldedAt: moment(),
    startPutAwayAt: moment(),
    /** Somebody has looked at the key card. */
    keyCardAt: moment(),
    /** Conversations with this tag are answered with a colleague's yes only. */
    legalTag: text().notNull().default("legal"),
    /** Minutes after which somebody else than the chosen colleague may say yes too. */
    approvalFallbackMinutes: integer().notNull().default(60),
    /** Conversations that a silent sign may open in a day, the best first. */
    outreachesPerDay: integer().notNull().default(10),
    /** Days after which signs and scores of somebody are forgotten. */
    profileDays: integer().notNull().default(1095),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [check("organisation_is_one_row", sql`${t.id} = 1`)],
);

/** What this database knows about the machine it lives on: one row. */
export const installation = pgTable(
  "installation",
  {
    id: smallint().primaryKey().default(1),
    /** Bumped when the database's system identifier changes: after a restore transaction ids start again. */
    epoch: integer().notNull().default(1),
    systemIdentifier: text(),
    /** Of SECRET_KEY, so that a process with another key refuses to start. */
    keyFingerprint: text(),
    /** The key pair that names us to push services, sealed: made once, or every subscription would be void. */
    vapid: text(),
    /** The ordinal of the last demo play, see lib/channels/demo. */
    demo: jsonb().$type<{ [key: string]: unknown }>(),
  },
  (t) => [check("installation_is_one_row", sql`${t.id} = 1`)],
);
