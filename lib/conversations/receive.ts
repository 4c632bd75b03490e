import { createHash } from "node:crypto";
import type pg from "pg";
import { pool } from "@/db/client";
import { blockKeys } from "@/lib/blocks/block-keys";
import type { IncomingIdentity, IncomingMessage } from "@/lib/channels/channel";
import { newId } from "@/lib/id";
import { wake } from "@/lib/live/wake";
import { withoutKeys } from "@/lib/satisfaction/veil";
import { dueOf, readyRules } from "@/lib/targets/in-force";
import { type Known, type PlacedConversation, type Placement, place } from "./place";
import { lookupSql, writeSql } from "./receive-sql";
import { readThreadToken } from "./thread-token";

export type StoredFile = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  sha256: string;
  storageKey: string;
  contentId: string | null;
};

/** One message that was read from the ledger, ready to be stored. */
export type Received = {
  inboundId: string;
  /** Who claimed the ledger row: nobody else may finish it. */
  claimedBy: string;
  receivedAt: Date;
  channel: {
    id: string;
    brandId: string;
    teamId: string | null;
    isSample: boolean;
    /** Answers this channel gives by itself, once for each new conversation. */
    acknowledges: boolean;
  };
  message: IncomingMessage;
  files: StoredFile[];
};

/**
 * Stores a batch of messages in one transaction: resolves their customers, finds or opens their conversations,
 * and writes everything with the events and the ledger rows in one statement. All or nothing, and nothing twice:
 * the ledger row is finished in the same transaction by whoever claimed it.
 * Throws `LeaseLost` when somebody else has claimed a row meanwhile.
 */
