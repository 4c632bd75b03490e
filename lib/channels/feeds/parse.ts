import { z } from "zod";
import type { Incoming, IncomingMessage, RawItem } from "@/lib/channels/channel";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { webText } from "@/lib/text/web-text";
import { folded } from "@/lib/text/whole-words";
import type { Config } from "./config";
import { type Entry, ownHtml, readEntry, saysTitle } from "./entry";
import { readDelivery } from "./raw";

/** Reads one entry, a later version of one, or that one is gone. Throws on what is none of these. */
export function parse(raw: RawItem, config: Config): Incoming[] {
  const delivery = readDelivery(raw.meta);
  const source = new TextDecoder().decode(raw.body);
  const seenAt = delivery.seenAt === null ? null : new Date(delivery.seenAt);
  if (delivery.part === "delete") {
    const { id } = z.object({ id: z.string().min(1) }).parse(JSON.parse(source));
    return [{ kind: "delete", externalId: id, deletedAt: seenAt ?? new Date(0) }];
  }
  const entry = readEntry(source, delivery.feed);
  const message = read(entry, delivery.feed);
  if (delivery.part === "edit") {
    const { externalId, text, html, rating } = message;
    const editedAt = entry.updatedAt ?? seenAt ?? entry.publishedAt ?? new Date(0);
    return [{ kind: "edit", externalId, text, html, editedAt, ...(rating ? { rating } : {}) }];
  }
  const author = folded(entry.author.name ?? "");
  if (author === "" || !config.ownNames.some((name) => folded(name) === author)) return [message];
  return entry.answers === null
    ? [{ kind: "filed", reason: "own", subject: entry.title || null, from: entry.author.name }]
    : [{ ...message, kind: "ours" }];
}

const longest = 100_000;

function read(entry: Entry, feed: string): IncomingMessage {
  const said = webText(ownHtml(entry), entry.link ?? (feed || null)).slice(0, longest);
  const subject = saysTitle(entry) ? entry.title : null;
  return {
    kind: "message",
    externalId: entry.id,
    inReplyTo: entry.answers?.above ?? [],
    token: null,
    threadKey: null,
    author: authorOf(entry, feed),
    public: true,
    sentAt: entry.publishedAt,
    subject,
    text: cleanText(said, longest).trim() || subject || entry.title || entry.link || entry.id,
    quoteAt: null,
    html: entry.html === "" ? null : cleanText(entry.html, 300_000) || null,
    language: entry.language,
    files: [],
    remoteFiles: entry.pictures,
    parent: entry.answers && {
      externalId: entry.answers.id,
      author: entry.feedTitle || hostOf(entry.link ?? feed),
      text: entry.answers.title,
      url: entry.answers.url,
    },
    url: entry.link,
    recipients: { to: [], cc: [] },
    orderNumber: null,
    rating: entry.rating,
    authentication: null,
  };
}

const nobody = new Set([
  "anonymous",
  "anonyme",
  "anonym",
  "anonimo",
  "guest",
  "invite",
  "gast",
  "admin",
  "unknown",
]);

/** A name typed under an article is only a claim, and the same on another site is somebody else. */
function authorOf(entry: Entry, feed: string): IncomingMessage["author"] {
  const { name, url } = entry.author;
  const site = hostOf(entry.link ?? feed) || hostOf(feed);
  const key = folded(name ?? "").replaceAll(" ", "-");
  const isSomebody = key !== "" && site !== "" && !nobody.has(key);
  return {
    name: name ?? (site === "" ? null : site),
    identities: isSomebody
      ? [
          {
            kind: "handle",
            value: `${site}/${key}`.slice(0, 300),
            display: cleanLine(`${name} (${site})`, 250),
            evidence: "claimed",
          },
        ]
      : [],
    avatarUrl: null,
    profileUrl: url,
    facts: {},
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : "";
}
