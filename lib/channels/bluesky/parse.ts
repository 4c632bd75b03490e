import { z } from "zod";
import type { Incoming, IncomingMessage, RawItem } from "@/lib/channels/channel";
import { cleanLine } from "@/lib/text/clean";
import type { Config } from "./config";
import { picturesOf, quotedOf, withCards } from "./embeds";
import {
  type Event,
  event,
  type Message,
  message,
  notification,
  type Post,
  type Profile,
  partsOf,
  post,
  postCollection,
  profile,
  record,
} from "./entities";
import { type Delivery, messageKey, readDelivery } from "./raw";
import { mentioned, readable } from "./text";

/**
 * Reads a notification, a post as any list shows it, a direct message, an event of Jetstream, or a whole page of
 * these. Throws on what is none of them, so that it stays visible with its source.
 */
export function parse(raw: RawItem, _config: Config): Incoming[] {
  const delivery = readDelivery(raw.meta);
  return read(JSON.parse(new TextDecoder().decode(raw.body)), delivery);
}

const page = z.union([
  z.object({ notifications: z.array(z.unknown()) }).transform((one) => one.notifications),
  z.object({ posts: z.array(z.unknown()) }).transform((one) => one.posts),
  z.object({ feed: z.array(z.unknown()) }).transform((one) => one.feed),
  z.object({ messages: z.array(z.unknown()) }).transform((one) => one.messages),
]);
const inFeed = z.object({
  post: z.unknown(),
  reply: z.object({ parent: z.json() }).nullish().catch(null),
  reason: z.unknown().optional(),
});
const only = z.object({ uri: z.string() });

function read(value: unknown, delivery: Delivery): Incoming[] {
  const many = page.safeParse(value);
  if (many.success && many.data.length > 0) return many.data.flatMap((one) => read(one, delivery));
  if (delivery.change === "delete") return [gone(only.parse(value).uri, delivery)];
  const told = notification.safeParse(value);
  if (told.success) return [isPost(told.data) ? ofPost(told.data, delivery) : receipt(told.data)];
  const listed = post.safeParse(value);
  if (listed.success) return [ofPost(listed.data, delivery)];
  const said = message.safeParse(value);
  if (said.success) return [ofMessage(said.data, delivery)];
  const heard = event.safeParse(value);
  if (heard.success) return [ofEvent(heard.data, delivery)];
  const fed = inFeed.parse(value);
  const shown = post.parse(fed.post);
  if (fed.reason != null) return [receipt(shown)];
  return [ofPost(shown, { ...delivery, parent: delivery.parent ?? fed.reply?.parent ?? null })];
}

const reasons = ["mention", "reply", "quote"];

/** A like or a new follower is a notification too, and nobody's question. */
function isPost(told: { reason: string; uri: string }): boolean {
  return reasons.includes(told.reason) && partsOf(told.uri).collection === postCollection;
}

function ofPost(shown: Post, delivery: Delivery): Incoming {
  if (delivery.change === "edit") return edit(shown.uri, shown, delivery);
  if (shown.author.did !== delivery.self) return { kind: "message", ...told(shown, delivery) };
  if (!concernsOthers(shown, delivery.self)) return { ...receipt(shown), reason: "own" };
  return { kind: "ours", ...told(shown, delivery) };
}

/** An answer to somebody else, or a post that names them: what else we say there is nobody's question. */
export function concernsOthers({ record }: Pick<Post, "record">, self: string): boolean {
  const { reply, facets } = record;
  const others = reply ? [reply.parent.uri, reply.root.uri].map((uri) => partsOf(uri).did) : [];
  return [...others, ...mentioned(facets ?? [])].some((did) => did !== self);
}

