import type { Incoming, IncomingMessage, RemoteFile } from "@/lib/channels/channel";
import type { Includes, Tweet } from "@/lib/channels/x/entities";
import { byUs, dateOf, message, type Reader, remoteFile, words } from "./reader";

/** A post of version 2 with what it refers to beside it. */
export function readTweet(post: Tweet, includes: Includes, reader: Reader): Incoming {
  const externalId = firstVersion(post);
  const text = textOf(post);
  const at = dateOf(post.created_at);
  if (reader.edited) return { kind: "edit", externalId, text, html: null, editedAt: at ?? reader.seenAt };
  const refers = (type: string) => post.referenced_tweets?.find((one) => one.type === type)?.id ?? null;
  const author = includes?.users?.find((one) => one.id === post.author_id) ?? null;
  const answered = refers("replied_to");
  if (refers("retweeted"))
    return { kind: "filed", reason: "receipt", subject: "repost", from: author?.username ?? null };
  const said = message({
    externalId,
    public: true,
    text,
    sentAt: at,
    url: `https://x.com/${encodeURIComponent(author?.username ?? "i")}/status/${encodeURIComponent(post.id)}`,
    inReplyTo: answered === null ? [] : [answered],
    threadKey:
      post.conversation_id && post.author_id
        ? `conversation:${post.conversation_id}:${post.author_id}`
        : null,
    remoteFiles: filesOf(post, includes),
    parent: parentOf(answered ?? refers("quoted"), includes, reader),
    language: languageOf(post.lang),
    from: author,
    fromId: post.author_id ?? null,
    to: (post.entities?.mentions ?? []).flatMap(({ username }) => (username ? [`@${username}`] : [])),
  });
  return post.author_id && post.author_id === reader.selfId ? byUs(said) : said;
}

/** Each edit is a post of its own; the first of them is the one that people answer and that we know. */
export function firstVersion(post: Pick<Tweet, "id" | "edit_history_tweet_ids">): string {
  return post.edit_history_tweet_ids?.[0] ?? post.id;
}

/** X says "und" where it does not know, and codes of its own for posts of links alone. */
export function languageOf(lang: string | null | undefined): string | null {
  return lang && /^[a-z]{2}$/.test(lang) ? lang : null;
}

function textOf(post: Tweet): string {
  const long = post.note_tweet;
  return words(long?.text ?? post.text, [...(long?.entities?.urls ?? []), ...(post.entities?.urls ?? [])]);
}

function parentOf(id: string | null, includes: Includes, reader: Reader): IncomingMessage["parent"] {
  const above = id === null ? undefined : includes?.tweets?.find((one) => one.id === id);
  if (!above || above.author_id === reader.selfId) return null;
  const author = includes?.users?.find((one) => one.id === above.author_id)?.username ?? "";
  return {
    externalId: above.id,
    author: author ? `@${author}` : "",
    text: textOf(above).slice(0, 2000),
    url: `https://x.com/${encodeURIComponent(author || "i")}/status/${encodeURIComponent(above.id)}`,
  };
}

export function filesOf(
  post: { attachments?: { media_keys?: string[] | null | undefined } | null | undefined },
  includes: Includes,
): RemoteFile[] {
  const keys = post.attachments?.media_keys ?? [];
  return (includes?.media ?? [])
    .filter((one) => keys.includes(one.media_key))
    .flatMap((one) => {
      const best = (one.variants ?? [])
        .filter((variant) => variant.content_type === "video/mp4")
        .sort((a, b) => (b.bit_rate ?? 0) - (a.bit_rate ?? 0))[0];
      const family = best || one.url ? (one.type ?? "photo") : "photo";
      return remoteFile(best?.url ?? one.url ?? one.preview_image_url, family, one.alt_text ?? null);
    });
}
