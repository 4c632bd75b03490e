import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { languages, markedKinds, surveyRefusals, surveyStates, verdicts } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { channels } from "./channels";
import { key, moment } from "./columns";
import { contactReasons } from "./contact-reasons";
import { conversations, tags } from "./conversations";
import { customers } from "./customers";
import { teams } from "./teams";

/** Whose customers are asked whether it went well, and how long after. No row: nobody is asked. */
export const surveyChannels = pgTable(
  "survey_channels",
  {
    channelId: uuid()
      .primaryKey()
      .references(() => channels.id, { onDelete: "cascade" }),
    delayMinutes: integer().notNull(),
    setBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    setAt: moment().notNull().defaultNow(),
  },
  (t) => [check("survey_channels_delay", sql`${t.delayMinutes} between 0 and 10080`)],
);

/**
 * One question about one resolution: to be put, put, or not put and why, so that what was not asked is counted too.
 * Brand, channel, team and agent as they were when it was resolved.
 */
export const surveys = pgTable(
  "surveys",
  {
    id: key(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    channelId: uuid().references(() => channels.id, { onDelete: "set null" }),
    teamId: uuid().references(() => teams.id, { onDelete: "set null" }),
    /** Who gave the last human answer. */
    agentId: uuid().references(() => agents.id, { onDelete: "set null" }),
    resolvedAt: moment().notNull(),
    state: text({ enum: surveyStates }).notNull(),
    /** When it is put, and every refusal looked at again. */
    askAfter: moment().notNull(),
    refusal: text({ enum: surveyRefusals }),
    decidedAt: moment(),
    language: text({ enum: languages }).notNull(),
    /** The question as it stands in the conversation. */
    messageId: uuid(),
    /** SHA-256 of the link's token, which is made again from the id and the house's key when the mail leaves. */
    tokenHash: text().unique(),
    /** Until then it can be answered, and an answer changed. */
    closesAt: moment(),
    verdict: text({ enum: verdicts }),
    comment: text(),
    answeredAt: moment(),
    changedAt: moment(),
    isSample: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("surveys_once").on(t.conversationId, t.resolvedAt),
    index("surveys_to_ask").on(t.askAfter).where(sql`${t.state} = 'waiting'`),
    index("surveys_of_customer").on(t.customerId, t.decidedAt),
    index("surveys_decided").on(t.decidedAt).where(sql`${t.state} <> 'waiting'`),
    index("surveys_answered").on(t.answeredAt).where(sql`${t.answeredAt} is not null`),
    index("surveys_of_message").on(t.messageId).where(sql`${t.messageId} is not null`),
    check("surveys_refused_has_reason", sql`(${t.state} = 'refused') = (${t.refusal} is not null)`),
    check("surveys_decided_has_date", sql`(${t.state} = 'waiting') = (${t.decidedAt} is null)`),
    check("surveys_answer_has_date", sql`(${t.verdict} is null) = (${t.answeredAt} is null)`),
    check("surveys_only_asked_answer", sql`${t.answeredAt} is null or ${t.state} = 'asked'`),
  ],
);

/** A conversation with this tag is probably about this. */
export const contactReasonTags = pgTable(
  "contact_reason_tags",
  {
    reasonId: uuid()
      .notNull()
      .references(() => contactReasons.id, { onDelete: "cascade" }),
    tagId: uuid()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.reasonId, t.tagId] }), index("contact_reasons_of_tag").on(t.tagId)],
);

/** Something that explains a figure: a strike, a recall. Days of the house's time zone, the last one included. */
export const markedDates = pgTable(
  "marked_dates",
  {
    id: key(),
    /** Null: of every brand. */
    brandId: uuid().references(() => brands.id, { onDelete: "cascade" }),
    kind: text({ enum: markedKinds }).notNull(),
    title: text().notNull(),
    firstDay: date({ mode: "string" }).notNull(),
    lastDay: date({ mode: "string" }).notNull(),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("marked_dates_by_day").on(t.firstDay, t.lastDay),
    check("marked_dates_in_order", sql`${t.firstDay} <= ${t.lastDay}`),
    check("marked_dates_have_title", sql`${t.title} <> ''`),
  ],
);

/** What somebody wrote under a month's figures, and which customers' words they chose for it. */
export const monthPages = pgTable(
  "month_pages",
  {
    id: key(),
    /** Its first day. */
    month: date({ mode: "string" }).notNull(),
    /** Null: all brands together. */
    brandId: uuid().references(() => brands.id, { onDelete: "cascade" }),
    changed: text().notNull().default(""),
    /** Answers of surveys; empty: the newest with words. */
    picked: uuid().array().notNull().default(sql`'{}'`),
    version: integer().notNull().default(1),
    updatedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [unique("month_pages_once").on(t.month, t.brandId).nullsNotDistinct()],
);

/** The week's report of one person: its row is taken before the mail leaves, so that no restart sends a second one. */
export const weeklyReports = pgTable(
  "weekly_reports",
  {
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** The Monday on which it leaves. */
    week: date({ mode: "string" }).notNull(),
    attempts: integer().notNull().default(0),
    tryAfter: moment().notNull().defaultNow(),
    sentAt: moment(),
    /** There was nothing to say. */
    leftOutAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.agentId, t.week] }),
    index("weekly_reports_to_send").on(t.tryAfter).where(sql`${t.sentAt} is null and ${t.leftOutAt} is null`),
  ],
);
