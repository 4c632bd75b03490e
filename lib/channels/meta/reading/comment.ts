import type { Incoming, IncomingMessage, RemoteFile } from "@/lib/channels/channel";
import { dateOf, type FeedValue, type GraphComment, graphComment } from "@/lib/channels/meta/entities";
import { clean, filed, message, type Reader, remoteFile, webAddress } from "./reader";

/** A post or comment on a page, or one elsewhere that names it: fields `feed` and `mention` of a page. */
export function readComment(value: FeedValue, field: "feed" | "mention", reader: Reader): Incoming {
  const externalId = value.comment_id ?? value.post_id;
  if (!externalId) throw new Error("a change that names neither a post nor a comment");
  const at = dateOf(value.created_time) ?? reader.at ?? reader.seenAt;
  const fromId = value.from?.id ?? value.sender_id ?? null;
  const name = value.from?.name ?? value.sender_name ?? null;
  switch (value.verb ?? "add") {
    case "remove":
    case "delete":
      return { kind: "delete", externalId, deletedAt: reader.at ?? at };
    case "hide":
    case "unhide":
      return { kind: "hidden", externalId, isHidden: value.verb === "hide", at: reader.at ?? at };
    case "edit":
    case "edited":
    case "update":
      return { kind: "edit", externalId, text: clean(value.message), html: null, editedAt: reader.at ?? at };
  }
  const isComment = Boolean(value.comment_id);
  const above = isComment && value.parent_id && value.parent_id !== value.post_id ? value.parent_id : null;
  const said = message(reader, {
    externalId,
    public: true,
    text: value.message ?? "",
    sentAt: at,
    url: addressOf(value, externalId),
    from: { id: fromId, name, username: null },
    inReplyTo: above === null ? [] : [above],
    threadKey: isComment && fromId ? `post:${value.post_id}:${fromId}` : null,
    remoteFiles: filesOf(value),
    parent: isComment && field === "feed" ? parentOf(value.post_id ?? null, reader) : null,
  });
  return byWhom(said, fromId, reader);
}

/** A comment or a visitor's post as our own reading found it. */
export function readGraphComment(value: unknown, what: "comment" | "post", reader: Reader): Incoming {
  const found: GraphComment = graphComment.parse(value);
  const fromId = found.from?.id ?? null;
  const post = reader.delivery.post?.id ?? null;
  const image = found.attachment?.media?.image?.src;
  const above = found.parent?.id ?? found.parent_id ?? null;
  const said = message(reader, {
    externalId: found.id,
    public: true,
    text: found.message ?? found.text ?? "",
    sentAt: dateOf(found.created_time ?? found.timestamp),
    url: webAddress(found.permalink_url ?? found.permalink) ?? placeOf(reader, found.id),
    from: {
      id: fromId,
      name: found.from?.name ?? null,
      username: found.from?.username ?? found.username ?? null,
    },
    inReplyTo: above === null ? [] : [above],
    threadKey: what === "comment" && fromId ? `post:${post}:${fromId}` : null,
    remoteFiles: image ? remoteFile(image, "image") : [],
    parent: what === "comment" ? parentOf(post, reader) : null,
  });
  return byWhom(said, fromId, reader);
}

/** Our own words reach somebody when they answer a comment; else nobody has to know. */
export function byWhom(said: IncomingMessage, fromId: string | null, reader: Reader): Incoming {
  if (fromId !== reader.account) return said;
  return said.inReplyTo.length > 0 ? { ...said, kind: "ours" } : filed("own", "comment", null);
}

/**
 * What stands above a comment. Its number is that of the post, so that all comments under one post find each other;
 * its words are those of the comment that was answered, where there is one by somebody else.
 */
export function parentOf(postId: string | null, reader: Reader): IncomingMessage["parent"] {
  if (postId === null) return null;
  const { post, above } = reader.delivery;
  const isOurs = above?.from?.id === reader.account;
  const shown = above && !isOurs ? above : post;
  return {
    externalId: postId,
    author: clean(shown?.from?.name ?? shown?.from?.username ?? shown?.username ?? ""),
    text: clean(shown?.message ?? shown?.text ?? shown?.caption ?? "").slice(0, 2000),
    url: webAddress(post?.permalink_url ?? post?.permalink) ?? placeOf(reader, postId),
  };
}

function placeOf({ object }: Reader, id: string): string | null {
  return object === "page" ? `https://www.facebook.com/${encodeURIComponent(id)}` : null;
}

function addressOf(value: FeedValue, externalId: string): string {
  const post = webAddress(value.permalink_url) ?? webAddress(value.post?.permalink_url);
  if (post === null) return `https://www.facebook.com/${encodeURIComponent(externalId)}`;
  const url = new URL(post);
  if (value.comment_id) url.searchParams.set("comment_id", value.comment_id.split("_").pop() ?? "");
  return url.href;
}

function filesOf(value: FeedValue): RemoteFile[] {
  const photos = [value.photo, ...(value.photos ?? [])].filter((url) => url != null);
  return [
    ...[...new Set(photos)].slice(0, 20).flatMap((url) => remoteFile(url, "image")),
    ...remoteFile(value.video, "video"),
    ...(value.item === "photo" && photos.length === 0 ? remoteFile(value.link, "image") : []),
  ];
}
