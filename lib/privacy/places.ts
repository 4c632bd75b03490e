import { type SQL, sql } from "drizzle-orm";
import { uuids } from "@/db/uuids";
import { names, type Scope, texts } from "./scope";

/**
 * One table that holds something of customers. Export, preview and erasure all walk this list, so that they cannot differ;
 * places.test.ts fails when a column exists that is neither here nor among those of the house.
 */
export type Place = {
  table: string;
  /** The rows of a person; the table is called `t`. */
  of(scope: Scope): SQL;
  /** Taken away, or what each column becomes so that counts and times stay. */
  erase: "rows" | { [column: string]: SQL };
  /** Columns of words that are nobody's: codes, states, ids. Only where rows stay. */
  stays: readonly string[];
  /** Columns that an export leaves out, and tables that hold only copies of what is exported elsewhere. */
  unexported: readonly string[] | "table";
};

const none = sql`null`;
const empty = sql`''`;
const emptyList = sql`'[]'::jsonb`;
const emptyMap = sql`'{}'::jsonb`;
/** Unique columns that must stay so. */
const nameless = sql`'erased:' || t.id`;

const inConversations = (scope: Scope) => sql`t.conversation_id = any(${uuids(scope.conversations)})`;
const ofRecords = (scope: Scope) => sql`t.customer_id = any(${uuids(scope.records)})`;
const saidBy = (scope: Scope) => sql`(${inConversations(scope)} or t.id = any(${uuids(scope.strays)}))`;
const ofMessages = (scope: Scope) =>
  sql`(${inConversations(scope)} or t.message_id = any(${uuids(scope.strays)}))`;

function removed(table: string, of: Place["of"], unexported: Place["unexported"] = []): Place {
  return { table, of, erase: "rows", stays: [], unexported };
}

