import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import type { WrittenFor } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { bytes, key, moment } from "./columns";
import { messages } from "./messages";
import { teams } from "./teams";

const noScope = sql.raw("'00000000-0000-0000-0000-000000000000'::uuid");

/** Texts that are written often. Whose it is stands in at most one of three columns; none of them is everybody's. */
export const savedReplies = pgTable(
  "saved_replies",
  {
    id: key(),
    name: text().notNull(),
    /** One text for each language and way out; null stands for any. */
    texts: jsonb().$type<WrittenFor[]>().notNull(),
    ownerId: uuid().references(() => agents.id, { onDelete: "cascade" }),
    teamId: uuid().references(() => teams.id, { onDelete: "cascade" }),
    brandId: uuid().references(() => brands.id, { onDelete: "cascade" }),
    /** One of the model answers that somebody new is shown first. */
    isModel: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    archivedAt: moment(),
  },
  (t) => [
    uniqueIndex("saved_replies_name_once")
      .on(sql`lower(${t.name})`, sql`coalesce(${t.ownerId}, ${t.teamId}, ${t.brandId}, ${noScope})`)
      .where(sql`${t.archivedAt} is null`),
    check("saved_replies_one_scope", sql`num_nonnulls(${t.ownerId}, ${t.teamId}, ${t.brandId}) <= 1`),
    check("saved_replies_say_something", sql`jsonb_array_length(${t.texts}) > 0`),
  ],
);

/** Files that travel with a saved reply; each answer gets rows of its own that point at the same bytes. */
export const savedReplyFiles = pgTable(
  "saved_reply_files",
  {
    id: key(),
    savedReplyId: uuid()
      .notNull()
      .references(() => savedReplies.id, { onDelete: "cascade" }),
    name: text().notNull(),
    contentType: text().notNull(),
    size: bytes().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
  },
  (t) => [index("files_of_saved_reply").on(t.savedReplyId)],
);

/** That a reply was made from a saved one, and whether its author changed the words. */
export const savedReplyUses = pgTable(
  "saved_reply_uses",
  {
    savedReplyId: uuid()
      .notNull()
      .references(() => savedReplies.id, { onDelete: "cascade" }),
    conversationId: uuid().notNull(),
    messageId: uuid().notNull(),
    isEdited: boolean().notNull(),
    usedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.savedReplyId] }),
    index("uses_of_saved_reply").on(t.savedReplyId, t.usedAt),
    foreignKey({
      columns: [t.conversationId, t.messageId],
      foreignColumns: [messages.conversationId, messages.id],
    }).onDelete("cascade"),
  ],
);

/** An answer and what is done with it, in one key. */
export const macros = pgTable(
  "macros",
  {
    id: key(),
    name: text().notNull(),
    /** As in a saved reply; empty when the macro says nothing. */
    texts: jsonb().$type<WrittenFor[]>().notNull(),
    /** Done in this order, after the words; lib/macros/actions.ts knows their shapes. */
    actions: jsonb().$type<Json[]>().notNull(),
    ownerId: uuid().references(() => agents.id, { onDelete: "cascade" }),
    teamId: uuid().references(() => teams.id, { onDelete: "cascade" }),
    brandId: uuid().references(() => brands.id, { onDelete: "cascade" }),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    archivedAt: moment(),
  },
  (t) => [
    uniqueIndex("macros_name_once")
      .on(sql`lower(${t.name})`, sql`coalesce(${t.ownerId}, ${t.teamId}, ${t.brandId}, ${noScope})`)
      .where(sql`${t.archivedAt} is null`),
    check("macros_one_scope", sql`num_nonnulls(${t.ownerId}, ${t.teamId}, ${t.brandId}) <= 1`),
    check("macros_do_something", sql`jsonb_array_length(${t.texts}) + jsonb_array_length(${t.actions}) > 0`),
  ],
);
