import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Entered, Rating, Remark } from "@/lib/channels/channel";
import { callOutcomes, deliveryStates, messageKinds } from "../enums";
import { agents } from "./agents";
import { channels } from "./channels";
import { key, moment } from "./columns";
import { conversations } from "./conversations";

/** Everything said, one row a message. Keyed with the conversation so that the table can be partitioned by it. */
export const messages = pgTable(
  "messages",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    id: uuid().notNull(),
    kind: text({ enum: messageKinds }).notNull(),
    /** Null for a note or a call. */
    channelId: uuid().references(() => channels.id, { onDelete: "set null" }),
    isPublic: boolean().notNull().default(false),
    /** Set for reply, note and call; null with kind `reply` when it was automatic. */
    agentId: uuid().references(() => agents.id, { onDelete: "set null" }),
    /** An acknowledgement, a rule: never a human answer. */
    isAutomatic: boolean().notNull().default(false),
    /** The author as the outside named them. */
    authorName: text(),
    authorAddress: text(),
    subject: text(),
    text: text().notNull(),
    /** As it came, unsanitised; shown only through lib/text/html.ts in a sandboxed frame. */
    html: text(),
    /** Where quoted history begins in `text`. */
    quoteAt: integer(),
    language: text(),
    /** Message-ID or the network's id. */
    externalId: text(),
    url: text(),
    parent: jsonb().$type<{ externalId: string; author: string; text: string; url: string | null }>(),
    recipients: jsonb().$type<{ to: string[]; cc: string[]; bcc: string[] }>(),
    /** A stranger quoted our thread: shown with a warning, and never in the default recipients. */
    isFlagged: boolean().notNull().default(false),
    /** What the receiving side found out about the sender. */
    authentication: text(),
    /** What is to be said about it beside its words: it is encrypted, was forwarded, invites to something. */
    remarks: jsonb().$type<Remark[]>(),
    callOutcome: text({ enum: callOutcomes }),
    /** Stars of a review. */
    rating: jsonb().$type<Rating>(),
    /** The colleagues and teams that a note calls, with their names as written in it. */
    mentions: jsonb().$type<Array<{ kind: "agent" | "team"; id: string; name: string }>>(),
    /** Who of us typed a customer's words in, where they heard them, and what they promised on the spot. */
    entered: jsonb().$type<Entered>(),
    /** Of `side_out` and `side_in`: the talk with a third party that it belongs to, see lib/side-threads. */
    sideThreadId: uuid(),
    /** The ledger row that it was read from. */
    inboundId: uuid(),
    sentAt: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    editedAt: moment(),
    deletedAt: moment(),
    /** We hid it on the network. */
    hiddenAt: moment(),
    /** We liked it on the network. */
    likedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.id] }),
    index("messages_of_side_thread").on(t.sideThreadId).where(sql`${t.sideThreadId} is not null`),
    // has:note would otherwise read every message.
    index("messages_notes").on(t.conversationId).where(sql`${t.kind} = 'note'`),
    check(
      "messages_side_has_thread",
      sql`(${t.kind} in ('side_out', 'side_in')) = (${t.sideThreadId} is not null)`,
    ),
    index("messages_in_order").on(t.conversationId, t.sentAt, t.id),
    // Message-IDs may be longer than an index entry (2,704 bytes), so the index holds their hash.
    index("messages_by_external_id")
      .on(t.channelId, sql`md5(${t.externalId})`)
      .where(sql`${t.externalId} is not null`),
    check("messages_call_has_outcome", sql`(${t.kind} = 'call') = (${t.callOutcome} is not null)`),
    check(
      "messages_author",
      sql`${t.kind} = 'customer' or ${t.agentId} is not null or ${t.isAutomatic} or ${t.externalId} is not null`,
    ),
  ],
);

/** The texts that an edit replaced. */
export const messageVersions = pgTable(
  "message_versions",
  {
    conversationId: uuid().notNull(),
    messageId: uuid().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    html: text(),
    replacedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.messageId, t.version] }),
    foreignKey({
      columns: [t.conversationId, t.messageId],
      foreignColumns: [messages.conversationId, messages.id],
    })
      .onUpdate("cascade")
      .onDelete("cascade"),
  ],
);

/** One message on its way out. Claimed with FOR UPDATE SKIP LOCKED and a lease. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: key(),
    conversationId: uuid().notNull(),
    messageId: uuid().notNull(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    state: text({ enum: deliveryStates }).notNull().default("queued"),
    mode: text({ enum: ["public", "private"] }).notNull(),
    /** Fixed when the reply was written; the same in every try. */
    externalId: text().notNull(),
    /** What the author left below the words. */
    hasSignature: boolean().notNull().default(true),
    hasHistory: boolean().notNull().default(true),
    /** After the undo window, after a back-off. */
    sendAfter: moment().notNull(),
    attempts: integer().notNull().default(0),
    leaseUntil: moment(),
    claimedBy: text(),
    failureCode: text(),
    failureParams: jsonb().$type<{ [key: string]: string | number }>(),
    /** Recipients that the server refused while it took the mail for the others. */
    refused: jsonb().$type<string[]>(),
    sentAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("deliveries_external_id_once").on(t.channelId, t.externalId),
    uniqueIndex("deliveries_of_message").on(t.conversationId, t.messageId),
    index("deliveries_due").on(t.sendAfter).where(sql`${t.state} = 'queued'`),
    index("deliveries_leased").on(t.leaseUntil).where(sql`${t.state} = 'sending'`),
    foreignKey({
      columns: [t.conversationId, t.messageId],
      foreignColumns: [messages.conversationId, messages.id],
    })
      .onUpdate("cascade")
      .onDelete("cascade"),
    check("deliveries_sent_has_date", sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
  ],
);

/** Each time we knocked at a receiver of the house's own making: what it answered, for whoever looks after it. */
export const knocks = pgTable(
  "knocks",
  {
    id: key(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    /** Null for a test. */
    messageId: uuid(),
    /** HTTP status; null where nothing was answered. */
    status: integer(),
    ms: integer().notNull(),
    /** The first words of the answer, or of what went wrong. */
    answer: text().notNull(),
    isTaken: boolean().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    index("knocks_of_channel").on(t.channelId, t.at),
    index("knocks_of_message").on(t.messageId).where(sql`${t.messageId} is not null`),
  ],
);

/** A file of a message; without a message while somebody is still writing. The bytes are in lib/files.ts. */
export const attachments = pgTable(
  "attachments",
  {
    id: key(),
    conversationId: uuid(),
    messageId: uuid(),
    uploadedBy: uuid().references(() => agents.id, { onDelete: "cascade" }),
    name: text().notNull(),
    contentType: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    contentId: text(),
    description: text(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("attachments_of_message").on(t.conversationId, t.messageId),
    foreignKey({
      columns: [t.conversationId, t.messageId],
      foreignColumns: [messages.conversationId, messages.id],
    })
      .onUpdate("cascade")
      .onDelete("cascade"),
    check("attachments_belong", sql`(${t.messageId} is null) = (${t.conversationId} is null)`),
  ],
);
