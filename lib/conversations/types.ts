import type {
  ApprovalReason,
  Band,
  BlockKind,
  CallOutcome,
  ConversationKind,
  ConversationStatus,
  DeliveryState,
  IdentityKind,
  Language,
  LinkKind,
  MessageKind,
  NoReplyReason,
  RankedBy,
  TargetKind,
} from "@/db/enums";
import type { Entered, Json, Rating } from "@/lib/channels/channel";
import type { Counting } from "@/lib/channels/counting";
import type { EventType } from "@/lib/events";

/** Times cross the edge as ISO 8601 text in UTC. */
export type Iso = string;

export type Person = { id: string; name: string };

/** Why somebody is as early as they are: a key under `queue.reasons` and what fills it. */
export type Reason = { code: string; params: { [name: string]: string | number } };

/** What the order says of a row in the list of work. */
export type RowRisk = {
  /** What made it so early: their patience, our target, or our promise. */
  by: RankedBy;
  /** Hours of patience left; null for no end, or where nobody waits. */
  hours: number | null;
  promiseAt: Iso | null;
  /** Danger to people: outside the model and every cap. */
  isSafety: boolean;
  /** Somebody said "not a risk", until the next message. */
  isCalmed: boolean;
};

/** One row of the queue, as everybody who may see it gets it: nothing in it depends on who looks. */
export type QueueRow = {
  id: string;
  number: number;
  /** Grows with every change; an older row never replaces a newer one. */
  version: number;
  status: ConversationStatus;
  /** Somebody wrote; we opened it because of a silent sign; or a request under data protection law. */
  kind: ConversationKind;
  brandId: string;
  teamId: string | null;
  assigneeId: string | null;
  customerId: string;
  customerName: string;
  channelId: string | null;
  channelKind: string;
  isPublic: boolean;
  isRestricted: boolean;
  /** Open, and nobody of us has answered yet. */
  isNew: boolean;
  pin: -1 | 0 | 1;
  /** 0 danger to people, 1 put first, 2 as it comes, 3 can wait, 4 nobody wrote: opened by us. */
  lane: number;
  /** Hours that sort inside the lane, the fewest first. */
  rank: number;
  band: Band;
  /** Null until it was ranked, and outside the list of work. */
  risk: RowRisk | null;
  subject: string | null;
  excerpt: string;
  /** The largest one. */
  reason: Reason | null;
  /** The answer or the resolution, whichever is due first. */
  dueAt: Iso | null;
  dueKind: TargetKind | null;
  waitingSince: Iso | null;
  snoozedUntil: Iso | null;
  resolvedAt: Iso | null;
  lastMessageAt: Iso;
  lastCustomerMessageAt: Iso | null;
  unansweredCount: number;
  messageCount: number;
  /** A reply waits for a colleague's yes since then; without `approverId`, for any senior's. */
  approvalSince: Iso | null;
  approverId: string | null;
  tags: string[];
  /** Shared by comments under one public post: see group-rows.ts. */
  groupKey: string | null;
  isSample: boolean;
};

/** With what only the person who asked knows. */
export type ListedRow = QueueRow & { readAt: Iso | null };

export const viewNames = ["queue", "mine", "team", "waiting", "snoozed", "resolved", "spam", "all"] as const;
export type ViewName = (typeof viewNames)[number];

export const sorts = ["left", "longest"] as const;
export type Sort = (typeof sorts)[number];

/** Where a search hit, as plain words around it; `marks` are the places of the words found, [from, to) in `text`. */
export type Snippet = { text: string; marks: Array<[number, number]> };

export type QueuePage = {
  items: ListedRow[];
  next: string | null;
  seq: string;
  /** By conversation, where words were looked for. */
  snippets?: { [id: string]: Snippet };
};

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
  /** Recipients that the other side refused while it took the message for the others. */
  refused: string[];
  sentAt: Iso | null;
};

export type Mention = { kind: "agent" | "team"; id: string; name: string };

/** `promisedFor` is `until` on the wall of the house, the same for everybody who reads it (2026-11-27T18:00). */
export type EnteredView = Omit<Entered, "promised"> & {
  promised: (NonNullable<Entered["promised"]> & { promisedFor: string | null }) | null;
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
  /** Sentences under `channels.remarks`; moments in `params` are ISO 8601. */
  remarks: Array<{ code: string; params: { [name: string]: string } }> | null;
  /** Who of us typed it in, and what was promised on the spot. */
  entered: EnteredView | null;
  callOutcome: CallOutcome | null;
  /** Stars of a review. */
  rating: Rating | null;
  /** Colleagues and teams that a note calls, as `@name` in its text. */
  mentions: Mention[];
  files: FileView[];
  delivery: DeliveryView | null;
  /** The talk with a third party that it belongs to. */
  sideThreadId: string | null;
  /** The colleague who said yes to it, and whether they changed it first. */
  approval: { by: string; isChanged: boolean } | null;
  inboundId: string | null;
  at: Iso;
  editedAt: Iso | null;
  deletedAt: Iso | null;
  /** The colleague who deleted it on the network; null when its author did. */
  deletedBy: string | null;
  /** We hid or liked it on the network; `by` is null when a colleague did it in the network's own app. */
  hidden: { by: string | null } | null;
  liked: { by: string | null } | null;
  /** What can be done to it on the network: customers' public words, where the channel can. */
  acts: ReadonlyArray<"like" | "hide" | "delete">;
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
  /** Of the identity; `api` where a shop or a program told it and not a file. */
  evidence: string;
  verifiedAt: Iso | null;
};

