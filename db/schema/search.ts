import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { key, moment } from "./columns";

/**
 * Every word that was ever said, so that the beginning of a word, or a misspelt one, becomes a few whole words before
 * the index of messages is asked: see lib/conversations/search.ts. Its indexes are in the migration that made it.
 */
export const searchWords = pgTable("search_words", {
  word: text().primaryKey(),
  /** In about how many messages. */
  seen: integer().notNull(),
});

/** Up to when messages were read for their words; one row. */
export const searchLearning = pgTable("search_learning", {
  id: key(),
  learnedUntil: moment().notNull(),
});
