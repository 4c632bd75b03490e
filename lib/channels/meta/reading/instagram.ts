import type { Incoming } from "@/lib/channels/channel";
import { dateOf, type InstagramValue } from "@/lib/channels/meta/entities";
import { byWhom, parentOf } from "./comment";
import { message, type Reader, remoteFile, webAddress } from "./reader";

/** A comment under our media, or a comment or caption elsewhere that names us. */
export function readInstagram(value: InstagramValue, field: string, reader: Reader): Incoming {
  if (field === "mentions") return readMention(value, reader);
  const externalId = value.id ?? value.comment_id;
  if (!externalId) throw new Error("a comment without its number");
  const fromId = value.from?.self_ig_scoped_id === reader.account ? reader.account : (value.from?.id ?? null);
  const mediaId = value.media?.id ?? value.media_id ?? null;
  const said = message(reader, {
    externalId,
    public: true,
    text: value.text ?? "",
    sentAt: dateOf(value.created_time),
    url: webAddress(reader.delivery.post?.permalink),
    from: { id: fromId, name: value.from?.name ?? null, username: value.from?.username ?? null },
    inReplyTo: value.parent_id ? [value.parent_id] : [],
    threadKey: fromId && mediaId ? `post:${mediaId}:${fromId}` : null,
    remoteFiles: [],
    parent: parentOf(mediaId, reader),
  });
  return byWhom(said, fromId, reader);
}

/**
 * Its number tells how it is answered: "mention:<media>:<comment>", without the comment for a caption. The webhook
 * brings only these two; the words were asked for on the way in.
 */
function readMention(value: InstagramValue, reader: Reader): Incoming {
  const { said, post } = reader.delivery;
  const mediaId = value.media_id ?? value.media?.id;
  if (!mediaId) throw new Error("a mention that names no media");
  const externalId = `mention:${mediaId}${value.comment_id ? `:${value.comment_id}` : ""}`;
  const username = said?.username ?? said?.from?.username ?? null;
  const fromId = said?.from?.id ?? said?.owner?.id ?? (username ? `@${username.toLowerCase()}` : null);
  return message(reader, {
    externalId,
    public: true,
    text: said?.text ?? said?.caption ?? "",
    sentAt: dateOf(said?.timestamp),
    url:
      webAddress(said?.permalink ?? post?.permalink) ??
      (username ? `https://www.instagram.com/${encodeURIComponent(username)}/` : null),
    from: { id: fromId, name: null, username },
    inReplyTo: [],
    threadKey: fromId ? `post:${mediaId}:${fromId}` : null,
    remoteFiles: value.comment_id ? [] : remoteFile(said?.attachment?.url, "image"),
    parent: value.comment_id && post ? parentOf(mediaId, reader) : null,
  });
}
