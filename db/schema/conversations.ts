import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import {
  bands,
  conversationKinds,
  conversationStatuses,
  missReasons,
  noReplyReasons,
  targetKinds,
} from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { channels } from "./channels";
import { key, moment, neverDue } from "./columns";
import { contactReasons } from "./contact-reasons";
import { customers } from "./customers";
import { teams } from "./teams";

/** Numbers that people say. A sequence, since a counter row would make every new conversation wait for the last. */
export const conversationNumbers = pgSequence("conversation_numbers", { startWith: 1001 });

export const conversations = pgTable(
  "conversations",
  {
    id: key(),
    /** What people say: #1042. */
    number: bigint({ mode: "number" }).notNull().unique().default(sql`nextval('conversation_numbers')`),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    /** Null for a conversation that we open ourselves. */
    channelId: uuid().references(() => channels.id, { onDelete: "cascade" }),
    teamId: uuid().references(() => teams.id, { onDelete: "set null" }),
    assigneeId: uuid().references(() => agents.id, { onDelete: "set null" }),
    status: text({ enum: conversationStatuses }).notNull().default("open"),
    /** `proactive` was opened by us because of a silent sign, `privacy` is a request under data protection law. */
    kind: text({ enum: conversationKinds }).notNull().default("contact"),
    subject: text(),
    /** The network's own grouping key, e.g. of a direct-message thread. */
    threadKey: text(),
    isPublic: boolean().notNull().default(false),
    isRestricted: boolean().notNull().default(false),
    mergedIntoId: uuid(),
    /** Comments under one public post share it: they are one row of the list. */
    groupKey: text(),
    /** The block that filed it as spam, if one did. */
    blockId: uuid(),
    /** How many people follow it; zero spares every change a look for them. */
    followerCount: integer().notNull().default(0),
    /** -1 first, 0 as it comes, 1 can wait. A pin, not a second ranking. */
    pin: smallint().notNull().default(0),
    /** The oldest customer message of this cycle that has no human answer. Automation never clears it. */
    waitingSince: moment(),
    /** Start of the current cycle: creation or the last reopening. */
    cycleStartedAt: moment().notNull(),
    firstResponseAt: moment(),
    dueAt: moment(),
    dueKind: text({ enum: ["first_response", "next_response"] }),
    /** When it is to be resolved; null while it is their turn. `dueAt` above is of the answer alone. */
    resolveDueAt: moment(),
    /**
     * Their turn in this cycle: from, to, from, to, …; an odd one out lasts. Kept by the trigger `keep_pauses`, so that no
     * writer can forget it.
     */
    pauses: moment().array().notNull().default(sql`'{}'`),
    snoozedUntil: moment(),
    noReplyReason: text({ enum: noReplyReasons }),
    /** What it was about, said by who settled it. */
    contactReasonId: uuid().references((): AnyPgColumn => contactReasons.id, { onDelete: "set null" }),
    resolvedAt: moment(),
    /** A reply waits for a colleague's yes since then; `approverId` null: any senior of the team may say it. */
    approvalSince: moment(),
    approverId: uuid().references(() => agents.id, { onDelete: "set null" }),
    lastMessageAt: moment().notNull(),
    lastCustomerMessageAt: moment(),
    /** First words of the latest customer message, plain. */
    excerpt: text().notNull().default(""),
    /** Messages from the customer since our last human reply. */
    unansweredCount: integer().notNull().default(0),
    messageCount: integer().notNull().default(0),
    isSample: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    version: integer().notNull().default(1),
  },
  (t) => [
    foreignKey({ columns: [t.mergedIntoId], foreignColumns: [t.id] }),
    index("conversations_of_customer").on(t.customerId, t.lastMessageAt),
    index("conversations_merged").on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    index("conversations_of_group").on(t.groupKey).where(sql`${t.groupKey} is not null`),
    index("conversations_by_thread").on(t.channelId, t.threadKey).where(sql`${t.threadKey} is not null`),
    index("conversations_resolved").on(t.resolvedAt.desc(), t.id.desc()).where(sql`${t.status} = 'resolved'`),
    index("conversations_newest")
      .on(t.lastMessageAt.desc(), t.id.desc())
      .where(sql`${t.mergedIntoId} is null`),
    // What was resolved in a month, and about what, is counted without looking at a conversation.
    index("conversations_settled")
      .on(t.resolvedAt, t.contactReasonId, t.brandId)
      .where(sql`${t.status} = 'resolved' and ${t.mergedIntoId} is null and ${t.kind} <> 'proactive'`),
    // Few: what somebody may not see is counted from their side.
    index("conversations_restricted").on(t.id).where(sql`${t.isRestricted}`),
    index("conversations_of_reason").on(t.contactReasonId).where(sql`${t.contactReasonId} is not null`),
    index("conversations_spam").on(t.lastMessageAt.desc(), t.id.desc()).where(sql`${t.status} = 'spam'`),
    check("conversations_snoozed_has_date", sql`(${t.status} = 'snoozed') = (${t.snoozedUntil} is not null)`),
    check("conversations_resolved_has_date", sql`(${t.status} = 'resolved') = (${t.resolvedAt} is not null)`),
    check("conversations_not_into_itself", sql`${t.mergedIntoId} <> ${t.id}`),
    check("conversations_pin", sql`${t.pin} between -1 and 1`),
    check("conversations_due_has_kind", sql`(${t.dueAt} is null) = (${t.dueKind} is null)`),
  ],
);

