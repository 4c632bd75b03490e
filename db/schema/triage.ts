import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { blockKinds, bulkItemStates, bulkStates, identityKinds, linkKinds } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";

/**
 * One conversation put into another; no message moves. `before` and `after` hold what the merge changed on the one
 * that stays, as lib/merges/join.ts has it: dates, counts and ids, no words.
 */
export const merges = pgTable(
  "merges",
  {
    id: key(),
    survivorId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    stubId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    before: jsonb().$type<{ [key: string]: Json }>().notNull(),
    after: jsonb().$type<{ [key: string]: Json }>().notNull(),
    /** Tags that came over and were not there before. */
    tagIds: uuid().array().notNull(),
    mergedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    mergedAt: moment().notNull(),
    /** The survivor's event: what an undo names. */
    eventId: bigint({ mode: "number" }),
    unmergedAt: moment(),
    unmergedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("merges_once").on(t.stubId).where(sql`${t.unmergedAt} is null`),
    index("merges_of_survivor").on(t.survivorId, t.mergedAt).where(sql`${t.unmergedAt} is null`),
    check("merges_not_into_itself", sql`${t.survivorId} <> ${t.stubId}`),
  ],
);

/** Two conversations that belong together and stay two. The smaller id is the one, so that a pair exists once. */
export const conversationLinks = pgTable(
  "conversation_links",
  {
    oneId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    otherId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    kind: text({ enum: linkKinds }).notNull(),
    linkedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    index("conversation_links_of_other").on(t.otherId),
    check("conversation_links_in_order", sql`${t.oneId} < ${t.otherId}`),
  ],
);

/** Whose messages are filed as spam from now on, for one brand. */
export const blocks = pgTable(
  "blocks",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    kind: text({ enum: blockKinds }).notNull(),
    /** For an address or handle: where it is one. */
    identityKind: text({ enum: identityKinds }),
    /** Normalised: an address, a domain, a handle. */
    value: text().notNull(),
    blockedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment(),
    removedAt: moment(),
    removedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("blocks_once")
      .on(t.brandId, t.kind, sql`coalesce(${t.identityKind}, '')`, sql`md5(${t.value})`)
      .where(sql`${t.removedAt} is null`),
  ],
);

/** Who wants to hear of every change. */
export const conversationFollows = pgTable(
  "conversation_follows",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.agentId] }),
    index("conversation_follows_of_agent").on(t.agentId, t.conversationId),
  ],
);

/** One act on many conversations. Its row is locked while a batch is worked on, so that one worker is at it. */
export const bulkRuns = pgTable(
  "bulk_runs",
  {
    id: key(),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** What is done to each, as lib/bulk/act.ts has it. */
    act: jsonb().$type<{ [key: string]: Json }>().notNull(),
    state: text({ enum: bulkStates }).notNull(),
    total: integer().notNull(),
    doneCount: integer().notNull().default(0),
    heldCount: integer().notNull().default(0),
    failedCount: integer().notNull().default(0),
    undoneCount: integer().notNull().default(0),
    /** What the author had seen: whoever wrote or was answered later is held back from a bulk reply. */
    asOf: moment().notNull(),
    createdAt: moment().notNull().defaultNow(),
    workedAt: moment().notNull().defaultNow(),
    finishedAt: moment(),
    undoneAt: moment(),
  },
  (t) => [
    index("bulk_runs_to_do").on(t.workedAt).where(sql`${t.state} in ('running', 'undoing')`),
    index("bulk_runs_of_agent").on(t.agentId, t.createdAt),
  ],
);

export const bulkItems = pgTable(
  "bulk_items",
  {
    runId: uuid()
      .notNull()
      .references(() => bulkRuns.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    state: text({ enum: bulkItemStates }).notNull().default("waiting"),
    /** What an undo takes back. */
    eventId: bigint({ mode: "number" }),
    /** The reply's, fixed beforehand, so that a second try is the same message. */
    messageId: uuid(),
    deliveryId: uuid(),
    /** Why it was held or failed: a key under `errors`, and what fills it. */
    reason: text(),
    params: jsonb().$type<{ [key: string]: string | number }>(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.conversationId] }),
    index("bulk_items_waiting").on(t.runId, t.conversationId).where(sql`${t.state} = 'waiting'`),
    index("bulk_items_done").on(t.runId, t.conversationId).where(sql`${t.state} = 'done'`),
  ],
);