/** In the order in which an erasure goes through them: what others are found by comes last. */
export const places: readonly Place[] = [
  removed(
    "attachments",
    // An upload belongs to no message before the reply that it waits for is let go.
    (scope) =>
      sql`(${ofMessages(scope)} or exists (select 1 from held_replies h
        where h.conversation_id = any(${uuids(scope.conversations)}) and h.attachment_ids ? t.id::text))`,
    ["storage_key"],
  ),
  removed("message_versions", ofMessages),
  removed("message_marks", ofMessages),
  removed("cue_labels", ofMessages),
  removed("alike_texts", inConversations, "table"),
  removed("drafts", inConversations),
  removed("shared_drafts", inConversations),
  removed("held_replies", inConversations, ["digest", "seen"]),
  removed("risks", inConversations),
  removed("risk_spans", (scope) => sql`(${inConversations(scope)} or ${ofRecords(scope)})`),
  removed("signals", ofRecords),
  removed("outreaches", (scope) => sql`(${ofRecords(scope)} or ${inConversations(scope)})`),
  removed("notifications", inConversations),
  removed(
    "customer_links",
    (scope) => sql`(t.a_id = any(${uuids(scope.records)}) or t.b_id = any(${uuids(scope.records)}))`,
  ),
  removed("avatars", ofRecords, ["bytes"]),
  removed(
    "blocks",
    (scope) => sql`lower(t.value) = any(${texts(scope.needles.map((each) => each.toLowerCase()))})`,
  ),
  removed(
    "idempotency_keys",
    (scope) =>
      sql`(${names(sql`t.body::text`, scope)} or exists (
        select 1 from unnest(${uuids([...scope.records, ...scope.conversations])}) id where position(id::text in t.body::text) > 0))`,
    "table",
  ),
  removed("rate_limits", (scope) => names(sql`t.key`, scope), "table"),
  {
    table: "deliveries",
    of: inConversations,
    erase: {
      external_id: nameless,
      refused: none,
      failure_params: none,
      state: sql`case when t.state = 'queued' then 'cancelled' else t.state end`,
    },
    stays: ["mode", "claimed_by", "failure_code"],
    unexported: [],
  },
  {
    table: "knocks",
    of: (scope) =>
      sql`t.message_id in (select m.id from messages m where m.conversation_id = any(${uuids(scope.conversations)}))`,
    erase: { answer: empty },
    stays: [],
    unexported: [],
  },
  {
    table: "asks",
    of: inConversations,
    erase: {
      question: empty,
      address: sql`case when t.address is null then null else 'erased' end`,
      quoted_ids: emptyList,
    },
    stays: [],
    // A third party's address is theirs; that they were asked, and what, is the customer's.
    unexported: ["address"],
  },
  {
    table: "ask_mails",
    of: (scope) =>
      sql`t.ask_id in (select q.id from asks q where q.conversation_id = any(${uuids(scope.conversations)}))`,
    erase: { address: sql`'erased'`, external_id: nameless },
    stays: ["failure_code"],
    unexported: "table",
  },
  {
    table: "side_threads",
    of: inConversations,
    erase: { subject: empty, participants: emptyList },
    stays: [],
    unexported: ["participants"],
  },
  {
    table: "commitments",
    of: (scope) => sql`(${ofRecords(scope)} or ${inConversations(scope)})`,
    erase: { text: sql`'—'`, note: none, owner_address: none, owner_name: none },
    stays: ["state"],
    unexported: ["owner_address", "owner_name"],
  },
  {
    table: "commitment_moves",
    of: (scope) =>
      sql`t.commitment_id in (select k.id from commitments k where k.customer_id = any(${uuids(scope.records)})
        or k.conversation_id = any(${uuids(scope.conversations)}))`,
    erase: { owner_before: none, owner_after: none, agreement: none },
    stays: [],
    unexported: ["owner_before", "owner_after"],
  },
  {
    table: "gestures",
    of: (scope) => sql`(${ofRecords(scope)} or ${inConversations(scope)})`,
    erase: { note: none, refused_because: none },
    stays: ["kind", "currency", "state"],
    unexported: [],
  },
  {
    table: "leaks",
    of: (scope) =>
      sql`(${ofRecords(scope)} or t.private_conversation_id = any(${uuids(scope.conversations)})
        or t.public_conversation_id = any(${uuids(scope.conversations)}))`,
    erase: { url: none },
    stays: ["door", "cause"],
    unexported: [],
  },
  {
    table: "surveys",
    of: (scope) => sql`(${ofRecords(scope)} or ${inConversations(scope)})`,
    // What they said of us stays counted, without their words and without a way to say more.
    erase: { comment: none, token_hash: none },
    stays: ["state", "refusal", "language", "verdict"],
    unexported: ["token_hash"],
  },
  {
    table: "bulk_items",
    of: inConversations,
    erase: { params: none },
    stays: ["state", "reason"],
    unexported: "table",
  },
  {
    table: "moderation_hits",
    of: inConversations,
    erase: { did: emptyList },
    stays: [],
    unexported: [],
  },
  {
    table: "privacy_requests",
    of: inConversations,
    erase: { extended_because: none },
    stays: ["kind"],
    unexported: [],
  },
  {
    table: "spikes",
    of: (scope) =>
      sql`exists (select 1 from jsonb_array_elements(t.groups) g, jsonb_array_elements_text(g -> 'conversationIds') c
        where c = any(${texts(scope.conversations)}))`,
    // The group's example may be this person's words; its others stay counted in the spike itself.
    erase: { groups: emptyList },
    stays: ["series"],
    unexported: "table",
  },
  {
    table: "inbound",
    of: (scope) => sql`(${inConversations(scope)} or t.id in (select m.inbound_id from messages m
        where m.inbound_id is not null and (m.conversation_id = any(${uuids(scope.conversations)}) or m.id = any(${uuids(scope.strays)})))
      or (t.conversation_id is null and t.channel_id in (select h.id from channels h where h.brand_id = ${scope.brandId})
        and (${names(sql`concat_ws(' ', t.external_id, t.filed_from, t.filed_subject, t.failure_detail, t.meta::text)`, scope)}
          or ${names(sql`encode(t.body, 'escape')`, scope)})))`,
    // The hash of the outside's id stays: what is delivered again is known, and nobody comes back by it.
    erase: {
      external_id: empty,
      meta: emptyMap,
      content_type: empty,
      body: sql`''::bytea`,
      body_key: none,
      failure_detail: none,
      filed_subject: none,
      filed_from: none,
      state: sql`'done'`,
    },
    stays: ["external_hash", "lane", "claimed_by", "failure_code", "filed_reason"],
    unexported: ["body_key", "external_hash", "body"],
  },
  {
    table: "messages",
    of: saidBy,
    erase: {
      author_name: none,
      author_address: none,
      subject: none,
      text: empty,
      html: none,
      quote_at: none,
      language: none,
      external_id: sql`case when t.external_id is null then null else 'erased:' || t.id end`,
      url: none,
      parent: none,
      recipients: none,
      authentication: none,
      remarks: none,
      mentions: none,
      entered: none,
    },
    stays: ["kind", "call_outcome", "rating"],
    unexported: [],
  },
  {
    table: "conversations",
    of: (scope) => sql`t.id = any(${uuids(scope.conversations)})`,
    erase: { subject: none, thread_key: none, group_key: none, excerpt: empty },
    stays: ["status", "due_kind", "no_reply_reason", "kind", "pauses"],
    unexported: [],
  },
  removed("identities", ofRecords),
  {
    table: "customers",
    of: (scope) => sql`t.id = any(${uuids(scope.records)})`,
    erase: {
      name: empty,
      avatar_url: none,
      language: none,
      city: none,
      facts: emptyMap,
      note: none,
      zone: none,
      tags: sql`'{}'`,
      no_profile_at: sql`coalesce(t.no_profile_at, now())`,
    },
    stays: [],
    unexported: [],
  },
];

/** Where colleagues may have written an address down: it is put out of their words, the rest stays. */
export const noted: ReadonlyArray<{ table: string; column: string }> = [
  { table: "views", column: "query" },
  { table: "moderation_rules", column: "conditions" },
  { table: "imports", column: "faults" },
  { table: "imports", column: "failure" },
  { table: "notices", column: "text" },
  { table: "bulk_runs", column: "act" },
  { table: "risk_models", column: "model" },
  { table: "channels", column: "failure_params" },
  { table: "month_pages", column: "changed" },
];

/**
 * Tables that hold nothing of customers: the house, its people, what they set up, counters, and what is gone within
 * seconds. Events hold ids and codes only.
 */
export const ofTheHouse: readonly string[] = [
  "agent_identities",
  "agents",
  "api_tokens",
  "brands",
  "cells",
  "contact_reasons",
  "conversation_links",
  "cue_phrases",
  "erasures",
  "event_cursors",
  "events",
  // Times and who answered: figures of the house, without a word or a name of a customer.
  "facts",
  "gesture_limits",
  "hour_counts",
  "installation",
  "invitations",
  "macros",
  "marked_dates",
  "merges",
  "notification_settings",
  "on_call",
  "organisation",
  "outcomes",
  "pauses",
  "push_subscriptions",
  "queue",
  "saved_replies",
  "saved_reply_files",
  "schedule_versions",
  "schedules",
  "search_words",
  "series_hours",
  "sessions",
  "signal_houses",
  "signal_rules",
  "signal_sources",
  "socket_io_attachments",
  "tags",
  "target_moments",
  "targets",
  "teams",
  "used_tokens",
  "worker_heartbeats",
];
