import { z } from "zod";

export const id = z.union([z.string().min(1).max(100), z.number()]).transform(String);
const text = z.string().nullish();

export const user = z.object({
  id,
  name: text,
  username: text,
  profile_image_url: text,
  verified: z.boolean().nullish(),
  public_metrics: z.object({ followers_count: z.number().nullish() }).nullish(),
});
export type User = z.infer<typeof user>;

const url = z.object({ url: text, expanded_url: text, media_key: text });

export const tweet = z.object({
  id,
  text: z.string(),
  note_tweet: z
    .object({ text: z.string(), entities: z.object({ urls: z.array(url).nullish() }).nullish() })
    .nullish(),
  author_id: id.nullish(),
  created_at: text,
  conversation_id: id.nullish(),
  lang: text,
  edit_history_tweet_ids: z.array(id).nullish(),
  referenced_tweets: z.array(z.object({ type: z.string(), id })).nullish(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  entities: z
    .object({
      urls: z.array(url).nullish(),
      mentions: z.array(z.object({ username: text, id: id.nullish() })).nullish(),
    })
    .nullish(),
});
export type Tweet = z.infer<typeof tweet>;

export const media = z.object({
  media_key: z.string(),
  type: text,
  url: text,
  preview_image_url: text,
  alt_text: text,
  variants: z.array(z.object({ url: text, bit_rate: z.number().nullish(), content_type: text })).nullish(),
});
export type Media = z.infer<typeof media>;

export const includes = z
  .object({
    users: z.array(user).nullish(),
    tweets: z.array(tweet).nullish(),
    media: z.array(media).nullish(),
  })
  .nullish();
export type Includes = z.infer<typeof includes>;

/** A post as stream, mentions and search give it, with what it refers to. */
export const tweetAnswer = z.object({ data: tweet, includes });

export const directEvent = z.object({
  id,
  event_type: text,
  text: text,
  sender_id: id.nullish(),
  created_at: text,
  dm_conversation_id: id.nullish(),
  participant_ids: z.array(id).nullish(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  entities: z.object({ urls: z.array(url).nullish() }).nullish(),
});
export type DirectEvent = z.infer<typeof directEvent>;

/** Webhooks of the Account Activity API still speak the language of version 1.1; `id_str` is the exact number. */
const oldUser = z.object({
  id_str: z.string(),
  name: text,
  screen_name: text,
  profile_image_url_https: text,
  followers_count: z.number().nullish(),
});
const oldMedia = z.object({
  type: text,
  url: text,
  media_url_https: text,
  ext_alt_text: text,
  video_info: z
    .object({
      variants: z.array(z.object({ url: text, bitrate: z.number().nullish(), content_type: text })).nullish(),
    })
    .nullish(),
});
export type OldMedia = z.infer<typeof oldMedia>;
const oldEntities = z.object({
  urls: z.array(url).nullish(),
  user_mentions: z.array(z.object({ screen_name: text, id_str: text })).nullish(),
});
export const oldTweet = z.object({
  id_str: z.string(),
  text: text,
  full_text: text,
  created_at: text,
  timestamp_ms: z.union([z.string(), z.number()]).nullish(),
  lang: text,
  user: oldUser,
  in_reply_to_status_id_str: text,
  in_reply_to_user_id_str: text,
  retweeted_status: z.unknown().optional(),
  quoted_status: z.object({ id_str: z.string(), text: text, full_text: text, user: oldUser }).nullish(),
  entities: oldEntities.nullish(),
  extended_entities: z.object({ media: z.array(oldMedia).nullish() }).nullish(),
  extended_tweet: z
    .object({
      full_text: text,
      entities: oldEntities.nullish(),
      extended_entities: z.object({ media: z.array(oldMedia).nullish() }).nullish(),
    })
    .nullish(),
});
export type OldTweet = z.infer<typeof oldTweet>;

export const oldDirect = z.object({
  type: z.string(),
  id,
  created_timestamp: z.union([z.string(), z.number()]).nullish(),
  message_create: z.object({
    target: z.object({ recipient_id: id }),
    sender_id: id,
    message_data: z.object({
      text: text,
      entities: oldEntities.nullish(),
      attachment: z.object({ media: oldMedia.nullish() }).nullish(),
    }),
  }),
});
export type OldDirect = z.infer<typeof oldDirect>;

const oldUsers = z
  .record(
    z.string(),
    z.object({
      id,
      name: text,
      screen_name: text,
      profile_image_url_https: text,
      followers_count: z.number().nullish(),
    }),
  )
  .nullish();

export const activity = z.object({
  for_user_id: id,
  tweet_create_events: z.array(z.unknown()).nullish(),
  tweet_delete_events: z.array(z.unknown()).nullish(),
  direct_message_events: z.array(z.unknown()).nullish(),
  users: oldUsers,
});
export type Activity = z.infer<typeof activity>;

export const oldDelete = z.object({
  status: z.object({ id, user_id: id.nullish() }),
  timestamp_ms: z.union([z.string(), z.number()]).nullish(),
});
