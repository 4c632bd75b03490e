import { z } from "zod";
import type { Incoming, IncomingMessage, RawItem, RemoteFile } from "@/lib/channels/channel";
import { cleanLine, cleanText, fileName } from "@/lib/text/clean";
import { absolute, webText } from "@/lib/text/web-text";
import type { Config } from "./config";
import { type Post, post } from "./entities";
import { type Delivery, readDelivery } from "./raw";

const deleted = z.object({ id: z.number().int() });

/** Reads a post as the API or a webhook gave it, a later version of one, or that one is gone. */
export function parse(raw: RawItem, config: Config): Incoming[] {
  const delivery = readDelivery(raw.meta);
  const value: unknown = JSON.parse(new TextDecoder().decode(raw.body));
  const seenAt = new Date(delivery.seenAt ?? 0);
  if (delivery.part === "delete") {
    return [{ kind: "delete", externalId: String(deleted.parse(value).id), deletedAt: seenAt }];
  }
  const wrapped = z.object({ post }).safeParse(value);
  const read = wrapped.success ? wrapped.data.post : post.parse(value);
  if (delivery.part === "edit") {
    const editedAt = dateOf(read.updated_at) ?? seenAt;
    const html = cleanText(read.cooked ?? "", 300_000) || null;
    return [{ kind: "edit", externalId: String(read.id), text: wordsOf(read, config), html, editedAt }];
  }
  // "Closed this topic" is nobody's word.
  if (read.post_type === 3)
    return [{ kind: "filed", reason: "receipt", subject: null, from: `@${read.username}` }];
  const said = message(read, delivery, config);
  return [isOurs(read.username, config) ? { ...said, kind: "ours" } : said];
}

export function isOurs(username: string, config: Pick<Config, "username">): boolean {
  return username.toLowerCase() === config.username.toLowerCase();
}

function message(read: Post, delivery: Delivery, config: Config): IncomingMessage {
  const { topic, parent } = delivery;
  const isPrivate = (topic?.archetype ?? read.topic_archetype) === "private_message";
  const host = new URL(config.site).host;
  const title = cleanLine(topic?.title ?? read.topic_title ?? "", 300);
  const url = `${config.site}/t/${topic?.slug ?? read.topic_slug ?? "-"}/${read.topic_id}/${read.post_number}`;
  const files = pictures(read.cooked ?? "", config.site);
  return {
    kind: "message",
    externalId: String(read.id),
    inReplyTo: parent ? [String(parent.id)] : [],
    token: null,
    // A forum has one topic for many; ours is the talk with one of them.
    threadKey: isPrivate ? `topic:${read.topic_id}` : `topic:${read.topic_id}:${read.username.toLowerCase()}`,
    author: {
      name: cleanLine(read.name ?? "", 200) || read.username,
      identities: [
        {
          kind: "handle",
          value: `${host}/${read.username.toLowerCase()}`.slice(0, 400),
          display: `@${read.username} (${host})`,
          evidence: "network",
        },
      ],
      avatarUrl: absolute((read.avatar_template ?? "").replace("{size}", "96"), `${config.site}/`),
      profileUrl: `${config.site}/u/${encodeURIComponent(read.username)}`,
      facts: {},
    },
    public: !isPrivate,
    sentAt: dateOf(read.created_at),
    subject: title || null,
    text: wordsOf(read, config),
    quoteAt: null,
    html: cleanText(read.cooked ?? "", 300_000) || null,
    language: null,
    files: [],
    remoteFiles: files,
    parent:
      parent === null || isOurs(parent.username, config)
        ? null
        : {
            externalId: String(parent.id),
            author: `@${parent.username}`,
            text: wordsOf(parent, config),
            url: `${config.site}/t/${topic?.slug ?? "-"}/${parent.topic_id}/${parent.post_number}`,
          },
    url,
    recipients: { to: [], cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
  };
}

/** What is only a picture has its file; a post without anything has its address. */
function wordsOf(read: Post, config: Config): string {
  const html = (read.cooked ?? "").replace(/<div class="meta">.{0,3000}?<\/div>/gs, "");
  return (
    webText(html, `${config.site}/`).slice(0, 100_000) ||
    cleanText(read.raw ?? "", 100_000).trim() ||
    `#${read.post_number}`
  );
}

/** Uploaded pictures, of which the page shows a smaller copy; never the emoji and the faces in quotes. */
function pictures(cooked: string, site: string): RemoteFile[] {
  const files: RemoteFile[] = [];
  for (const [tag] of cooked.slice(0, 300_000).matchAll(/<img [^<>]{1,3000}>/g)) {
    if (/class="[^"]{0,200}\b(?:emoji|avatar|site-icon)\b/.test(tag) || files.length >= 10) continue;
    const url = absolute(unescaped(/\bsrc="([^"]{1,2000})"/.exec(tag)?.[1] ?? ""), `${site}/`);
    if (url === null) continue;
    const name = fileName(decoded(new URL(url).pathname.split("/").pop() ?? ""));
    const alt = cleanLine(unescaped(/\balt="([^"]{1,500})"/.exec(tag)?.[1] ?? ""), 300);
    files.push({ name, contentType: typeOf(name), url, description: alt || null });
  }
  return files;
}

const types: { [extension: string]: string } = {
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
};

function typeOf(name: string): string {
  return types[name.split(".").pop()?.toLowerCase() ?? ""] ?? "image/jpeg";
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function dateOf(written: string | null | undefined): Date | null {
  const at = new Date(written ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
