import type {
  CallOutcome,
  ConversationStatus,
  DeliveryState,
  Language,
  MessageKind,
  NoReplyReason,
} from "@/db/enums";
import type { Json } from "@/lib/channels/channel";
import type { EventType } from "@/lib/events";

/** Times cross the edge as ISO 8601 text in UTC. */
export type Iso = string;

export type Person = { id: string; name: string };

/** One row of the queue, as everybody who may see it gets it: nothing in it depends on who looks. */
export type QueueRow = {
  id: string;
  number: number;
  /** Grows with every change; an older row never replaces a newer one. */
  version: number;
  status: ConversationStatus;
  brandId: string;
  teamId: string | null;
  assigneeId: string | null;
  customerId: string;
  customerName: string;
  channelId: string | null;
  channelKind: string;
  isPublic: boolean;
  isRestricted: boolean;
  pin: -1 | 0 | 1;
  subject: string | null;
  excerpt: string;
  /** One reason in words: a key under `queue.reasons` and what fills it. */
  reason: { code: "messages_unanswered" | "public" | "promise" | "first_contact"; count: number } | null;
  dueAt: Iso | null;
  waitingSince: Iso | null;
  snoozedUntil: Iso | null;
  resolvedAt: Iso | null;
  lastMessageAt: Iso;
  lastCustomerMessageAt: Iso | null;
  unansweredCount: number;
  messageCount: number;
  tags: string[];
  isSample: boolean;
};

/** With what only the person who asked knows. */
export type ListedRow = QueueRow & { readAt: Iso | null };

export const viewNames = ["queue", "mine", "team", "waiting", "snoozed", "resolved", "spam"] as const;
export type ViewName = (typeof viewNames)[number];

export const sorts = ["due", "longest"] as const;
export type Sort = (typeof sorts)[number];

export type QueuePage = { items: ListedRow[]; next: string | null; seq: string };

/** How many rows each view has, for the person who asked. */
export type Counts = { queue: number; mine: number; team: number; waiting: number; snoozed: number };

export type FileView = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  contentId: string | null;
  description: string | null;
  /** Path on this installation. */
  url: string;
};

export type DeliveryView = {
  id: string;
  state: DeliveryState;
  mode: "public" | "private";
  sendAfter: Iso;
  attempts: number;
  failure: { code: string; params: { [key: string]: string | number } } | null;
  sentAt: Iso | null;
};

export type MessageView = {
  type: "message";
  id: string;
  kind: MessageKind;
  channelId: string | null;
  channelKind: string | null;
  isPublic: boolean;
  isAutomatic: boolean;
  isFlagged: boolean;
  agent: Person | null;
  authorName: string | null;
  authorAddress: string | null;
  subject: string | null;
  text: string;
  quoteAt: number | null;
  /** True when GET …/messages/:id/html has a document to show in a sandboxed frame. */
  hasHtml: boolean;
  language: string | null;
  url: string | null;
  parent: { author: string; text: string; url: string | null } | null;
  recipients: { to: string[]; cc: string[]; bcc: string[] } | null;
  authentication: string | null;
  callOutcome: CallOutcome | null;
  files: FileView[];
  delivery: DeliveryView | null;
  inboundId: string | null;
  at: Iso;
  editedAt: Iso | null;
  deletedAt: Iso | null;
};

/** A line between messages: who did what. Texts are made on the screen from `event` and `params`. */
export type EventView = {
  type: "event";
  id: string;
  event: EventType;
  actor: { kind: "agent" | "rule" | "network" | "customer" | "system"; name: string | null };
  before: { [key: string]: Json } | null;
  after: { [key: string]: Json } | null;
  at: Iso;
};

export type TimelineItem = MessageView | EventView;

export type IdentityView = {
  id: string;
  kind: string;
  value: string;
  display: string;
  evidence: string;
  verifiedAt: Iso | null;
};

export type CustomerView = {
  id: string;
  name: string;
  avatarUrl: string | null;
  city: string | null;
  language: string | null;
  facts: { [key: string]: Json };
  note: string | null;
  since: Iso;
  identities: IdentityView[];
  /** Their other conversations that I may see, the newest first. */
  conversations: Array<{
    id: string;
    number: number;
    status: ConversationStatus;
    channelKind: string;
    isPublic: boolean;
    subject: string | null;
    excerpt: string;
    lastMessageAt: Iso;
  }>;
};

/** A way to answer this conversation, as the composer offers it. */
export type ReplyWay = {
  mode: "public" | "private";
  channelId: string;
  channelKind: string;
  /** Who will read it by default. */
  to: string[];
  cc: string[];
  canEditRecipients: boolean;
  subject: string | null;
  maxLength: number | null;
  attachments: { max: number; maxBytes: number } | null;
  /** Set when the reply window of the network has passed. */
  closedSince: Iso | null;
};

export type DraftView = {
  mode: "public" | "private" | "note";
  text: string;
  recipients: { to: string[]; cc: string[]; bcc: string[] } | null;
  updatedAt: Iso;
};

export type ConversationView = {
  row: ListedRow;
  brand: { id: string; name: string; letter: string; color: string; colorDark: string };
  createdAt: Iso;
  noReplyReason: NoReplyReason | null;
  /** Oldest first. */
  timeline: TimelineItem[];
  /** Cursor for what is older, or null. */
  older: string | null;
  customer: CustomerView;
  ways: ReplyWay[];
  draft: DraftView | null;
  /** What the reply must carry: the newest thing of this customer that was seen. Opaque. */
  seen: string;
  /** Link to answer on the site, where we cannot answer from here. */
  answerThere: string | null;
};

/** What is newer than what the author of a reply had seen: the details of a 409. */
export type NewerThings = {
  kind: "answered" | "wrote";
  by: string;
  at: Iso;
  /** Null, with an empty excerpt, for a conversation that I may not see. */
  conversationNumber: number | null;
  excerpt: string;
  seen: string;
};

export type SavedReplyView = { id: string; name: string; text: string; language: Language };
