import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Conditions, Deed, RuleAction } from "@/lib/moderation/rule";
import { agents } from "./agents";
import { brands } from "./brands";
import { bits2048, key, moment } from "./columns";
import { conversations } from "./conversations";

/** What is done by itself with messages of a kind: trolls, spam, what the house does not want to read. */
export const moderationRules = pgTable(
  "moderation_rules",
  {
    id: key(),
    name: text().notNull(),
    /** Null: every brand. */
    brandId: uuid().references(() => brands.id, { onDelete: "cascade" }),
    /** Rules are asked in this order. */
    position: integer().notNull(),
    conditions: jsonb().$type<Conditions>().notNull(),
    actions: jsonb().$type<RuleAction[]>().notNull(),
    /** No later rule is asked about a message that this one hit. */
    isLast: boolean().notNull().default(true),
    /** Switched off since then. */
    disabledAt: moment(),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
    changedAt: moment().notNull().defaultNow(),
    /** Taken away; the row stays for the log. */
    deletedAt: moment(),
  },
  (t) => [index("moderation_rules_in_order").on(t.position).where(sql`${t.deletedAt} is null`)],
);

/** What a rule did with one message: the log, and the guard against doing it twice. */
export const moderationHits = pgTable(
  "moderation_hits",
  {
    id: key(),
    ruleId: uuid()
      .notNull()
      .references(() => moderationRules.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    messageId: uuid().notNull(),
    /** Each action and what came of it. */
    did: jsonb().$type<Deed[]>().notNull(),
    at: moment().notNull().defaultNow(),
    undoneAt: moment(),
    undoneBy: uuid().references(() => agents.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("moderation_hits_once").on(t.messageId, t.ruleId),
    index("moderation_hits_of_rule").on(t.ruleId, t.at.desc(), t.id.desc()),
    index("moderation_hits_newest").on(t.at.desc(), t.id.desc()),
    index("moderation_hits_of_conversation").on(t.conversationId),
  ],
);

/** What opened a conversation, stripped for comparing: names, links and numbers gone. Kept for a week. */
export const alikeTexts = pgTable(
  "alike_texts",
  {
    conversationId: uuid()
      .primaryKey()
      .references(() => conversations.id, { onDelete: "cascade" }),
    messageId: uuid().notNull(),
    brandId: uuid().notNull(),
    isPublic: boolean().notNull(),
    text: text().notNull(),
    /** A bit for each of its trigrams, see lib/duplicates/print.ts, and how many are set. */
    print: bits2048().notNull(),
    size: smallint().notNull(),
    saidAt: moment().notNull(),
    /** Somebody said "not the same": it is never folded again. */
    apartAt: moment(),
    apartBy: uuid().references(() => agents.id, { onDelete: "set null" }),
  },
  (t) => [index("alike_texts_said").on(t.saidAt)],
);
