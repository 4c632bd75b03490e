import type { Incoming, IncomingIdentity, IncomingMessage, RemoteFile } from "@/lib/channels/channel";
import type { Known } from "@/lib/channels/meta/raw";
import { cleanLine, cleanText, fileName } from "@/lib/text/clean";

export type Reader = {
  object: "page" | "instagram";
  /** The page or account that the entry is about: ourselves. */
  account: string;
  appId: string;
  /** When Meta sent it. */
  at: Date | null;
  delivery: Known;
  seenAt: Date;
};

/** Everything of a message that is the same for comments and direct ones. */
export function message(
  reader: Reader,
  said: Pick<IncomingMessage, "externalId" | "public" | "text" | "sentAt" | "url"> & {
    from: { id: string | null; name: string | null; username: string | null };
    inReplyTo: string[];
    threadKey: string | null;
    remoteFiles: RemoteFile[];
    parent: IncomingMessage["parent"];
  },
): IncomingMessage {
  const text = clean(said.text);
  const { from } = said;
  const { profile } = reader.delivery;
  const name = from.name ?? profile?.name ?? null;
  const username = from.username ?? profile?.username ?? null;
  return {
    kind: "message",
    externalId: said.externalId,
    inReplyTo: said.inReplyTo,
    token: null,
    threadKey: said.threadKey,
    author: {
      name: name === null && username === null ? null : cleanLine(name ?? username ?? "", 200) || null,
      identities: identities(reader, from.id, name, username),
      avatarUrl: webAddress(profile?.picture),
      profileUrl:
        username && reader.object === "instagram"
          ? `https://www.instagram.com/${encodeURIComponent(username)}/`
          : null,
      facts: profile?.followers == null ? {} : { followers: profile.followers },
    },
    public: said.public,
    sentAt: said.sentAt ?? reader.at,
    subject: null,
    // What the API does not show leaves nothing to read but where it is.
    text: text || (said.remoteFiles.length > 0 ? "" : (said.url ?? said.externalId)),
    quoteAt: null,
    html: null,
    language: null,
    files: [],
    remoteFiles: said.remoteFiles,
    parent: said.parent,
    url: said.url,
    recipients: { to: [], cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
  };
}

function identities(
  { object }: Reader,
  id: string | null,
  name: string | null,
  username: string | null,
): IncomingIdentity[] {
  if (id === null) return [];
  const display = cleanLine(username ? `@${username}` : (name ?? id), 200) || id;
  return [{ kind: object === "page" ? "facebook" : "instagram", value: id, display, evidence: "network" }];
}

export function filed(reason: "own" | "receipt", subject: string, from: string | null): Incoming {
  return { kind: "filed", reason, subject, from };
}

export function clean(text: string | null | undefined): string {
  return cleanText(text ?? "", 200_000).trim();
}

export function webAddress(value: string | null | undefined): string | null {
  return value && URL.canParse(value) && /^https?:/i.test(value) ? value : null;
}

const extensions: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  mp4: "video/mp4",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  pdf: "application/pdf",
};
const usual: Record<string, string> = { image: "jpg", video: "mp4", audio: "mp3" };

/** A file by its address; Meta names its kind, and its addresses end in the file's own name more often than not. */
export function remoteFile(
  address: string | null | undefined,
  kind: string,
  name?: string | null,
): RemoteFile[] {
  const url = webAddress(address);
  if (url === null) return [];
  const last = name || (new URL(url).pathname.split("/").pop() ?? "");
  const extension = last.split(".").pop()?.toLowerCase() ?? "";
  const type = extensions[extension] ?? extensions[usual[kind] ?? ""] ?? "application/octet-stream";
  const named = fileName(extensions[extension] ? last : `${kind}.${usual[kind] ?? "bin"}`);
  return [{ name: named, contentType: type, url, description: null }];
}
