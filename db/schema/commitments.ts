import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { commitmentStates, gestureKinds, gestureStates, roles } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";
import { customers } from "./customers";
import { teams } from "./teams";

/** A promise made to a customer, with a date. */
export const commitments = pgTable(
  "commitments",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** The reply that it was made in, once it has left. */
    messageId: uuid(),
    text: text().notNull(),
    dueAt: moment().notNull(),
    /** A day was promised, no hour: `dueAt` is the end of that day's opening hours. */
    isDay: boolean().notNull().default(true),
    state: text({ enum: commitmentStates }).notNull().default("open"),
    ownerId: uuid().references(() => agents.id, { onDelete: "set null" }),
    /** Somebody without a desk: told and asked by mail. */
    ownerAddress: text(),
    ownerName: text(),
    /** The conversation's when it was made: who the kept-rate belongs to. */
    teamId: uuid().references(() => teams.id, { onDelete: "set null" }),
    madeBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    madeAt: moment().notNull().defaultNow(),
    /** When it shows in the queue. */
    showAt: moment().notNull(),
    shownAt: moment(),
    remindedAt: moment(),
    /** When it was kept, broken or withdrawn; a broken one may be kept late. */
    closedAt: moment(),
    closedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    brokenAt: moment(),
    /** The message that kept it. */
    keptMessageId: uuid(),
    /** How it was kept outside, or why it was withdrawn. */
    note: text(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("commitments_of_conversation").on(t.conversationId),
    index("commitments_of_customer").on(t.customerId, t.dueAt),
    index("commitments_of_owner").on(t.ownerId).where(sql`${t.state} = 'open'`),
    index("commitments_to_show").on(t.showAt).where(sql`${t.state} = 'open' and ${t.shownAt} is null`),
    index("commitments_due").on(t.dueAt).where(sql`${t.state} = 'open'`),
    check("commitments_say_something", sql`${t.text} <> ''`),
  ],
);

/** A date that was moved with the customer's agreement, or handed to somebody else. */
export const commitmentMoves = pgTable(
  "commitment_moves",
  {
    id: key(),
    commitmentId: uuid()
      .notNull()
      .references(() => commitments.id, { onDelete: "cascade" }),
    dueBefore: moment(),
    dueAfter: moment(),
    ownerBefore: text(),
    ownerAfter: text(),
    /** Where the customer agreed: in words, or the message. */
    agreement: text(),
    agreedMessageId: uuid(),
    by: uuid().references(() => agents.id, { onDelete: "set null" }),
    at: moment().notNull().defaultNow(),
  },
  (t) => [index("commitment_moves_of").on(t.commitmentId, t.at)],
);

/** Money or goods given to put something right. */
export const gestures = pgTable(
  "gestures",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    commitmentId: uuid().references(() => commitments.id, { onDelete: "set null" }),
    kind: text({ enum: gestureKinds }).notNull(),
    amountMinor: integer().notNull(),
    currency: text().notNull(),
    note: text(),
    state: text({ enum: gestureStates }).notNull(),
    askedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    askedAt: moment().notNull().defaultNow(),
    decidedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    decidedAt: moment(),
    refusedBecause: text(),
  },
  (t) => [
    index("gestures_of_conversation").on(t.conversationId),
    index("gestures_of_customer").on(t.customerId),
    index("gestures_asked").on(t.askedAt).where(sql`${t.state} = 'asked'`),
    check("gestures_amount", sql`${t.amountMinor} >= 0`),
  ],
);

/** How much each role, or one person, may give at once without asking. */
export const gestureLimits = pgTable(
  "gesture_limits",
  {
    id: smallint().primaryKey().generatedAlwaysAsIdentity(),
    role: text({ enum: roles }),
    agentId: uuid().references(() => agents.id, { onDelete: "cascade" }),
    amountMinor: integer().notNull(),
    currency: text().notNull(),
  },
  (t) => [
    check("gesture_limits_of_one", sql`(${t.role} is null) <> (${t.agentId} is null)`),
    index("gesture_limits_of_role").on(t.role),
    index("gesture_limits_of_agent").on(t.agentId),
  ],
);
