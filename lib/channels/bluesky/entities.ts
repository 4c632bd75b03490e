import { z } from "zod";

// What we read of the lexicons app.bsky.* and chat.bsky.* (docs.bsky.app). Records are written by whoever likes, and
// checked by nobody on the way: all that we can live without may be missing or odd.

const text = z.string().nullish().catch(null);
// Optional: this zod takes a missing key for a fault, and most posts have no embed.
const odd = z.unknown().optional();

export const did = z
  .string()
  .regex(/^did:[a-z]+:[\w.:%-]+$/)
  .max(450);
export const atUri = z
  .string()
  .regex(/^at:\/\/[^\s/]+\/[a-zA-Z0-9.-]+\/[^\s/]+$/)
  .max(900);

export const profile = z.object({
  did,
  handle: z.string().max(300).catch("handle.invalid"),
  displayName: text,
  avatar: text,
  followersCount: z.number().nullish().catch(null),
});
export type Profile = z.infer<typeof profile>;

export const feature = z.object({ $type: z.string(), did: text, uri: text, tag: text });
export const facet = z.object({
  index: z.object({ byteStart: z.number().int().min(0), byteEnd: z.number().int().min(0) }),
  features: z.array(odd).catch([]),
});
export type Facet = z.infer<typeof facet>;

export const ref = z.object({ uri: atUri, cid: z.string().max(300) });
export type Ref = z.infer<typeof ref>;

const blob = z.object({ ref: z.object({ $link: z.string().max(300) }), mimeType: z.string().max(200) });
export const imageRecord = z.object({ alt: text, image: blob });
export const imageView = z.object({ alt: text, fullsize: z.string(), thumb: text });

/** Any embed, of a record or of a view: each kind uses some of these. */
export const embed = z.object({
  $type: z.string().catch(""),
  images: z.array(odd).nullish().catch(null),
  external: z.object({ uri: z.string(), title: text }).nullish().catch(null),
  media: odd,
  record: odd,
  alt: text,
  thumbnail: text,
});

/** The record of a post, app.bsky.feed.post. */
export const record = z.object({
  $type: z.string().catch(""),
  text: z.string().catch(""),
  createdAt: text,
  langs: z.array(z.string()).nullish().catch(null),
  facets: z.array(odd).nullish().catch(null),
  reply: z.object({ root: ref, parent: ref }).nullish().catch(null),
  embed: odd,
});
export type PostRecord = z.infer<typeof record>;

/** app.bsky.feed.defs#postView */
export const post = z.object({
  uri: atUri,
  cid: z.string().max(300),
  author: profile,
  record,
  embed: odd,
  indexedAt: z.string(),
  viewer: z
    .object({ like: text, replyDisabled: z.boolean().nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type Post = z.infer<typeof post>;

/** app.bsky.notification.listNotifications#notification: a post of somebody's without the pictures' addresses. */
export const notification = post.extend({ reason: z.string() });
export type Notification = z.infer<typeof notification>;

/** chat.bsky.convo.defs#messageView */
export const message = z.object({
  id: z.string().min(1).max(300),
  rev: z.string().max(100),
  text: z.string().catch(""),
  facets: z.array(odd).nullish().catch(null),
  embed: odd,
  sender: z.object({ did }),
  sentAt: z.string(),
});
export type Message = z.infer<typeof message>;

/** chat.bsky.convo.defs#convoView */
export const convo = z.object({
  id: z.string().min(1).max(300),
  rev: z.string().max(100),
  members: z.array(profile),
  kind: odd,
});
export type Convo = z.infer<typeof convo>;

/** One event of Jetstream (github.com/bluesky-social/jetstream). */
export const event = z.object({
  did,
  time_us: z.number(),
  kind: z.string(),
  commit: z
    .object({
      operation: z.string(),
      collection: z.string(),
      rkey: z.string().min(1).max(600),
      cid: text,
      record: odd,
    })
    .nullish(),
});
export type Event = z.infer<typeof event>;

export const postCollection = "app.bsky.feed.post";

/** The parts of "at://did/collection/rkey". */
export function partsOf(uri: string): { did: string; collection: string; rkey: string } {
  const [did = "", collection = "", rkey = ""] = uri.replace(/^at:\/\//, "").split("/");
  return { did, collection, rkey };
}
