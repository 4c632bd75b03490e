import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { importStates, signalKinds, signalRuleKinds } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";
import { customers } from "./customers";

/** A file of signs or of customers, read in the background; what it did can be taken back. */
export const imports = pgTable(
  "imports",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    what: text({ enum: ["signals", "customers"] }).notNull(),
    name: text().notNull(),
    state: text({ enum: importStates }).notNull().default("preview"),
    /** Which column is what: the other side's heading by our field. */
    mapping: jsonb().$type<{ [field: string]: string }>().notNull(),
    settings: jsonb().$type<{ [name: string]: Json }>().notNull().default({}),
    /** Where the file lies; gone once it was read. */
    storageKey: text(),
    size: integer().notNull().default(0),
    rows: integer().notNull().default(0),
    readRows: integer().notNull().default(0),
    stored: integer().notNull().default(0),
    alreadyKnown: integer().notNull().default(0),
    newCustomers: integer().notNull().default(0),
    /** The first hundred rows that could not be read, with the line and why. */
    faults: jsonb()
      .$type<Array<{ line: number; code: string; params: { [name: string]: string } }>>()
      .notNull()
      .default([]),
    faulty: integer().notNull().default(0),
    failure: text(),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    endedAt: moment(),
    leaseUntil: moment(),
  },
  (t) => [index("imports_newest").on(t.brandId, t.createdAt.desc())],
);

/** What a customer did without words. */
export const signals = pgTable(
  "signals",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    kind: text({ enum: signalKinds }).notNull(),
    occurredAt: moment().notNull(),
    /** The other side's id of it, or what it is made of: the same thing told twice is one. */
    externalId: text().notNull(),
    /** Order number, campaign, product, reason, shop: by name, from the other side. */
    details: jsonb().$type<{ [name: string]: Json }>().notNull().default({}),
    /** In the currency's smallest unit; null where nothing was paid. */
    amountMinor: numeric({ mode: "number" }),
    currency: text(),
    importId: uuid().references(() => imports.id, { onDelete: "set null" }),
    recordedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("signals_once").on(t.brandId, t.kind, sql`md5(${t.externalId})`),
    index("signals_of_customer").on(t.customerId, t.occurredAt),
    index("signals_of_brand").on(t.brandId, t.kind, t.occurredAt),
    index("signals_of_import").on(t.importId).where(sql`${t.importId} is not null`),
  ],
);

/** What opens a conversation although nobody wrote; a brand without a row for a kind has the shipped rule, switched off. */
export const signalRules = pgTable(
  "signal_rules",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    kind: text({ enum: signalRuleKinds }).notNull(),
    isOn: boolean().notNull().default(false),
    /** Numbers that the rule knows by name, such as `times` and `days`. */
    settings: jsonb().$type<{ [name: string]: number }>().notNull().default({}),
    /** Days in which the same customer is not looked at again. */
    coolDownDays: integer().notNull().default(90),
    changedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    changedAt: moment().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("signal_rules_once").on(t.brandId, t.kind)],
);

/** Why a conversation was opened although nobody wrote, and what is proposed. */
export const outreaches = pgTable(
  "outreaches",
  {
    conversationId: uuid()
      .primaryKey()
      .references(() => conversations.id, { onDelete: "cascade" }),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    brandId: uuid().notNull(),
    ruleKind: text({ enum: signalRuleKinds }).notNull(),
    /** Codes under `signals.reasons` and what fills them. */
    reasons: jsonb().$type<Array<{ code: string; params: { [name: string]: Json } }>>().notNull(),
    /** What may be done: a mail only with consent, else a call or a letter, or nothing. */
    way: text({ enum: ["mail", "call", "letter", "none"] }).notNull(),
    /** Larger is better worth a call today: sorts the lane, and the day's cap. */
    score: real().notNull().default(0),
    openedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("outreaches_of_customer").on(t.customerId, t.openedAt),
    index("outreaches_of_brand").on(t.brandId, t.openedAt),
  ],
);
