import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import type { z } from "zod";
import type { IdentityKind } from "@/db/enums";
import type { Counting } from "./counting";

/** JSON as it is stored. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * One thing exactly as the outside gave it. It is stored before anybody looks inside, so that a fault in our
 * reading never loses a customer's words.
 */
export type RawItem = {
  /** The outside's own id, unique within the channel; where it has none, a checksum of the body. */
  externalId: string;
  /** The bytes: a MIME source, a JSON document, … */
  body: Uint8Array;
  contentType: string;
  /** What is known about the delivery but not in the bytes: envelope, peer address, header of a webhook. */
  meta: { [key: string]: Json };
  /**
   * Whose item it is, where one webhook serves many accounts of the same application: kind and address of the other
   * channel. Left out for our own. Core hands it over only to a channel that names the same `application`.
   */
  sister?: { kind: string; address: string };
};

/** One address, handle or number of a person, as the channel knows it. `value` is already normalised. */
export type IncomingIdentity = {
  kind: IdentityKind;
  value: string;
  /** As people write it ("@claire@mastodon.example"). */
  display: string;
  /** How sure the channel is that the author owns it: the network says so, a check passed, or it is only claimed. */
  evidence: "network" | "authenticated" | "claimed" | "failed";
};

export type IncomingFile = {
  name: string;
  contentType: string;
  bytes: Uint8Array;
  /** Content-ID without the angle brackets, when the text shows it inline. */
  contentId: string | null;
};

/** A file that lies at an address; fetched later through safeFetch, never by the parser. */
export type RemoteFile = { name: string; contentType: string; url: string; description: string | null };

export type IncomingMessage = {
  kind: "message";
  externalId: string;
  /** Ids of messages this one answers, the nearest first (In-Reply-To, References; a parent post). */
  inReplyTo: string[];
  /** Our own signed token found in a recipient address, a Message-ID or a hidden field; checked by core. */
  token: string | null;
  /** Key that groups messages on the network itself (a direct-message conversation); null where it has none. */
  threadKey: string | null;
  author: {
    name: string | null;
    identities: IncomingIdentity[];
    avatarUrl: string | null;
    profileUrl: string | null;
    /** Facts to keep on the customer, such as { followers: 2310 }. */
    facts: { [key: string]: Json };
  };
  public: boolean;
  sentAt: Date | null;
  subject: string | null;
  /** Plain text, never empty unless the message is only files. */
  text: string;
  /** Where quoted history begins in `text` (UTF-16 units), or null. */
  quoteAt: number | null;
  /** HTML as it came, unsanitised; sanitising happens when it is shown. */
  html: string | null;
  language: string | null;
  files: IncomingFile[];
  remoteFiles: RemoteFile[];
  /** The post that this one answers, when it is not one of ours. */
  parent: { externalId: string; author: string; text: string; url: string | null } | null;
  url: string | null;
  /** Everybody it was addressed to, normalised, ourselves included. */
  recipients: { to: string[]; cc: string[] };
  /** An order number that the customer typed into a field made for it. */
  orderNumber: string | null;
  /** Stars of a review, such as 2 of 5; null where nobody gives any. */
  rating: Rating | null;
  /** What the network or the receiving server found out about the sender ("dmarc=pass"), shown as said. */
  authentication: string | null;
  /** What is to be said about it beside its words; left out where there is nothing. */
  remarks?: Remark[];
  /** Who of us typed it in, and what they know beside the words; left out where it came by itself. */
  entered?: Entered;
};

/** A message that a colleague typed in: who, where they heard or found it, and what they promised on the spot. */
export type Entered = {
  by: { id: string; name: string };
  place: "shop" | "phone" | "site";
  /** `until` is an ISO moment, null without a date or for one that could not be read; `words` are the date as typed. */
  promised: { what: string; until: string | null; words: string | null } | null;
};

/** What somebody types in by hand, as core hands it to the channel that keeps it. Moments are ISO 8601. */
export type HandEntry = {
  /** Made by the device that it was typed on: the same entry sent twice is one. */
  id: string;
  at: string;
  who: string;
  email: string | null;
  phone: string | null;
  /** Of what was found on a site. */
  url: string | null;
  text: string;
  danger: "yes" | "no" | null;
  language: string | null;
  entered: Entered;
};

