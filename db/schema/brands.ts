import { boolean, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { languages } from "../enums";
import { key, moment } from "./columns";
import { schedules } from "./schedules";

export const brands = pgTable("brands", {
  id: key(),
  name: text().notNull().unique(),
  /** One letter in the brand's square. */
  letter: text().notNull(),
  color: text().notNull(),
  colorDark: text().notNull(),
  language: text({ enum: languages }).notNull().default("en"),
  signature: text(),
  /** Instead of `signature` where the customer's language has one of its own. */
  signatureIn: jsonb().$type<{ [language: string]: string }>().notNull().default({}),
  /** Our own numbers, addresses and sites, which may stand in a public reply. */
  publicContacts: jsonb().$type<string[]>().notNull().default([]),
  /** What somebody new must know before the first answer; light markdown. */
  houseRules: text(),
  scheduleId: uuid().references(() => schedules.id, { onDelete: "set null" }),
  /** Sample brands are counted only under their banner and leave in one click. */
  isSample: boolean().notNull().default(false),
  createdAt: moment().notNull().defaultNow(),
});