export async function receive(
  batch: readonly Received[],
): Promise<Array<{ conversationId: string; messageId: string }>> {
  if (batch.length === 0) return [];
  await readyRules();
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(`begin; ${byIndex} ${lockSql(batch)}`);
    const known = await lookUpWhole(client, batch);
    const rows = await decide(known, batch);
    const done = await client.query<{ done: number }>({
      name: "receive-write",
      text: writeSql,
      values: rows.values,
    });
    if (done.rows[0]!.done !== batch.length) throw new LeaseLost();
    await client.query("commit");
    const before = [...known.customers.values()].flatMap(({ id, isNew }) => (isNew ? [] : [id]));
    if (before.length > 0) {
      // All is stored: what goes wrong here must not make it look otherwise.
      await client.query({ name: "receive-rerank", text: rerankSql, values: [before] }).catch(() => {});
    }
    wake("events");
    wake("ranks");
    return rows.placed;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * What else the same people wait for is ranked again: it is their second contact now. After the commit and without
 * waiting for anybody's lock, since a rank that is found old a little later does no harm.
 */
const rerankSql = `
  update queue set rank_valid_until = '-infinity' where conversation_id in (
    select q.conversation_id from queue q join customers o on o.id = q.customer_id
    where o.person_id in (select k.person_id from customers k where k.id = any($1::uuid[])) and q.rank_valid_until > now()
    for update of q skip locked)`;

export class LeaseLost extends Error {
  constructor() {
    super("Somebody else has taken a row of this batch");
  }
}

/**
 * A batch comes as JSON, of which the planner assumes a hundred rows and therefore likes to read whole tables: 26 ms
 * a message at 2,000 messages, and more with each. Every look-up here is by key, so it is told to go by index, and
 * to plan once a connection.
 */
const byIndex =
  "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off; set local plan_cache_mode = force_generic_plan;";

/**
 * Locks every sender of the batch, in the order of their keys, so that two messages of one new person never make
 * two customers. A statement of its own: the one that looks must start after the locks are held.
 */
function lockSql(batch: readonly Received[]): string {
  const keys = new Set<bigint>();
  for (const { channel, message } of batch) {
    for (const identity of message.author.identities) {
      keys.add(hash64(`${channel.brandId} ${identity.kind} ${identity.value}`));
    }
  }
  const sorted = [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (sorted.length === 0) return "select 1";
  return `select pg_advisory_xact_lock(k) from unnest('{${sorted.join(",")}}'::bigint[]) k`;
}

function hash64(text: string): bigint {
  return createHash("sha256").update(text).digest().readBigInt64BE();
}

/**
 * Looks again while a merge was faster: a conversation that was locked only after it became part of another one leads
 * to that one. A merge locks the same customers first, so the second look is the last but for a chain.
 */
async function lookUpWhole(client: pg.PoolClient, batch: readonly Received[]): Promise<Known> {
  for (let look = 0; ; look++) {
    const known = await lookUp(client, batch);
    if (look >= 5 || [...known.conversations.values()].every((c) => c.mergedIntoId === null)) return known;
  }
}

type Lookup = {
  owners: Array<{
    key: string;
    customerId: string;
    name: string;
    identityId: string;
    isWeak: boolean;
    isProven: boolean;
  }>;
  messages: Array<{ key: string; conversationId: string }>;
  threads: Array<{ key: string; conversationId: string }>;
  tokens: Array<{ key: string; conversationId: string }>;
  blocks: Array<{ key: string; blockId: string }>;
  conversations: Array<{
    [key in keyof PlacedConversation]: PlacedConversation[key] extends Date | null
      ? string | null
      : PlacedConversation[key];
  }>;
};

async function lookUp(client: pg.PoolClient, batch: readonly Received[]): Promise<Known> {
  const identities = batch.flatMap((item) =>
    item.message.author.identities.map((i) => ({
      brand_id: item.channel.brandId,
      kind: i.kind,
      value: i.value,
    })),
  );
  const references = batch.flatMap((item) =>
    item.message.inReplyTo.map((externalId) => ({ channel_id: item.channel.id, external_id: externalId })),
  );
  const threads = batch.flatMap((item) =>
    item.message.threadKey === null
      ? []
      : [{ channel_id: item.channel.id, thread_key: item.message.threadKey }],
  );
  const tokens = batch.flatMap((item) => {
    const id = item.message.token === null ? null : readThreadToken(item.message.token);
    return id === null ? [] : [id];
  });
  const blockable = identities.flatMap((i) => blockKeys(i).map((key) => ({ ...key, brand_id: i.brand_id })));
  const result = await client.query<Lookup>({
    name: "receive-look-up",
    text: lookupSql,
    values: [
      JSON.stringify(identities),
      JSON.stringify(references),
      JSON.stringify(threads),
      tokens,
      JSON.stringify(blockable),
    ],
  });
  const found = result.rows[0]!;
  return {
    owners: new Map(found.owners.map((o) => [o.key, o])),
    customers: new Map(
      found.owners.map((o) => [o.customerId, { id: o.customerId, isNew: false, name: o.name }]),
    ),
    byMessage: new Map(found.messages.map((m) => [m.key, m.conversationId])),
    byThread: new Map(found.threads.map((t) => [t.key, t.conversationId])),
    byToken: new Map(found.tokens.map((t) => [t.key, t.conversationId])),
    blocks: new Map(found.blocks.map((b) => [b.key, b.blockId])),
    conversations: new Map(found.conversations.map((c) => [c.id, withDates(c)])),
  };
}

function withDates(c: Lookup["conversations"][number]): PlacedConversation {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...c,
    isNew: false,
    waitingSince: date(c.waitingSince),
    cycleStartedAt: date(c.cycleStartedAt) ?? new Date(0),
    firstResponseAt: date(c.firstResponseAt),
    snoozedUntil: date(c.snoozedUntil),
    resolvedAt: date(c.resolvedAt),
    lastMessageAt: date(c.lastMessageAt) ?? new Date(0),
    lastCustomerMessageAt: date(c.lastCustomerMessageAt),
  };
}

type Row = { [column: string]: unknown };

async function decide(known: Known, batch: readonly Received[]) {
  const customers: Row[] = [];
  const facts = new Map<string, Row>();
  const identities: Row[] = [];
  const revoked: Row[] = [];
  const messages: Row[] = [];
  const attachments: Row[] = [];
  const events: Row[] = [];
  const ledger: Row[] = [];
  const touched = new Set<PlacedConversation>();
  /** The event that says what is due, for each that it has changed for. */
  const turned = new Map<PlacedConversation, Row>();
  const placed: Array<{ conversationId: string; messageId: string }> = [];

  for (const item of batch) {
    const { message, channel } = item;
    const { customerId, proves, claims } = ownerOf(known, item, { customers, identities, revoked });
    facts.set(customerId, {
      id: customerId,
      facts: message.author.facts,
      avatar_url: message.author.avatarUrl,
      language: message.language,
    });
    const tokenId = message.token === null ? null : readThreadToken(message.token);
    const placement = place(known, {
      message,
      customerId,
      tokenConversationId: tokenId === null ? null : (known.byToken.get(tokenId) ?? null),
      blockId: blockOf(known, item),
      channel,
      receivedAt: item.receivedAt,
      newId,
    });
    const { conversation, opened, reopened, statusBefore, isFlagged, isQuiet, at } = placement;
    touched.add(conversation);
    const messageId = newId();
    messages.push({
      conversation_id: conversation.id,
      id: messageId,
      channel_id: channel.id,
      is_public: message.public,
      author_name: message.author.name,
      author_address: message.author.identities[0]?.display ?? null,
      subject: message.subject,
      text: withoutKeys(message.text),
      html: message.html === null ? null : withoutKeys(message.html),
      quote_at: message.quoteAt,
      language: message.language,
      external_id: message.externalId,
      url: message.url,
      parent: message.parent,
      recipients: { ...message.recipients, bcc: [] },
      is_flagged: isFlagged,
      authentication: message.authentication,
      remarks: message.remarks ?? null,
      entered: message.entered ?? null,
      rating: message.rating,
      inbound_id: item.inboundId,
      sent_at: at,
    });
    for (const file of item.files) attachments.push(attachmentRow(file, conversation.id, messageId));
    const about = {
      conversation_id: conversation.id,
      message_id: messageId,
      customer_id: conversation.customerId,
      team_id: conversation.teamId,
      brand_id: conversation.brandId,
      channel_id: channel.id,
      occurred_at: at,
      version: conversation.version,
    };
    // What is measured needs them: see lib/facts/event.ts.
    const cycle = isSame(conversation.cycleStartedAt, at)
      ? {}
      : { cycle_started_at: conversation.cycleStartedAt };
    const { status } = conversation;
    if (opened) events.push({ ...about, type: "conversation.opened", after: { status, ...cycle } });
    if (reopened) {
      events.push({
        ...about,
        type: "conversation.reopened",
        before: { status: "resolved" },
        after: { status: "open", ...cycle },
      });
    }
    const after: Row = {
      status,
      opened,
      acknowledge: opened && channel.acknowledges && conversation.blockId === null,
      ...(conversation.isFollowed ? { followed: true } : {}),
      ...(isQuiet ? { quiet: true } : {}),
      ...(isSame(item.receivedAt, at) ? {} : { received_at: item.receivedAt }),
      ...waitOf(placement),
      ...(conversation.kind === "proactive" ? { kind: "contact" } : {}),
      remoteFiles: message.remoteFiles.length > 0,
      // What makes a look worth it at who else this may be; a known sender's plain second word is none.
      ...(opened || proves.length > 0 || claims.length > 0 || /\d{4}/.test(message.text)
        ? { recognise: true }
        : {}),
      ...(proves.length > 0 ? { proves } : {}),
      ...(claims.length > 0 ? { claims } : {}),
    };
    if (conversation.kind === "proactive") conversation.kind = "contact";
    if (placement.beginsWait || status !== statusBefore) turned.set(conversation, after);
    const before = statusBefore === null ? null : { status: statusBefore };
    events.push({ ...about, type: "message.received", before, after });
    ledger.push({ id: item.inboundId, claimed_by: item.claimedBy, conversation_id: conversation.id });
    placed.push({ conversationId: conversation.id, messageId });
  }
  const conversations = await Promise.all(
    [...touched].map(async (conversation) => {
      const row = await conversationRow(conversation);
      Object.assign(turned.get(conversation) ?? {}, dueIn(row));
      return row;
    }),
  );
  const values = [
    customers,
    identities,
    conversations,
    messages,
    attachments,
    events,
    ledger,
    [...facts.values()],
    revoked,
  ].map((rows) => JSON.stringify(rows));
  return { placed, values };
}

/** The block that one of the sender's addresses falls under, in this brand. */
function blockOf(known: Known, { channel, message }: Received): string | null {
  if (known.blocks.size === 0) return null;
  for (const { kind, value } of message.author.identities) {
    const blockId = known.blocks.get(`${channel.brandId} ${kind} ${value}`);
    if (blockId !== undefined) return blockId;
  }
  return null;
}

type Written = { customers: Row[]; identities: Row[]; revoked: Row[] };

/**
 * The customer whose message this is: whoever owns what the network or a check vouches for; where nothing does, whoever
 * owns the first address, which is the one that answers go to. What is only claimed beside those, such as a telephone
 * number in a form, leads into nobody's history. An address that somebody else had only claimed becomes the sender's
 * when they write from it: the claimant keeps their own messages and loses the address.
 * `proves`, `claims`: other customers whose addresses the sender was vouched for, or merely named.
 */
function ownerOf(
  known: Known,
  item: Received,
  rows: Written,
): { customerId: string; proves: string[]; claims: string[] } {
  const { author } = item.message;
  const keyOf = (kind: string, value: string) => `${item.channel.brandId} ${kind} ${value}`;
  const proven = author.identities.filter(isVouched);
  const decisive = proven.length > 0 ? proven : author.identities.slice(0, 1);
  const owned = decisive
    .map((i) => ({ isForged: i.evidence === "failed", owner: known.owners.get(keyOf(i.kind, i.value)) }))
    .find(({ owner, isForged }) => owner !== undefined && (!owner.isWeak || isForged))?.owner?.customerId;
  const customerId = owned ?? newId();
  if (owned === undefined) {
    const name = author.name ?? author.identities[0]?.display ?? "";
    known.customers.set(customerId, { id: customerId, isNew: true, name });
    rows.customers.push({
      id: customerId,
      brand_id: item.channel.brandId,
      name,
      avatar_url: author.avatarUrl,
      language: item.message.language,
      facts: author.facts,
    });
  }
  const proves = new Set<string>();
  const claims = new Set<string>();
  author.identities.forEach((identity, place) => {
    const key = keyOf(identity.kind, identity.value);
    const isMine = decisive.includes(identity);
    const owner = known.owners.get(key);
    if (owner !== undefined) {
      const isTheirs = owner.customerId !== customerId;
      if (isTheirs && (!owner.isWeak || !isMine))
        (isVouched(identity) ? proves : claims).add(owner.customerId);
      // What nobody had checked when it was first seen is vouched for now.
      const isFirmer = !isTheirs && !owner.isProven && isVouched(identity);
      if (!isFirmer && !(isTheirs && owner.isWeak && isMine)) return;
      if (isTheirs) claims.add(owner.customerId);
      forget(rows, owner.identityId, item.receivedAt);
      // A second address is only taken over where the network vouches for it: a header can claim anything.
    } else if (owned !== undefined && identity.evidence === "claimed") return;
    const id = newId();
    const isProven = isVouched(identity);
    // Whoever is known for sure by something else may have claimed this: it is theirs until its owner writes.
    const isWeak = !isProven && (place > 0 || proven.length > 0);
    known.owners.set(key, { customerId, identityId: id, isWeak, isProven });
    rows.identities.push({
      id,
      customer_id: customerId,
      brand_id: item.channel.brandId,
      kind: identity.kind,
      value: identity.value,
      display: identity.display,
      evidence: identity.evidence === "failed" ? "claimed" : identity.evidence,
      verified_at: isProven ? item.receivedAt : null,
    });
  });
  return { customerId, proves: [...proves], claims: [...claims] };
}

function isVouched({ evidence }: IncomingIdentity): boolean {
  return evidence === "network" || evidence === "authenticated";
}

/** An address of the same batch is not written at all; one that is stored is revoked. */
function forget(rows: Written, identityId: string, at: Date): void {
  const place = rows.identities.findIndex(({ id }) => id === identityId);
  if (place >= 0) rows.identities.splice(place, 1);
  else rows.revoked.push({ id: identityId, revoked_at: at });
}

function attachmentRow(file: StoredFile, conversationId: string, messageId: string): Row {
  return {
    id: file.id,
    conversation_id: conversationId,
    message_id: messageId,
    name: file.name,
    content_type: file.contentType,
    size: file.size,
    sha256: file.sha256,
    storage_key: file.storageKey,
    content_id: file.contentId,
  };
}

/** Since when they wait, where that is not the moment of their message. */
function waitOf({ beginsWait, conversation, at }: Placement): Row {
  const since = conversation.waitingSince;
  return beginsWait && since !== null && !isSame(since, at) ? { waiting_since: since } : {};
}

function dueIn(row: Row): Row {
  return {
    ...(row.due_at === null ? {} : { due_at: row.due_at, due_kind: row.due_kind }),
    ...(row.resolve_due_at === null ? {} : { resolve_due_at: row.resolve_due_at }),
  };
}

function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime();
}

async function conversationRow(c: PlacedConversation): Promise<Row> {
  const due = await dueOf(c);
  return {
    id: c.id,
    is_new: c.isNew,
    brand_id: c.brandId,
    customer_id: c.customerId,
    channel_id: c.channelId,
    team_id: c.teamId,
    status: c.status,
    subject: c.subject,
    thread_key: c.threadKey,
    is_public: c.isPublic,
    is_sample: c.isSample,
    waiting_since: c.waitingSince,
    cycle_started_at: c.cycleStartedAt,
    first_response_at: c.firstResponseAt,
    due_at: due.dueAt,
    due_kind: due.dueKind,
    resolve_due_at: due.resolveDueAt,
    pauses: c.pauses,
    snoozed_until: c.snoozedUntil,
    resolved_at: c.resolvedAt,
    no_reply_reason: c.noReplyReason,
    last_message_at: c.lastMessageAt,
    last_customer_message_at: c.lastCustomerMessageAt,
    excerpt: c.excerpt,
    unanswered_count: c.unansweredCount,
    message_count: c.messageCount,
    group_key: c.groupKey,
    block_id: c.blockId,
    version: c.version,
  };
}