/**
 * A sentence under `channels.remarks`, such as "this mail is encrypted and cannot be read here". Moments in `params`
 * are ISO 8601 (with "Z", or a bare day); whoever shows them knows the house's zone.
 */
export type Remark = { code: string; params: { [name: string]: string } };

export type Rating = { value: number; of: number };

/** Why something was kept but is nobody's question: never answered, never counted. */
export type FiledReason = "auto_reply" | "bounce_unknown" | "list" | "loop" | "own" | "receipt" | "duplicate";

export type Incoming =
  | IncomingMessage
  /** The author changed their text; the old one is kept as a version. */
  | {
      kind: "edit";
      externalId: string;
      text: string;
      html: string | null;
      editedAt: Date;
      /** New stars of a review; left out where they stay or where there are none. */
      rating?: Rating;
    }
  /** The author deleted it. */
  | { kind: "delete"; externalId: string; deletedAt: Date }
  /** One of us hid it in the network's own app, or shows it again. */
  | { kind: "hidden"; externalId: string; isHidden: boolean; at: Date }
  /** Delivery of something of ours failed. `of` is our Message-ID or network id; null when it does not say. */
  | { kind: "bounce"; of: string | null; recipient: string | null; permanent: boolean; reason: string }
  /** Written by one of us in the network's own app. */
  | (Omit<IncomingMessage, "kind"> & { kind: "ours" })
  | { kind: "filed"; reason: FiledReason; subject: string | null; from: string | null };

export type Capabilities = {
  /** Ways out: to everyone, to the customer alone. An empty list means "answer there", with a link. */
  reply: ReadonlyArray<"public" | "private">;
  /** True where the text may carry HTML beside the plain one. */
  html: boolean;
  subject: boolean;
  /** Recipients can be edited (To, Cc, Bcc). */
  recipients: boolean;
  /** Longest text in the network's own counting; null without a limit. */
  maxLength: number | null;
  /** How the network counts (lib/channels/counting.ts); the browser counts by the same rule. */
  counting: Counting;
  /** Whoever is answered must be named in the text, which counts. */
  namesReaders: boolean;
  /** A signature stands below a private reply. */
  signature: boolean;
  /** What was said before is quoted below a reply, as mail programs do. */
  history: boolean;
  attachments: { max: number; maxBytes: number } | null;
  /** Hours after the customer's last message in which a private reply is accepted; null without a limit. */
  replyWindowHours: number | null;
  /**
   * Hours of that window in which everything may be said; after them only a person's own answer to what was asked,
   * nothing automatic. Null where the window has no such part.
   */
  freeWindowHours: number | null;
  /** The channel can tell, after a crash, whether a message with our id has left. */
  sentLookup: boolean;
  /** The author's later edits reach us. */
  edits: boolean;
  /** The author's deletions reach us. */
  deletes: boolean;
  /** Finds posts that name the brand without addressing it. */
  search: boolean;
  /** What may be done to a customer's public words on the network itself. */
  act: ReadonlyArray<"like" | "hide" | "delete">;
  /** One public answer to each message, which a later one replaces: `outgoing.replaces` says which. */
  singleAnswer: boolean;
  /** Messages carry stars. */
  rating: boolean;
  /** Replies to this channel's conversations leave by another channel of the brand (a form answers by e-mail). */
  repliesThrough: "email" | null;
  /** Somebody types the messages in: what was said in the shop or on the phone, or a post by its link. */
  byHand: "note" | "link" | null;
};

/** Every act has its way back but the last: what the network deletes is gone there. */
export const postVerbs = ["like", "unlike", "hide", "unhide", "delete"] as const;
export type PostVerb = (typeof postVerbs)[number];