export type CustomerView = {
  /** Of the person: the record that stands for all of theirs. */
  id: string;
  brandId: string;
  name: string;
  avatarUrl: string | null;
  city: string | null;
  language: string | null;
  facts: { [key: string]: Json };
  note: string | null;
  zone: string | null;
  tags: string[];
  /** They do not want to be written to; an answer to what they wrote is no trouble. */
  doNotContactAt: Iso | null;
  /** They took back their consent to be written to unasked. */
  unsubscribedAt: Iso | null;
  /** They objected to being profiled. */
  noProfileAt: Iso | null;
  /** Everything of them was erased: what is left is an empty stub. */
  erasedAt: Iso | null;
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
  /** How the network counts, see lib/channels/counting.ts; readers who must be named in the text count too. */
  counting: Counting;
  namesReaders: boolean;
  /** Light markdown arrives as it is meant; elsewhere its marks are taken out. */
  hasMarks: boolean;
  /** My signature stands below; what was said before is quoted below, unless the author says no. */
  hasSignature: boolean;
  hasHistory: boolean;
  attachments: { max: number; maxBytes: number } | null;
  /** Set when the reply window of the network has passed. */
  closedSince: Iso | null;
  /** When that window passes; null where there is none. */
  closesAt: Iso | null;
  /** Until then everything may be said; after it only somebody's own answer, nothing automatic. */
  freeUntil: Iso | null;
};

export type DraftView = {
  mode: "public" | "private" | "note";
  text: string;
  recipients: { to: string[]; cc: string[]; bcc: string[] } | null;
  updatedAt: Iso;
  /** Grows with every save. */
  version: number;
};

/** Words that several people write, one at a time. */
export type SharedDraftView = {
  mode: "public" | "private" | "note";
  text: string;
  recipients: { to: string[]; cc: string[]; bcc: string[] } | null;
  holder: Person;
  heldSince: Iso;
  updatedAt: Iso;
  version: number;
};

/** What somebody may do with a reply that is held. */
export type HeldAct = "approve" | "return" | "withdraw" | "bypass" | "move" | "send_now";

/** A reply that is written and not let go: it waits for a colleague, for its hour, or was sent back. */
export type HeldView = {
  id: string;
  state: "awaiting" | "scheduled" | "returned" | "stopped";
  author: Person;
  mode: "public" | "private";
  channelKind: string;
  sideThreadId: string | null;
  subject: string | null;
  text: string;
  recipients: { to: string[]; cc: string[]; bcc: string[] };
  files: FileView[];
  afterwards: "stay" | "resolve";
  /** What a yes is said to; hand it back with it. */
  digest: string;
  reason: ApprovalReason | null;
  approver: Person | null;
  fallbackAt: Iso | null;
  fellBackAt: Iso | null;
  decidedBy: Person | null;
  decidedAt: Iso | null;
  comment: string | null;
  sendAt: Iso | null;
  zone: string | null;
  ifTheyWrite: "cancel" | "send";
  stopCode: string | null;
  /** Something was said to or by the customer since it was written. */
  isStale: boolean;
  at: Iso;
  may: HeldAct[];
};

/** A talk with a third party about this conversation. Its messages are in the timeline, under its id. */
export type SideThreadView = {
  id: string;
  subject: string;
  participants: string[];
  at: Iso;
};

/** What a public text about this customer is held against; see lib/replies/check-public.ts. */
export type PublicCheckView = {
  known: { values: readonly string[]; name: string; publicNames: readonly string[] };
  allowed: readonly string[];
};

/** Another conversation of the same customer in which we owe the next move. */
export type AlsoOpen = {
  id: string;
  number: number;
  channelKind: string;
  subject: string | null;
  excerpt: string;
};

/** Another conversation that belongs to this one. */
export type LinkView = {
  id: string;
  number: number;
  kind: LinkKind;
  customerName: string;
  status: ConversationStatus;
  channelKind: string;
  isPublic: boolean;
  subject: string | null;
  excerpt: string;
  lastMessageAt: Iso;
};

/** What stands beside a conversation for whoever decides about it. */
export type Beside = {
  isFollowed: boolean;
  /** What was put into it, and can be taken out. */
  parts: Array<{ id: string; number: number; subject: string | null }>;
  /** The block that filed it; `isOver` when it no longer holds. */
  block: {
    id: string;
    kind: BlockKind;
    identityKind: IdentityKind | null;
    value: string;
    isOver: boolean;
  } | null;
  /** Who may see it, while it is restricted. */
  allowedIds: string[];
  /** A restricted conversation that I may not see is also open with this customer. */
  hasHidden: boolean;
};

export type ConversationView = Beside & {
  links: LinkView[];
  row: ListedRow;
  brand: {
    id: string;
    name: string;
    letter: string;
    color: string;
    colorDark: string;
    /** What we write where we do not know the customer's. */
    language: Language;
  };
  /** What the names in a saved reply stand for here, see lib/text/variables.ts. */
  values: { [name: string]: string };
  /** What stands below my mails to this customer; null for nothing. */
  signature: string | null;
  createdAt: Iso;
  noReplyReason: NoReplyReason | null;
  /** Oldest first. */
  timeline: TimelineItem[];
  /** Cursor for what is older, or null. */
  older: string | null;
  customer: CustomerView;
  ways: ReplyWay[];
  draft: DraftView | null;
  sharedDraft: SharedDraftView | null;
  held: HeldView[];
  sideThreads: SideThreadView[];
  /** Why my reply here goes to a colleague first, and to whom it may go. */
  approval: { reason: ApprovalReason | null; approvers: Person[] };
  /** Null where nothing can be said in public. */
  publicCheck: PublicCheckView | null;
  /** The customer's time zone, else the brand's (IANA). */
  zone: { name: string; of: "customer" | "brand" };
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