function told(shown: Post, delivery: Delivery): Omit<IncomingMessage, "kind"> {
  const { record: said, uri } = shown;
  const files = picturesOf(shown);
  const url = pageOf(uri);
  const above = said.reply ? [said.reply.parent.uri, said.reply.root.uri] : [];
  return {
    externalId: uri,
    inReplyTo: [...new Set(above)],
    token: null,
    threadKey: null,
    author: author(shown.author, delivery),
    public: true,
    sentAt: saidAt(said.createdAt, shown.indexedAt),
    subject: null,
    text: words(shown) || (files.length > 0 ? "" : url),
    quoteAt: null,
    html: null,
    language: language(said.langs),
    files: [],
    remoteFiles: files,
    parent: parentOf(shown, delivery),
    url,
    recipients: { to: addressed(shown), cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
  };
}

function words({ record: said, embed }: Pick<Post, "record" | "embed">): string {
  return withCards(readable(said.text, said.facets ?? []), said.embed, embed);
}

function addressed({ record: said }: Post): string[] {
  const parent = said.reply ? [partsOf(said.reply.parent.uri).did] : [];
  return [...new Set([...parent, ...mentioned(said.facets ?? [])])].slice(0, 100);
}

function author(given: Profile, delivery: Delivery): IncomingMessage["author"] {
  const whole = profile.safeParse(delivery.profile);
  const known = whole.success && whole.data.did === given.did ? whole.data : given;
  const handle = known.handle === "handle.invalid" ? null : known.handle;
  return {
    name: cleanLine(known.displayName ?? "", 200) || cleanLine(handle ?? known.did, 200),
    // The DID stays when somebody takes another handle.
    identities: [
      { kind: "bluesky", value: known.did, display: handle ? `@${handle}` : known.did, evidence: "network" },
    ],
    avatarUrl: webAddress(known.avatar),
    profileUrl: `https://bsky.app/profile/${known.did}`,
    facts: known.followersCount == null ? {} : { followers: known.followersCount },
  };
}

function parentOf(shown: Post, delivery: Delivery): IncomingMessage["parent"] {
  const given = post.safeParse(delivery.parent);
  const above = given.success ? given.data : shown.record.reply ? null : quotedOf(shown.embed);
  if (!above || above.author.did === delivery.self) return null;
  return {
    externalId: above.uri,
    author: above.author.handle === "handle.invalid" ? above.author.did : `@${above.author.handle}`,
    text: words(above),
    url: pageOf(above.uri),
  };
}

function edit(uri: string, now: Pick<Post, "record" | "embed">, delivery: Delivery): Incoming {
  return {
    kind: "edit",
    externalId: uri,
    text: words(now),
    html: null,
    editedAt: new Date(delivery.seenAt ?? 0),
  };
}

function gone(uri: string, delivery: Delivery): Incoming {
  return { kind: "delete", externalId: uri, deletedAt: new Date(delivery.seenAt ?? 0) };
}

function receipt(from: { author: Profile }): Extract<Incoming, { kind: "filed" }> {
  return { kind: "filed", reason: "receipt", subject: null, from: `@${from.author.handle}` };
}

/** An event of the network's stream knows its author only by the DID. */
function ofEvent(heard: Event, delivery: Delivery): Incoming {
  const { did, commit } = heard;
  if (commit?.collection !== postCollection) {
    return { kind: "filed", reason: "receipt", subject: heard.kind, from: did };
  }
  const uri = `at://${did}/${commit.collection}/${commit.rkey}`;
  const at = new Date(heard.time_us / 1000).toISOString();
  if (commit.operation === "delete") return gone(uri, { ...delivery, seenAt: at });
  const shown = post.parse({
    uri,
    cid: commit.cid ?? "",
    author: { did },
    record: record.parse(commit.record),
    indexedAt: at,
  });
  if (commit.operation === "update") return edit(uri, shown, { ...delivery, seenAt: at });
  return ofPost(shown, delivery);
}

function ofMessage(said: Message, delivery: Delivery): Incoming {
  const members = z.array(profile).safeParse(delivery.convo?.members).data ?? [];
  const sender = members.find((one) => one.did === said.sender.did);
  const other = members.find((one) => one.did !== delivery.self);
  const id = delivery.convo?.id ?? "";
  const url = id === "" ? "https://bsky.app/messages" : `https://bsky.app/messages/${encodeURIComponent(id)}`;
  const text = withCards(readable(said.text, said.facets ?? []), null, said.embed);
  const isOurs = said.sender.did === delivery.self;
  return {
    kind: isOurs ? "ours" : "message",
    externalId: messageKey(id, said.id),
    inReplyTo: delivery.convo?.before ?? [],
    token: null,
    threadKey: id === "" ? null : `convo:${id}`,
    author: author(sender ?? { ...said.sender, handle: "handle.invalid" }, delivery),
    public: false,
    sentAt: dateOf(said.sentAt),
    subject: null,
    text: text || url,
    quoteAt: null,
    html: null,
    language: null,
    files: [],
    remoteFiles: [],
    parent: null,
    url,
    recipients: { to: [isOurs ? other?.did : delivery.self].flatMap((one) => one ?? []), cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
  };
}

/** Where people read a post; by the DID, since a handle may change. */
export function pageOf(uri: string): string {
  const { did, rkey } = partsOf(uri);
  return `https://bsky.app/profile/${did}/post/${rkey}`;
}

const claimMs = 10 * 60_000;

/** The author's clock is only a claim; when it is far from what the network saw, the network is believed. */
function saidAt(claimed: string | null | undefined, seen: string): Date | null {
  const [said, indexed] = [dateOf(claimed), dateOf(seen)];
  if (said === null || indexed === null) return indexed ?? said;
  const early = indexed.getTime() - said.getTime();
  return early >= 0 && early <= claimMs ? said : indexed;
}

function dateOf(value: string | null | undefined): Date | null {
  const at = new Date(value ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

function language(langs: readonly string[] | null | undefined): string | null {
  const first = (langs ?? [])[0] ?? "";
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(first) ? first : null;
}

function webAddress(value: string | null | undefined): string | null {
  return value && URL.canParse(value) && /^https?:/i.test(value) ? value : null;
}
