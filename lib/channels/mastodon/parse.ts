import type { Incoming, IncomingMessage, RawItem, RemoteFile } from "@/lib/channels/channel";
import { cleanLine, fileName } from "@/lib/text/clean";
import type { Config } from "./config";
import { type Account, type BareStatus, frame, notification, type Status, status } from "./entities";
import { type Delivery, readDelivery } from "./raw";
import { toText } from "./text";

/**
 * Reads a notification, a status or a frame of the streaming API. Throws on what is none of these, so that it stays
 * visible with its source.
 */
export function parse(raw: RawItem, config: Config): Incoming[] {
  const delivery = readDelivery(raw.meta);
  const reader: Reader = { delivery, domain: delivery.domain ?? hostOf(config.instance) };
  return [read(JSON.parse(new TextDecoder().decode(raw.body)), reader)];
}

/** "@Claire@Mastodon.Example" of anybody, on any instance, in the one form that identities are kept in. */
export function fullAcct(acct: string, domain: string): string {
  const bare = acct.replace(/^@/, "");
  return (bare.includes("@") ? bare : `${bare}@${domain}`).toLowerCase();
}

type Reader = { delivery: Delivery; domain: string };

function read(value: unknown, reader: Reader): Incoming {
  const framed = frame.safeParse(value);
  if (framed.success) return readFrame(framed.data.event, String(framed.data.payload ?? ""), reader);
  const notified = notification.safeParse(value);
  if (notified.success) {
    const { type, status: post, account } = notified.data;
    if (!post || (type !== "mention" && type !== "quote")) return filed("receipt", account, reader);
    return reader.delivery.edited ? edit(post) : message(post, reader);
  }
  const post = status.parse(value);
  return reader.delivery.edited ? edit(post) : statusOf(post, reader);
}

function readFrame(event: string, payload: string, reader: Reader): Incoming {
  switch (event) {
    case "delete":
      if (payload === "") throw new Error("a deletion that names no post");
      return {
        kind: "delete",
        externalId: payload,
        deletedAt: new Date(reader.delivery.seenAt ?? 0),
      };
    case "status.update":
      return edit(status.parse(JSON.parse(payload)));
    case "update":
    case "notification":
      return read(JSON.parse(payload), reader);
    default:
      return { kind: "filed", reason: "receipt", subject: event, from: null };
  }
}

/** A status without a notification around it: written by ourselves, or by somebody whom we follow. */
function statusOf(post: Status, reader: Reader): Incoming {
  const { self, application } = reader.delivery;
  if (post.reblog) return filed("receipt", post.account, reader);
  if (post.account.id !== self?.id) return message(post, reader);
  // Posts of our own app are replies that Avant sent; it knows them already.
  const isSentByUs = application !== null && post.application?.name === application;
  const others = (post.mentions ?? []).filter((mention) => mention.id !== self.id);
  const answersOthers = post.in_reply_to_account_id != null && post.in_reply_to_account_id !== self.id;
  if (isSentByUs || (others.length === 0 && !answersOthers)) return filed("own", post.account, reader);
  return { ...message(post, reader), kind: "ours" };
}

function message(post: Status, reader: Reader): IncomingMessage {
  const files = remoteFiles(post);
  const url = webAddress(post.url) ?? webAddress(post.uri);
  const isPrivate = post.visibility === "direct";
  return {
    kind: "message",
    externalId: post.id,
    inReplyTo: post.in_reply_to_id ? [post.in_reply_to_id] : [],
    token: null,
    threadKey: isPrivate ? directThread(post, reader) : null,
    author: author(post.account, reader),
    // Followers-only posts are not public: a stranger cannot see them.
    public: post.visibility === "public" || post.visibility === "unlisted",
    sentAt: dateOf(post.created_at),
    subject: null,
    // A picture that the instance has not fetched leaves nothing to read but where it is.
    text: words(post) || (files.length > 0 ? "" : (url ?? post.id)),
    quoteAt: null,
    html: null,
    language: post.language ?? null,
    files: [],
    remoteFiles: files,
    parent: parent(post, reader),
    url,
    recipients: {
      to: (post.mentions ?? []).map((mention) => fullAcct(mention.acct, reader.domain)),
      cc: [],
    },
    orderNumber: null,
    rating: null,
    authentication: null,
  };
}

