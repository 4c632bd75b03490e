import type { Band, ConversationKind, ConversationStatus } from "@/db/enums";
import type { IncomingMessage } from "@/lib/channels/channel";
import { excerpt } from "@/lib/text/excerpt";
import { isThanks } from "@/lib/text/thanks";
import { groupKey } from "./group-key";

/** What is known about the senders and threads of the messages at hand, read under their locks. */
export type Known = {
  /** `brand kind value` → the customer who owns it; weakly where they only claimed it beside something surer. */
  owners: Map<string, { customerId: string; identityId: string; isWeak: boolean; isProven: boolean }>;
  customers: Map<string, { id: string; isNew: boolean; name: string }>;
  conversations: Map<string, PlacedConversation>;
  /** `channel externalId` → the conversation that holds this message. */
  byMessage: Map<string, string>;
  /** `channel threadKey` → conversation. */
  byThread: Map<string, string>;
  /** The conversation that a signed token names → where it goes on. */
  byToken: Map<string, string>;
  /** `brand kind value` → the block it falls under. */
  blocks: Map<string, string>;
};

export type PlacedConversation = {
  id: string;
  isNew: boolean;
  brandId: string;
  customerId: string;
  channelId: string | null;
  teamId: string | null;
  assigneeId: string | null;
  status: ConversationStatus;
  subject: string | null;
  threadKey: string | null;
  isPublic: boolean;
  isSample: boolean;
  waitingSince: Date | null;
  cycleStartedAt: Date;
  firstResponseAt: Date | null;
  snoozedUntil: Date | null;
  resolvedAt: Date | null;
  noReplyReason: string | null;
  lastMessageAt: Date;
  lastCustomerMessageAt: Date | null;
  excerpt: string;
  unansweredCount: number;
  messageCount: number;
  /** Comments under one public post share it. */
  groupKey: string | null;
  blockId: string | null;
  isFollowed: boolean;
  /** Other records of the same person, and customers of what was merged into it: their answers belong here too. */
  parties: string[];
  mergedIntoId: string | null;
  version: number;
  /** What targets may ask for; see lib/targets/pick.ts. */
  kind: ConversationKind;
  pin: number;
  tagIds: string[];
  band: Band | null;
  /** Their turn in this cycle, as PostgreSQL's text: from, to, from, to, … */
  pauses: string[];
};

export type Placement = {
  conversation: PlacedConversation;
  opened: boolean;
  reopened: boolean;
  statusBefore: ConversationStatus | null;
  /**
   * Somebody who is not this conversation's customer holds its token, or somebody says they are the customer, knows a
   * message of it, and nothing vouches for them: shown with a warning, never quoted, never answered by default.
   */
  isFlagged: boolean;
  /** A word of thanks in what was done already: nobody owes anything. */
  isQuiet: boolean;
  /** Nobody had waited here before it. */
  beginsWait: boolean;
  /** When it was said, as far as that can be believed. */
  at: Date;
};

/** Longest time before its arrival that a message may claim to have waited: a date header is only a claim. */
const longestClaimMs = 14 * 86_400_000;

/**
 * Decides where one message belongs and what it does to the conversation there; pure, changes `known` in place so
 * that the next message of a batch sees it. A thread is joined only by our signed token, or by a message we know
 * together with its own customer as the sender. A stranger who quotes a known message starts anew.
 */
export function place(
  known: Known,
  input: {
    message: IncomingMessage;
    customerId: string;
    tokenConversationId: string | null;
    /** The sender is blocked in this brand: filed as spam, whatever it answers. */
    blockId: string | null;
    channel: { id: string; brandId: string; teamId: string | null; isSample: boolean };
    receivedAt: Date;
    newId: () => string;
  },
): Placement {
  const { message, channel, customerId } = input;
  const at = saidAt(message.sentAt, input.receivedAt);
  const found = find(known, input);
  if (found === null) {
    const conversation = open(input, at);
    known.conversations.set(conversation.id, conversation);
    if (message.threadKey !== null) known.byThread.set(`${channel.id} ${message.threadKey}`, conversation.id);
    known.byMessage.set(`${channel.id} ${message.externalId}`, conversation.id);
    return {
      conversation,
      opened: true,
      reopened: false,
      statusBefore: null,
      isFlagged: isForged(message),
      isQuiet: false,
      beginsWait: true,
      at,
    };
  }
  const c = found;
  const statusBefore = c.status;
  const waitedBefore = c.waitingSince;
  const isQuiet = (c.status === "resolved" || c.status === "waiting") && saysThanks(message);
  const reopened = c.status === "resolved" && !isQuiet && input.blockId === null;
  if (reopened) {
    // Resolved together with an answer that has not arrived, it may still wait: since its first word.
    c.cycleStartedAt = input.receivedAt;
    c.resolvedAt = null;
    c.noReplyReason = null;
    c.pauses = [];
  }
  if (input.blockId !== null) {
    c.status = "spam";
    c.blockId = input.blockId;
    c.resolvedAt = null;
  }
  if (!isQuiet || input.blockId !== null) {
    if (c.status !== "spam") c.status = "open";
    c.snoozedUntil = null;
    c.waitingSince ??= waits(at, input.receivedAt);
    c.unansweredCount += 1;
    endPause(c, input.receivedAt);
  }
  c.isPublic = message.public;
  c.excerpt = firstWords(message);
  c.messageCount += 1;
  c.version += 1;
  if (at > c.lastMessageAt) c.lastMessageAt = at;
  if (c.lastCustomerMessageAt === null || at > c.lastCustomerMessageAt) c.lastCustomerMessageAt = at;
  known.byMessage.set(`${channel.id} ${message.externalId}`, c.id);
  return {
    conversation: c,
    opened: false,
    reopened,
    statusBefore,
    isFlagged: !isParty(c, customerId) || (input.tokenConversationId === null && isUnproven(message)),
    isQuiet: isQuiet && input.blockId === null,
    beginsWait: waitedBefore === null && c.waitingSince !== null,
    at,
  };
}