/** A due time of which something has been said: once, also when it moves away and comes back. */
export const targetMoments = pgTable(
  "target_moments",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    kind: text({ enum: targetKinds }).notNull(),
    dueAt: moment().notNull(),
    warnedAt: moment(),
    missedAt: moment(),
    reason: text({ enum: missReasons }),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.kind, t.dueAt] }),
    check("target_moments_have_reason", sql`(${t.missedAt} is null) = (${t.reason} is null)`),
  ],
);

/** Who may see a restricted conversation. */
export const conversationAccess = pgTable(
  "conversation_access",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.agentId] })],
);

/**
 * The live list of work: one narrow row for each conversation that is open, waiting or snoozed, with every field
 * that the list sorts or filters by. Written only by lib/conversations/requeue.ts, in the command's transaction.
 */
export const queue = pgTable(
  "queue",
  {
    conversationId: uuid()
      .primaryKey()
      .references(() => conversations.id, { onDelete: "cascade" }),
    status: text({ enum: ["open", "waiting", "snoozed"] }).notNull(),
    brandId: uuid().notNull(),
    teamId: uuid(),
    assigneeId: uuid(),
    customerId: uuid().notNull(),
    channelId: uuid(),
    isPublic: boolean().notNull(),
    isRestricted: boolean().notNull(),
    pin: smallint().notNull(),
    /** The answer or the resolution, whichever is earlier. Never null: `neverDue` stands for none. */
    dueAt: moment()
      .notNull()
      .default(sql.raw(`'${neverDue}'`)),
    /** waiting_since, else the last message: never null. */
    sinceAt: moment().notNull(),
    snoozedUntil: moment(),
    lastMessageAt: moment().notNull().default(sql`now()`),
    /** Open, and nobody of us has answered yet. */
    isNew: boolean().notNull().default(false),
    version: integer().notNull(),
    kind: text({ enum: conversationKinds }).notNull().default("contact"),
    /** 0 danger to people, 1 put first, 2 as it comes, 3 can wait, 4 nobody wrote: opened by us. */
    lane: smallint().notNull().default(2),
    /** Hours that sort inside the lane: see lib/risk/rank.ts. A new row stands with the calm ones until it is ranked. */
    rank: real().notNull().default(1000),
    band: text({ enum: bands }).notNull().default("calm"),
    /** From then on `rank` is another number. Every change that matters sets it back to the past. */
    rankValidUntil: moment().notNull().default(sql.raw("'-infinity'")),
    /** The next moment at which something is to be said of its targets: a warning, or a miss. */
    ringsAt: moment(),
  },
  (t) => [
    index("queue_open_by_rank")
      .on(t.lane, t.rank, t.sinceAt, t.conversationId)
      .where(sql`${t.status} = 'open'`),
    index("queue_rank_expired").on(t.rankValidUntil),
    index("queue_open_by_since").on(t.sinceAt, t.conversationId).where(sql`${t.status} = 'open'`),
    index("queue_open_mine")
      .on(t.assigneeId, t.lane, t.rank, t.sinceAt, t.conversationId)
      .where(sql`${t.status} = 'open'`),
    index("queue_waiting").on(t.sinceAt, t.conversationId).where(sql`${t.status} = 'waiting'`),
    index("queue_snoozed").on(t.snoozedUntil, t.conversationId).where(sql`${t.status} = 'snoozed'`),
    index("queue_rings").on(t.ringsAt).where(sql`${t.ringsAt} is not null`),
    index("queue_of_customer").on(t.customerId),
  ],
);

export const tags = pgTable("tags", {
  id: key(),
  name: text().notNull().unique(),
  createdAt: moment().notNull().defaultNow(),
});

export const conversationTags = pgTable(
  "conversation_tags",
  {
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    tagId: uuid()
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.tagId] }), index("conversations_of_tag").on(t.tagId)],
);

/** How far an agent has read. */
export const conversationReads = pgTable(
  "conversation_reads",
  {
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    readAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.conversationId] })],
);
