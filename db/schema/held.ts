import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { approvalReasons, heldStates } from "../enums";
import { agents } from "./agents";
import { channels } from "./channels";
import { key, moment } from "./columns";
import { conversations } from "./conversations";

/**
 * Replies that are written and not let go: for a colleague's yes, for their hour, or both. No message and no delivery
 * exists before the release, which is one transaction; its id becomes the message's, so there is one at most.
 */
export const heldReplies = pgTable(
  "held_replies",
  {
    id: key(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    authorId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    state: text({ enum: heldStates }).notNull(),
    mode: text({ enum: ["public", "private"] }).notNull(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    sideThreadId: uuid(),
    subject: text(),
    text: text().notNull(),
    recipients: jsonb().$type<{ to: string[]; cc: string[]; bcc: string[] }>().notNull(),
    attachmentIds: jsonb().$type<string[]>().notNull().default([]),
    /** What its author left below the words. */
    hasSignature: boolean().notNull().default(true),
    hasHistory: boolean().notNull().default(true),
    /** The saved replies that it was made from. */
    savedReplies: jsonb().$type<Array<{ id: string; isEdited: boolean }>>().notNull().default([]),
    /** SHA-256 of everything that somebody says yes to. */
    digest: text().notNull(),
    seen: text().notNull(),
    /** Findings of the public check that the author has confirmed. */
    confirmed: jsonb().$type<string[]>().notNull().default([]),
    // Once it is let go.
    afterwards: text({ enum: ["stay", "resolve"] }).notNull(),
    /** Null where it only waits for its hour. */
    reason: text({ enum: approvalReasons }),
    /** Null: any senior of the team. */
    approverId: uuid().references(() => agents.id, { onDelete: "set null" }),
    fallbackAt: moment(),
    fellBackAt: moment(),
    decidedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    decidedAt: moment(),
    /** What the author wrote, where the approver changed it. */
    writtenText: text(),
    comment: text(),
    sendAt: moment(),
    /** The zone in which `sendAt` was chosen (IANA). */
    zone: text(),
    ifTheyWrite: text({ enum: ["cancel", "send"] })
      .notNull()
      .default("cancel"),
    /** Why it did not leave: `wrote`, `answered`, or the key of a failure. */
    stopCode: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("held_replies_of_conversation").on(t.conversationId),
    index("held_replies_due").on(t.sendAt).where(sql`${t.state} = 'scheduled'`),
    index("held_replies_awaiting").on(t.fallbackAt).where(sql`${t.state} = 'awaiting'`),
    check("held_replies_scheduled_has_date", sql`${t.state} <> 'scheduled' or ${t.sendAt} is not null`),
    check("held_replies_awaiting_has_reason", sql`${t.state} <> 'awaiting' or ${t.reason} is not null`),
  ],
);

/** A talk with a third party about a conversation: mails of its own, with a token of its own. */
export const sideThreads = pgTable(
  "side_threads",
  {
    id: key(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    subject: text().notNull(),
    /** Normalised addresses; nobody else is ever written to. */
    participants: jsonb().$type<string[]>().notNull(),
    openedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [index("side_threads_of_conversation").on(t.conversationId)],
);
