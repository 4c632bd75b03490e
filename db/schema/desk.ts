import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { languages } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";
import { teams } from "./teams";

/** Words not yet sent, private to their author. */
export const drafts = pgTable(
  "drafts",
  {
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    mode: text({ enum: ["public", "private", "note"] }).notNull(),
    text: text().notNull(),
    recipients: jsonb().$type<{ to: string[]; cc: string[]; bcc: string[] }>(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.conversationId] })],
);

export const savedReplies = pgTable(
  "saved_replies",
  {
    id: key(),
    name: text().notNull(),
    text: text().notNull(),
    language: text({ enum: languages }).notNull(),
    brandId: uuid().references(() => brands.id, { onDelete: "cascade" }),
    /** Null is shared. */
    ownerId: uuid().references(() => agents.id, { onDelete: "cascade" }),
    useCount: integer().notNull().default(0),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("saved_replies_name").on(t.name, t.language, t.ownerId)],
);

/** A name for a filter. */
export const views = pgTable("views", {
  id: key(),
  name: text().notNull(),
  /** The typed filter, e.g. `is:open tag:refund`. */
  query: text().notNull(),
  sort: text({ enum: ["due", "longest"] })
    .notNull()
    .default("due"),
  /** Null is shared. */
  ownerId: uuid().references(() => agents.id, { onDelete: "cascade" }),
  teamId: uuid().references(() => teams.id, { onDelete: "cascade" }),
  createdAt: moment().notNull().defaultNow(),
});

export const notifications = pgTable(
  "notifications",
  {
    id: key(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    kind: text({ enum: ["assigned", "mentioned", "send_failed", "safety"] }).notNull(),
    conversationId: uuid().references(() => conversations.id, { onDelete: "cascade" }),
    /** The event that caused it: one notification an event and person. */
    eventId: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    readAt: moment(),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.agentId, t.eventId, t.kind),
    index("notifications_unread").on(t.agentId, t.createdAt).where(sql`${t.readAt} is null`),
  ],
);

/** The answer to a POST that creates, kept so that a repeat gets the same one. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    actorId: text().notNull(),
    key: text().notNull(),
    route: text().notNull(),
    requestHash: text().notNull(),
    /** Null while the first request is still running. */
    status: integer(),
    body: jsonb().$type<Json>(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.key] }),
    index("idempotency_keys_old").on(t.createdAt),
    check("idempotency_keys_short", sql`length(${t.key}) <= 200`),
  ],
);