export type Outgoing = {
  /** Our message's id; also the idempotency key where the network takes one. */
  messageId: string;
  /** Fixed when the reply was written, e.g. an RFC 5322 Message-ID. */
  externalId: string;
  mode: "public" | "private";
  from: { name: string; agentName: string };
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string | null;
  /** Light markdown, as the agent wrote it, signature included. */
  text: string;
  /** The message that is answered, for quoting and threading; null for a first contact. */
  answers: { externalId: string; text: string; author: string; sentAt: Date; public: boolean } | null;
  /** Our earlier public answer to the same message, where the channel takes only one (`can.singleAnswer`). */
  replaces: string | null;
  /** What was said before with these readers, the newest first; empty where nothing is to be quoted. */
  history: Array<{ text: string; author: string; sentAt: Date }>;
  /** Time zone of the house (IANA), for dates in the text. */
  zone: string;
  /** Message-IDs of the thread from the oldest to the newest. */
  references: string[];
  threadKey: string | null;
  /** The signed token that threads the customer's answer. */
  token: string;
  /** Addresses that the answered messages were sent to, the nearest first: one of our own is whom they wrote to. */
  writtenTo?: readonly string[];
  files: Array<{
    name: string;
    contentType: string;
    contentId: string | null;
    size: number;
    open(): Promise<Readable>;
  }>;
  /** True for an automatic acknowledgement, which must say so (RFC 3834). */
  automatic: boolean;
  language: string;
};

/** The network's id, and the recipients that were refused while the others were taken. */
export type Sent = { externalId: string; refused?: string[] };

/** Throw this from `send`, `check` or `poll`: it may work later. `code` names a sentence under `channels.errors`. */
export class Temporary extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    /** Do not try before this moment, when the other side said so. */
    readonly retryAt: Date | null = null,
  ) {
    super(`temporary: ${code}`);
  }
}

/** It will never work like this: the address does not exist, the text is refused, access was taken away. */
export class Permanent extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`permanent: ${code}`);
  }
}

/** The connection broke after the message may have left and before the other side said so. */
export class Uncertain extends Error {
  constructor(readonly code: string) {
    super(`uncertain: ${code}`);
  }
}

export type Context<Config> = {
  channelId: string;
  config: Config;
  /** Base address of this installation, without a slash at the end. */
  appUrl: string;
  fetch: typeof fetch;
  /**
   * A guarded connection for what is not HTTP (a websocket), by the same rules as `fetch`: safeConnect of
   * lib/safe-fetch.ts. Where it is missing, a channel that needs it falls back to polling.
   */
  connect?(target: { host: string; port: number; tls: boolean; signal?: AbortSignal }): Promise<Socket>;
  /** Aborted when the channel is stopped, changed or deleted. */
  signal: AbortSignal;
  now(): Date;
  /** The last cursor that was committed, or null. */
  cursor(): Promise<string | null>;
  /** Refreshed tokens and the like; merged into the encrypted config. */
  saveSecrets(secrets: Partial<Config>): Promise<void>;
  /** The secrets as they are stored now: another process may have renewed what a held connection began with. */
  stored?(): Promise<{ [name: string]: Json }>;
  /** When the access we were given ends, as far as the other side says; people are told a week before. */
  expires(at: Date | null): Promise<void>;
  /**
   * Takes a one-use key for `ttlSeconds` and resolves with the value it was first taken with: `value` itself when
   * the key was free, or when the same caller repeats after a crash; another one when somebody came first.
   */
  claim(key: string, value: string, ttlSeconds: number): Promise<string>;
  log: { info(data: object, text: string): void; warn(data: object, text: string): void };
  /** What `listen` knows about its connection: null when all is well. May be called often; core stores changes. */
  health(report: HealthReport | null): void;
  /**
   * The log of knocks at somebody else's door, for channels that send to a receiver of the customer's making. Missing
   * where nothing is kept (a test of settings that are not saved).
   */
  knocks?: {
    /** Keeps one; `health` is what the channel has to say now, null when all is well. */
    keep(knock: Knock, health: HealthReport | null): Promise<void>;
    /** Failures since the last success, and when the first of them was. */
    failing(): Promise<{ count: number; since: Date | null }>;
  };
  /** What the installation itself offers for mail (SMTP_URL, SMTP_IN_PORT, …). */
  mail: {
    /** Outgoing server for channels that name none of their own, e.g. "smtp://user:pass@host:587"; null without. */
    smtpUrl: string | null;
    /** Where the built-in mail listener binds; null when this process does not listen for mail. */
    listenAt: { host: string; port: number } | null;
    /** Certificate and key (PEM) for STARTTLS on the built-in listener. */
    tls: { cert: string; key: string } | null;
  };
};