/** They have written: it is our turn again, from when it came in. */
function endPause(c: PlacedConversation, receivedAt: Date): void {
  const began = c.pauses.length % 2 === 1 ? c.pauses.at(-1) : undefined;
  if (began === undefined) return;
  c.pauses = [...c.pauses, new Date(Math.max(Date.parse(began), receivedAt.getTime())).toISOString()];
}

function find(known: Known, input: Parameters<typeof place>[1]): PlacedConversation | null {
  const { message, channel, customerId, tokenConversationId } = input;
  if (isForged(message)) return null;
  const inBrand = (id: string | undefined | null) => {
    const c = id ? known.conversations.get(id) : undefined;
    return c?.brandId === channel.brandId ? c : undefined;
  };
  // A message that was split off carries the token of where it was written: what it answers knows better.
  for (const externalId of message.inReplyTo) {
    const c = inBrand(known.byMessage.get(`${channel.id} ${externalId}`));
    if (c && isParty(c, customerId)) return c;
  }
  const byToken = inBrand(tokenConversationId);
  if (byToken) return byToken;
  if (message.threadKey !== null) {
    const c = inBrand(known.byThread.get(`${channel.id} ${message.threadKey}`));
    if (c && isParty(c, customerId)) return c;
  }
  return null;
}

function isParty(c: PlacedConversation, customerId: string): boolean {
  return c.customerId === customerId || c.parties.includes(customerId);
}

function saysThanks(message: IncomingMessage): boolean {
  if (message.files.length > 0 || message.remoteFiles.length > 0) return false;
  return isThanks(message.quoteAt === null ? message.text : message.text.slice(0, message.quoteAt));
}

/** Public comments under one post; direct messages and first posts stand for themselves. */
function groupOf(message: IncomingMessage, channelId: string): string | null {
  const post = message.public ? (message.parent?.externalId ?? message.threadKey) : null;
  return post === null ? null : groupKey(channelId, post);
}

function open(input: Parameters<typeof place>[1], at: Date): PlacedConversation {
  const { message, channel, customerId, receivedAt } = input;
  return {
    id: input.newId(),
    isNew: true,
    brandId: channel.brandId,
    customerId,
    channelId: channel.id,
    teamId: channel.teamId,
    assigneeId: null,
    status: input.blockId === null ? "open" : "spam",
    subject: message.subject,
    threadKey: message.threadKey,
    isPublic: message.public,
    isSample: channel.isSample,
    waitingSince: waits(at, receivedAt),
    cycleStartedAt: receivedAt,
    firstResponseAt: null,
    snoozedUntil: null,
    resolvedAt: null,
    noReplyReason: null,
    lastMessageAt: at,
    lastCustomerMessageAt: at,
    excerpt: firstWords(message),
    unansweredCount: 1,
    messageCount: 1,
    groupKey: groupOf(message, channel.id),
    blockId: input.blockId,
    isFollowed: false,
    parties: [],
    mergedIntoId: null,
    version: 1,
    kind: "contact",
    pin: 0,
    tagIds: [],
    band: null,
    pauses: [],
  };
}

/** The receiving side checked the sender and it is not who it says. */
function isForged(message: IncomingMessage): boolean {
  return message.author.identities.some((identity) => identity.evidence === "failed");
}

/**
 * The receiving side checked the sender, and neither domain nor signature vouches for them. Where nobody checked we
 * cannot tell, and most mail would be suspect.
 */
function isUnproven({ authentication, author }: IncomingMessage): boolean {
  const wasChecked = authentication !== null && /\b(?:spf|dkim|dmarc)=[a-z]/.test(authentication);
  return wasChecked && author.identities.every(({ evidence }) => evidence === "claimed");
}

function firstWords(message: IncomingMessage): string {
  const own = message.quoteAt === null ? message.text : message.text.slice(0, message.quoteAt);
  return excerpt(own) || excerpt(message.subject ?? "") || (message.files[0]?.name ?? "");
}

function saidAt(sentAt: Date | null, receivedAt: Date): Date {
  return sentAt !== null && sentAt <= receivedAt && sentAt.getTime() > 0 ? sentAt : receivedAt;
}

function waits(at: Date, receivedAt: Date): Date {
  return new Date(Math.max(at.getTime(), receivedAt.getTime() - longestClaimMs));
}
