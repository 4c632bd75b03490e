import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { agents } from "./agents";
import { channels } from "./channels";
import { key, moment } from "./columns";
import { conversations } from "./conversations";
import { teams } from "./teams";

/** A question to a colleague, a team, or somebody outside the house, while the customer's clock runs on. */
export const asks = pgTable(
  "asks",
  {
    id: key(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** The note that shows the question in the conversation. */
    messageId: uuid().notNull(),
    askedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    /** Who is asked: one of these three. */
    agentId: uuid().references(() => agents.id, { onDelete: "cascade" }),
    teamId: uuid().references(() => teams.id, { onDelete: "cascade" }),
    address: text(),
    question: text().notNull(),
    /** Messages of the conversation that the asker let the asked person read. */
    quotedIds: jsonb().$type<string[]>().notNull().default([]),
    dueAt: moment(),
    answeredAt: moment(),
    answerMessageId: uuid(),
    answeredBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    withdrawnAt: moment(),
    /** The asker was told that the time has passed. */
    overdueToldAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("asks_of_conversation").on(t.conversationId, t.createdAt),
    index("asks_open").on(t.dueAt).where(sql`${t.answeredAt} is null and ${t.withdrawnAt} is null`),
    check("asks_one_is_asked", sql`num_nonnulls(${t.agentId}, ${t.teamId}, ${t.address}) = 1`),
  ],
);

/** A question on its way to one mailbox. Its id is what the signed reply address names. */
export const askMails = pgTable(
  "ask_mails",
  {
    id: key(),
    askId: uuid()
      .notNull()
      .references(() => asks.id, { onDelete: "cascade" }),
    agentId: uuid().references(() => agents.id, { onDelete: "cascade" }),
    /** Normalised, as answers are compared with it. */
    address: text().notNull(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    /** Fixed when it was asked; the same in every try. */
    externalId: text().notNull(),
    sentAt: moment(),
    failureCode: text(),
  },
  (t) => [index("ask_mails_of_ask").on(t.askId)],
);
