import type { Incoming, RemoteFile } from "@/lib/channels/channel";
import type { Activity, OldDirect, OldMedia, OldTweet, User } from "@/lib/channels/x/entities";
import { byUs, dateOf, message, type Reader, remoteFile, words } from "./reader";
import { languageOf } from "./tweet";

/** A post in a webhook of the Account Activity API (version 1.1). */
export function readActivityTweet(post: OldTweet, reader: Reader): Incoming {
  const author = userOf({ ...post.user, id: post.user.id_str });
  if (post.retweeted_status)
    return { kind: "filed", reason: "receipt", subject: "repost", from: author.username ?? null };
  const long = post.extended_tweet;
  const entities = long?.entities ?? post.entities;
  const files = (long?.extended_entities ?? post.extended_entities)?.media ?? [];
  const answered = post.in_reply_to_status_id_str || null;
  const quoted = answered === null ? post.quoted_status : null;
  const said = message({
    externalId: post.id_str,
    public: true,
    text: withoutPictures(
      words(long?.full_text ?? post.full_text ?? post.text ?? "", entities?.urls ?? []),
      files,
    ),
    sentAt: dateOf(post.timestamp_ms) ?? dateOf(post.created_at),
    url: `https://x.com/${encodeURIComponent(author.username ?? "i")}/status/${post.id_str}`,
    inReplyTo: answered === null ? [] : [answered],
    threadKey: null,
    remoteFiles: files.flatMap(fileOf),
    parent:
      quoted && quoted.user.id_str !== reader.selfId
        ? {
            externalId: quoted.id_str,
            author: `@${quoted.user.screen_name ?? ""}`,
            text: words(quoted.full_text ?? quoted.text ?? "", []),
            url: `https://x.com/${encodeURIComponent(quoted.user.screen_name ?? "i")}/status/${quoted.id_str}`,
          }
        : null,
    language: languageOf(post.lang),
    from: author,
    fromId: author.id,
    to: (entities?.user_mentions ?? []).flatMap(({ screen_name }) =>
      screen_name ? [`@${screen_name}`] : [],
    ),
  });
  return author.id === reader.selfId ? byUs(said) : said;
}

/** A direct message in such a webhook; the conversation of two is named by their numbers, the smaller one first. */
export function readActivityDirect(
  event: OldDirect,
  users: NonNullable<Activity["users"]>,
  reader: Reader,
): Incoming {
  const { sender_id, target, message_data } = event.message_create;
  const sender = users[sender_id];
  const picture = message_data.attachment?.media ?? null;
  const pair = [sender_id, target.recipient_id]
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .join("-");
  const text = words(message_data.text ?? "", message_data.entities?.urls ?? []);
  const said = message({
    externalId: event.id,
    public: false,
    text: picture ? withoutPictures(text, [picture]) : text,
    sentAt: dateOf(event.created_timestamp),
    url: `https://x.com/messages/${pair}`,
    inReplyTo: [],
    threadKey: `direct:${pair}`,
    remoteFiles: picture ? fileOf(picture) : [],
    parent: null,
    language: null,
    from: sender ? userOf(sender) : null,
    fromId: sender_id,
    to: [],
  });
  return sender_id === reader.selfId ? byUs(said) : said;
}

function userOf(old: {
  id: string;
  name?: string | null | undefined;
  screen_name?: string | null | undefined;
  profile_image_url_https?: string | null | undefined;
  followers_count?: number | null | undefined;
}): User {
  return {
    id: old.id,
    name: old.name,
    username: old.screen_name,
    profile_image_url: old.profile_image_url_https,
    public_metrics: { followers_count: old.followers_count },
  };
}

/** A post ends in the short address of its picture, which is shown as a picture. */
function withoutPictures(text: string, files: OldMedia[]): string {
  return files.reduce((rest, { url }) => (url ? rest.replaceAll(url, "") : rest), text);
}

function fileOf(media: OldMedia): RemoteFile[] {
  const best = (media.video_info?.variants ?? [])
    .filter((variant) => variant.content_type === "video/mp4")
    .sort((a, b) => (b.bitrate ?? 0) - (a.bitrate ?? 0))[0];
  return remoteFile(best?.url ?? media.media_url_https, media.type ?? "photo", media.ext_alt_text ?? null);
}
