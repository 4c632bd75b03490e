import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { inboundStates } from "../enums";
import { channels } from "./channels";
import { bytea, key, moment } from "./columns";

/** The ledger of everything that came in, as it came. Reading it is a second step that can be repeated. */
export const inbound = pgTable(
  "inbound",
  {
    id: key(),
    channelId: uuid()
      .notNull()
      .references(() => channels.id, { onDelete: "cascade" }),
    /** SHA-256 of the channel's own id: those may be longer than an index entry. */
    externalHash: text().notNull(),
    externalId: text().notNull(),
    contentType: text().notNull(),
    meta: jsonb().$type<{ [key: string]: Json }>().notNull(),
    /** Up to 64 kB here, else in the file store. */
    body: bytea(),
    bodyKey: text(),
    size: integer().notNull(),
    /** Live mail is read before a backlog that came in one piece. */
    lane: text({ enum: ["live", "bulk"] })
      .notNull()
      .default("live"),
    state: text({ enum: inboundStates }).notNull().default("new"),
    attempts: integer().notNull().default(0),
    tryAfter: moment().notNull().defaultNow(),
    leaseUntil: moment(),
    claimedBy: text(),
    /** Why it is parked, for the person who looks. */
    failureCode: text(),
    failureDetail: text(),
    /** Mail that is nobody's question: kept, not counted, not answered. */
    filedReason: text(),
    filedSubject: text(),
    filedFrom: text(),
    conversationId: uuid(),
    receivedAt: moment().notNull().defaultNow(),
    doneAt: moment(),
  },
  (t) => [
    uniqueIndex("inbound_once").on(t.channelId, t.externalHash),
    index("inbound_due").on(t.lane.desc(), t.tryAfter).where(sql`${t.state} = 'new'`),
    index("inbound_leased").on(t.leaseUntil).where(sql`${t.state} = 'reading'`),
    index("inbound_parked").on(t.receivedAt).where(sql`${t.state} = 'parked'`),
    index("inbound_filed").on(t.receivedAt).where(sql`${t.filedReason} is not null`),
    check("inbound_has_body", sql`${t.body} is not null or ${t.bodyKey} is not null`),
    check("inbound_parked_says_why", sql`${t.state} <> 'parked' or ${t.failureCode} is not null`),
  ],
);

/** One-use tokens of any kind (a form's token, a solved proof of work), kept until they could no longer be valid. */
export const usedTokens = pgTable(
  "used_tokens",
  {
    token: text().primaryKey(),
    /** Who took it, so that the same caller may repeat after a crash. */
    value: text().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index("used_tokens_expired").on(t.expiresAt)],
);