/** One try to hand something over: what the other side answered (`status` null: nothing), in what time, its first words. */
export type Knock = {
  /** Our message, or null for a test. */
  messageId: string | null;
  status: number | null;
  ms: number;
  answer: string;
};

/**
 * Stores items and the cursor in one transaction. When it resolves they are safe: only then may a channel say
 * 250, 200, or mark something as seen. Items already known are ignored; a null cursor keeps the last one.
 */
export type Accept = (
  items: RawItem[],
  cursor: string | null,
) => Promise<{ accepted: number; known: number }>;

export type HealthReport = { code: string; params: Record<string, string | number> };

/** How a field of `config` looks in the settings form; attached with `z.….meta({...})`. */
export type FieldMeta = {
  /** Message key under `channels.<kind>.fields`. */
  field: string;
  secret?: true;
  multiline?: true;
  placeholder?: string;
  /** Rarely needed: stands in the folded part of the form. */
  advanced?: true;
  /** Kept by the channel itself, such as tokens of a sign-in: never in the form. */
  hidden?: true;
};

/** One step of the page that guides somebody through connecting: what to do there, and what to copy from here. */
export type GuideStep = {
  /** Message key under `channels.<kind>.guide`: what to create or to tick, and why. */
  step: string;
  /** The page on the other side where it is done. */
  href?: string;
  /** What the other side asks for: the address of our webhook, or the one that a sign-in there comes back to. */
  copy?: "webhook" | "redirect";
};

/** A sign-in on the other side that gives us access (RFC 6749 with PKCE, RFC 7636), for channels that have one. */
export type SignIn<Config> = {
  /** Address of the other side's page. `challenge` is the S256 code challenge of the verifier that `finish` gets. */
  start(
    ctx: Context<Config>,
    at: { redirectUrl: string; state: string; challenge: string },
  ): Promise<string> | string;
  /** Changes the code for tokens; what it resolves with is merged into the sealed settings. */
  finish(
    ctx: Context<Config>,
    got: { code: string; verifier: string; redirectUrl: string },
  ): Promise<Partial<Config>>;
};

/**
 * What is fed: new messages, or a change to one of them by the source's own id. A caller who is `known` has signed in
 * or brought a token of ours, and core has asked whether they may; a `stranger` must show a signature.
 */
export type FeedRoute = { caller: "known" | "stranger" } & (
  | { does: "add" }
  | { does: "edit" | "delete"; externalId: string }
);

/** A file of messages, row by row: what its columns mean, and what each row would be. */
export type FileReading = {
  /** `field` is one of the reader's `fields`, null for a column that is not used; `example` the first cell with words. */
  columns: Array<{ name: string; field: string | null; example: string }>;
  lines: FileLine[];
};

/** `line` counts from 1, the head not counted. `row` is what was read, by field. */
export type FileLine = { line: number; row: { [field: string]: string } } & (
  | { problem: string; externalId: string | null }
  | {
      problem: null;
      externalId: string;
      /** The file says that its author has deleted it. */
      isDeleted: boolean;
      items: { isNew: RawItem; isChanged: RawItem; answer: RawItem | null };
    }
);

export type FileReader<Config> = {
  /** What a column may mean: words under `channels.<kind>.columns`, and a row's problems under `…problems`. */
  fields: readonly string[];
  /** Pure. `columns` by place, null to go by their names. Null when it is nothing of the kind. */
  read(
    bytes: Uint8Array,
    columns: ReadonlyArray<string | null> | null,
    config: Config,
    now: Date,
  ): FileReading | null;
  /** What says that a message is gone which a file of everything no longer has. */
  gone(externalId: string, now: Date): RawItem;
};