function edit(post: Status): Incoming {
  return {
    kind: "edit",
    externalId: post.id,
    text: words(post),
    html: null,
    editedAt: dateOf(post.edited_at) ?? dateOf(post.created_at) ?? new Date(0),
  };
}

function filed(reason: "own" | "receipt", from: Account, reader: Reader): Incoming {
  return { kind: "filed", reason, subject: null, from: `@${fullAcct(from.acct, reader.domain)}` };
}

function author(account: Account, { domain }: Reader): IncomingMessage["author"] {
  const full = fullAcct(account.acct, domain);
  const display = account.acct.includes("@") ? account.acct : `${account.acct}@${domain}`;
  return {
    name: cleanLine(account.display_name ?? "", 200) || account.username,
    identities: [{ kind: "mastodon", value: full, display: `@${display}`, evidence: "network" }],
    avatarUrl: webAddress(account.avatar_static) ?? webAddress(account.avatar),
    profileUrl: webAddress(account.url),
    facts: {
      ...(account.followers_count == null ? {} : { followers: account.followers_count }),
      ...(account.bot === true ? { bot: true } : {}),
    },
  };
}

/** Everybody in a private exchange but us: Mastodon shows such posts as one conversation of these people. */
function directThread(post: BareStatus, { domain, delivery }: Reader): string {
  const people = [post.account, ...(post.mentions ?? [])]
    .filter((person) => person.id !== delivery.self?.id)
    .map((person) => fullAcct(person.acct, domain));
  return `direct:${[...new Set(people)].sort().join(",")}`;
}

/** The post as people read it: its content warning, its words, the choices of its poll. */
function words(post: BareStatus): string {
  const subject = cleanLine(post.spoiler_text ?? "", 1000);
  const warning = subject === "" ? "" : `CW: ${subject}`;
  const choices = (post.poll?.options ?? []).map((option) => `○ ${cleanLine(option.title, 500)}`).join("\n");
  return [warning, toText(post.content ?? ""), choices].filter((part) => part !== "").join("\n\n");
}

function parent(post: Status, reader: Reader): IncomingMessage["parent"] {
  const given = status.safeParse(reader.delivery.parent);
  const quoted = post.quote?.quoted_status ?? null;
  const above = given.success ? given.data : post.in_reply_to_id ? null : quoted;
  if (!above || above.account.id === reader.delivery.self?.id) return null;
  return {
    externalId: above.id,
    author: `@${fullAcct(above.account.acct, reader.domain)}`,
    text: words(above),
    url: above.url ?? above.uri ?? null,
  };
}

function remoteFiles(post: BareStatus): RemoteFile[] {
  return (post.media_attachments ?? []).flatMap((media) => {
    const url = webAddress(media.url) ?? webAddress(media.remote_url);
    if (url === null) return [];
    const name = fileName(decodeURIComponentSafely(new URL(url).pathname.split("/").pop() ?? "") || media.id);
    return [
      { name, contentType: contentType(name, media.type), url, description: media.description ?? null },
    ];
  });
}

const byExtension: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  heic: "image/heic",
  mp4: "video/mp4",
  webm: "video/webm",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  wav: "audio/wav",
  flac: "audio/flac",
};
// Mastodon says only the family; it re-encodes "gifv" to MP4.
const byType: Record<string, string> = {
  image: "image/jpeg",
  gifv: "video/mp4",
  video: "video/mp4",
  audio: "audio/mpeg",
};

function contentType(name: string, type: string): string {
  const extension = name.split(".").pop()?.toLowerCase() ?? "";
  return byExtension[extension] ?? byType[type] ?? "application/octet-stream";
}

function webAddress(value: string | null | undefined): string | null {
  return value && URL.canParse(value) && /^https?:/i.test(value) ? value : null;
}

function dateOf(value: string | null | undefined): Date | null {
  const at = new Date(value ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hostOf(instance: string): string {
  return URL.canParse(instance) ? new URL(instance).host : instance;
}
