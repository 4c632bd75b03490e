import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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
import type { NotificationChoices, QuietHours } from "@/lib/notifications/choices";
import { notificationKinds } from "../enums";
import { agents } from "./agents";
import { channels } from "./channels";
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
    /** Grows with every save, so that two tabs of one person never overwrite each other. */
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.conversationId] })],
);

/** Words that several people write, one of them at a time. */
export const sharedDrafts = pgTable("shared_drafts", {
  conversationId: uuid()
    .primaryKey()
    .references(() => conversations.id, { onDelete: "cascade" }),
  /** Who may change it now. */
  holderId: uuid()
    .notNull()
    .references(() => agents.id, { onDelete: "cascade" }),
  mode: text({ enum: ["public", "private", "note"] }).notNull(),
  text: text().notNull(),
  recipients: jsonb().$type<{ to: string[]; cc: string[]; bcc: string[] }>(),
  version: integer().notNull().default(1),
  heldSince: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});

/** A name for a filter. */
export const views = pgTable("views", {
  id: key(),
  name: text().notNull(),
  /** The typed filter, e.g. `is:open tag:refund`. */
  query: text().notNull(),
  sort: text({ enum: ["left", "longest"] })
    .notNull()
    .default("left"),
  /** Null is shared. */
  ownerId: uuid().references(() => agents.id, { onDelete: "cascade" }),
  teamId: uuid().references(() => teams.id, { onDelete: "cascade" }),
  createdAt: moment().notNull().defaultNow(),
});

/** Where somebody put a view in their rail; those without a place come after, by name. */
export const viewPlaces = pgTable(
  "view_places",
  {
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    viewId: uuid()
      .notNull()
      .references(() => views.id, { onDelete: "cascade" }),
    place: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.viewId] })],
);

export const notifications = pgTable(
  "notifications",
  {
    id: key(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    kind: text({ enum: notificationKinds }).notNull(),
    conversationId: uuid().references(() => conversations.id, { onDelete: "cascade" }),
    /** What it is about instead, where it is about no conversation. */
    channelId: uuid().references(() => channels.id, { onDelete: "cascade" }),
    /** The event that caused it: one notification an event and person. */
    eventId: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    readAt: moment(),
    /** Shown in the list on the desk; some are wanted by mail or push only. */
    isListed: boolean().notNull().default(true),
    /** When to tell of it outside the desk; null where it is not to be, or has been. */
    mailAfter: moment(),
    pushAfter: moment(),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.agentId, t.eventId, t.kind),
    index("notifications_unread").on(t.agentId, t.createdAt).where(sql`${t.readAt} is null`),
    index("notifications_of_agent").on(t.agentId, t.createdAt.desc(), t.id.desc()),
    index("notifications_to_mail").on(t.mailAfter).where(sql`${t.mailAfter} is not null`),
    index("notifications_to_push").on(t.pushAfter).where(sql`${t.pushAfter} is not null`),
  ],
);

/** What somebody wants to be told, by which way, and when not. No row: the defaults of lib/notifications/defaults.ts. */
export const notificationSettings = pgTable("notification_settings", {
  agentId: uuid()
    .primaryKey()
    .references(() => agents.id, { onDelete: "cascade" }),
  choices: jsonb().$type<NotificationChoices>().notNull(),
  quiet: jsonb().$type<QuietHours>(),
  /** A second mail soon after the first waits and takes the others with it. */
  mailedAt: moment(),
  /** Since when they want the week's report on Mondays. */
  weeklySince: moment(),
});

/** A browser that asked to be told (Push API). */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    id: key(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** SHA-256 of the endpoint. */
    endpointHash: text().notNull().unique(),
    /** Endpoint and keys as JSON, sealed: whoever has them can write to that browser. */
    sealed: text().notNull(),
    userAgent: text(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [index("push_subscriptions_of_agent").on(t.agentId)],
);

/** Counters of rate limits, shared by all processes; written by rate-limiter-flexible, which asks for these columns. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text().primaryKey(),
    points: integer().notNull().default(0),
    /** Unix milliseconds. */
    expire: bigint({ mode: "number" }),
  },
  (t) => [index("rate_limits_over").on(t.expire)],
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
