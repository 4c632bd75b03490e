import { sql } from "drizzle-orm";
import {
  boolean,
  date,
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
import { outreachOutcomes, signalKinds, signalRuleKinds, signalSourceKinds } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";
import { customers } from "./customers";
import { imports } from "./imports";

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
    /** The file whose rows opened it: taken back together. */
    importId: uuid().references(() => imports.id, { onDelete: "set null" }),
    outcome: text({ enum: outreachOutcomes }),
    endedAt: moment(),
    endedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    because: text(),
    /** Until then this person is not asked about again. */
    quietUntil: moment(),
  },
  (t) => [
    index("outreaches_of_customer").on(t.customerId, t.openedAt),
    index("outreaches_of_brand").on(t.brandId, t.openedAt),
  ],
);

/** A shop, a mailing tool, a payment service or a system of our own that tells us signs, at an address of its own. */
export const signalSources = pgTable(
  "signal_sources",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    kind: text({ enum: signalSourceKinds }).notNull(),
    name: text().notNull(),
    /** Sealed for the purpose "signals". */
    secret: text().notNull(),
    lastReceivedAt: moment(),
    received: integer().notNull().default(0),
    /** The last that could not be taken: a code under `signals.faults`. */
    lastFault: text(),
    lastFaultAt: moment(),
    faults: integer().notNull().default(0),
    pausedAt: moment(),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [index("signal_sources_of_brand").on(t.brandId)],
);

/** What is usual in a brand, and when its rules were last looked at. */
export const signalHouses = pgTable("signal_houses", {
  brandId: uuid()
    .primaryKey()
    .references(() => brands.id, { onDelete: "cascade" }),
  /** The day, in the brand's zone, on which the rules have been looked at. */
  ranOn: date({ mode: "string" }),
  /** Median days between two orders of one person; null with too few. */
  gapDays: real(),
  gapAt: moment(),
});