export interface Channel<Config> {
  kind: string;
  /** Name of the icon that stands for it (lucide, or one of our redrawn network marks). */
  icon: string;
  /** The settings form is rendered from it; fields whose meta says `secret` are encrypted at rest. */
  config: z.ZodType<Config>;
  can: Capabilities;
  /** Hours of business time in which people expect a first answer here; the default response target. */
  toleranceHours: number;
  /** In order; a bare text is a step with nothing to copy. */
  guide: readonly (string | GuideStep)[];
  /** "Sign in with …": the button stands in the settings of the channel. */
  signIn?: SignIn<Config>;
  /** Which application of the network the account belongs to: accounts of one share a webhook, see RawItem. */
  application?(config: Config): string;
  /** Holds a connection open and hands items over as they come. Resolves to a function that stops it. */
  listen?(ctx: Context<Config>, accept: Accept): Promise<() => Promise<void>>;
  /** One look at the other side; `pollSeconds` apart. */
  poll?(ctx: Context<Config>, cursor: string | null): Promise<{ items: RawItem[]; cursor: string | null }>;
  pollSeconds?: number;
  /**
   * Verifies signature or token over the raw bytes first. A Response is sent as it is and nothing is stored.
   * `peer` is the caller's network address, null when unknown. Gets every method of /api/hooks/<kind>/<slug or id>.
   */
  webhook?(ctx: Context<Config>, request: Request, peer: string | null): Promise<RawItem[] | Response>;
  /** `webhook` reads large bodies and limits them itself; else core hands over no more than 5 MB. */
  capsBody?: true;
  /** As `webhook`, at the channel's own place in the API: POST, PATCH and DELETE of /channels/<id>/messages. */
  feed?(ctx: Context<Config>, request: Request, route: FeedRoute): Promise<RawItem[] | Response>;
  /** Whether a pasted address belongs to its network; a channel without this takes any. */
  takes?(url: string): boolean;
  /** What a colleague typed in, as the item that `parse` will read. */
  enter?(entry: HandEntry): RawItem;
  /**
   * Fetches a remote file that only this channel can reach; its `url` is an address of the channel's own making, which
   * holds no secret. Null for what will never come. Throws Temporary when it may work later.
   */
  openFile?(
    ctx: Context<Config>,
    url: string,
  ): Promise<{ bytes: Uint8Array; contentType: string | null } | null>;
  /**
   * Adds to what a webhook brought what its bytes leave out and only this account may ask for: a name, the post above.
   * What cannot be had stays out; a throw makes the caller repeat the whole delivery.
   */
  complete?(ctx: Context<Config>, items: RawItem[]): Promise<RawItem[]>;
  /** Shapes the answer once the items are stored; without it the caller gets an empty 200. */
  accepted?(ctx: Context<Config>, request: Request, items: RawItem[]): Promise<Response>;
  /** Reads one item. Runs in a worker thread with a deadline; no network, no clock, same input same output. */
  parse(raw: RawItem, config: Config): Promise<Incoming[]> | Incoming[];
  /** Which of `can.reply` these settings (the secrets not among them) leave; all of them where it is missing. */
  ways?(settings: { readonly [name: string]: Json | undefined }): ReadonlyArray<"public" | "private">;
  /** Takes whole files, such as an export of a site's reviews. */
  file?: FileReader<Config>;
  /** Sends; resolves with the network's id. Throws Temporary, Permanent or Uncertain. */
  send?(ctx: Context<Config>, outgoing: Outgoing): Promise<Sent>;
  /** After a crash: has the message with this id left? null when the other side cannot tell. */
  hasSent?(ctx: Context<Config>, outgoing: Outgoing): Promise<boolean | null>;
  /** Likes, hides or deletes a customer's public words on the network. Safe to repeat. Throws as `send` does. */
  act?(
    ctx: Context<Config>,
    verb: PostVerb,
    target: { externalId: string; url: string | null; threadKey: string | null },
  ): Promise<void>;
  /** Replies go to a receiver of the house's own making: each knock is kept, and all can be handed over again. */
  knocks?: true;
  /** "Test connection": null when all is well. */
  check(ctx: Context<Config>): Promise<HealthReport | null>;
  /** Ways a public address is made for people to reach it, e.g. "/f/contact"; null without one. */
  publicPath?(config: Config): string | null;
}
