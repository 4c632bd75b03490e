import type { Incoming, IncomingMessage, RemoteFile } from "@/lib/channels/channel";
import type { User } from "@/lib/channels/x/entities";
import { cleanLine, cleanText, fileName } from "@/lib/text/clean";

export type Reader = { selfId: string | null; handle: string; seenAt: Date; edited: boolean };

export function message(
  said: Pick<
    IncomingMessage,
    | "externalId"
    | "public"
    | "text"
    | "sentAt"
    | "url"
    | "inReplyTo"
    | "threadKey"
    | "remoteFiles"
    | "parent"
    | "language"
  > & {
    from: User | null;
    fromId: string | null;
    to: string[];
  },
): IncomingMessage {
  const { from, fromId, to, ...rest } = said;
  const text = cleanText(said.text, 100_000).trim();
  const handle = from?.username ?? null;
  const id = from?.id ?? fromId;
  return {
    ...rest,
    kind: "message",
    token: null,
    author: {
      name: cleanLine(from?.name ?? handle ?? "", 200) || null,
      identities:
        id === null
          ? []
          : [
              {
                kind: "x",
                value: id,
                display: cleanLine(handle ? `@${handle}` : id, 200) || id,
                evidence: "network",
              },
            ],
      avatarUrl: webAddress(from?.profile_image_url?.replace("_normal.", "_bigger.")),
      profileUrl: handle ? `https://x.com/${encodeURIComponent(handle)}` : null,
      facts:
        from?.public_metrics?.followers_count == null
          ? {}
          : { followers: from.public_metrics.followers_count },
    },
    subject: null,
    text: text || (said.remoteFiles.length > 0 ? "" : (said.url ?? said.externalId)),
    quoteAt: null,
    html: null,
    files: [],
    recipients: { to, cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
  };
}

/** Written by one of us on the site: it reaches somebody when it answers them. */
export function byUs(said: IncomingMessage): Incoming {
  const nobody = { name: null, identities: [], avatarUrl: null, profileUrl: null, facts: {} };
  if (said.inReplyTo.length > 0 || !said.public) return { ...said, kind: "ours", author: nobody };
  return { kind: "filed", reason: "own", subject: null, from: null };
}

type Url = {
  url?: string | null | undefined;
  expanded_url?: string | null | undefined;
  media_key?: string | null | undefined;
};

/** The text as people read it: no escaped signs, addresses in full, none for what is shown as a picture. */
export function words(text: string, urls: readonly Url[]): string {
  let plain = text;
  for (const { url, expanded_url, media_key } of urls) {
    if (!url) continue;
    const isPicture = Boolean(media_key) || /\/(?:photo|video)\/\d$/.test(expanded_url ?? "");
    plain = plain.replaceAll(url, isPicture ? "" : (expanded_url ?? url));
  }
  return plain.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export function webAddress(value: string | null | undefined): string | null {
  return value && URL.canParse(value) && /^https?:/i.test(value) ? value : null;
}

/** `family` is the network's word: photo, video, animated_gif. */
export function remoteFile(
  address: string | null | undefined,
  family: string,
  description: string | null,
): RemoteFile[] {
  const url = webAddress(address);
  if (url === null) return [];
  const name = fileName(new URL(url).pathname.split("/").pop() ?? "");
  const extension = name.split(".").pop()?.toLowerCase() ?? "";
  const isPicture = family === "photo" || ["jpg", "jpeg", "png", "webp"].includes(extension);
  const contentType = isPicture
    ? extension === "png"
      ? "image/png"
      : extension === "webp"
        ? "image/webp"
        : "image/jpeg"
    : "video/mp4";
  return [{ name, contentType, url, description }];
}

export function dateOf(value: string | number | null | undefined): Date | null {
  if (value === null || value === undefined || value === "") return null;
  const at = new Date(/^\d+$/.test(String(value)) ? Number(value) : value);
  return Number.isNaN(at.getTime()) ? null : at;
}
