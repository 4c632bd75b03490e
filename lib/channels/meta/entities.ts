import { z } from "zod";

/** What Meta sends, as loosely as its samples differ: developers.facebook.com/docs/graph-api/webhooks/reference. */

/** Ids are texts; the test button of the App Dashboard sends some as numbers. */
export const id = z.union([z.string().min(1).max(400), z.number()]).transform(String);
const text = z.string().nullish();
/** Seconds or milliseconds since 1970, or ISO 8601. */
const moment = z.union([z.string(), z.number()]).nullish();

const person = z.object({ id: id.nullish(), name: text, username: text });

export const entry = z.object({
  id,
  time: moment,
  changes: z.array(z.object({ field: z.string(), value: z.unknown().optional() })).nullish(),
  /** Instagram with its own sign-in leaves `changes` out and writes the change into the entry. */
  field: text,
  value: z.unknown().optional(),
  messaging: z.array(z.unknown()).nullish(),
  /** Another application holds the conversation for the moment; the customer's words are the same. */
  standby: z.array(z.unknown()).nullish(),
});
export type Entry = z.infer<typeof entry>;

export const envelope = z.object({ object: z.string(), entry: z.array(entry) });

/** Field `feed` of a page: posts and comments. */
export const feedValue = z.object({
  item: z.string(),
  verb: z.string().nullish(),
  comment_id: id.nullish(),
  post_id: id.nullish(),
  parent_id: id.nullish(),
  from: person.nullish(),
  sender_id: id.nullish(),
  sender_name: text,
  message: text,
  created_time: moment,
  photo: text,
  photos: z.array(z.string()).nullish(),
  video: text,
  link: text,
  permalink_url: text,
  post: z.object({ permalink_url: text }).nullish(),
});
export type FeedValue = z.infer<typeof feedValue>;

/** Fields `comments`, `live_comments` and `mentions` of an Instagram account. */
export const instagramValue = z.object({
  id: id.nullish(),
  comment_id: id.nullish(),
  media_id: id.nullish(),
  parent_id: id.nullish(),
  text: text,
  from: person.extend({ self_ig_scoped_id: id.nullish() }).nullish(),
  media: z.object({ id: id.nullish() }).nullish(),
  created_time: moment,
});
export type InstagramValue = z.infer<typeof instagramValue>;

const attachment = z.object({
  type: z.string().nullish(),
  title: text,
  url: text,
  payload: z.object({ url: text, title: text }).nullish(),
});

/** One event of Messenger or of Instagram's messages. */
export const messagingEvent = z.object({
  sender: z.object({ id }),
  recipient: z.object({ id }),
  timestamp: moment,
  message: z
    .object({
      mid: id,
      text,
      is_echo: z.boolean().nullish(),
      is_deleted: z.boolean().nullish(),
      is_unsupported: z.boolean().nullish(),
      app_id: id.nullish(),
      attachments: z.array(attachment).nullish(),
      reply_to: z
        .object({ mid: id.nullish(), story: z.object({ id: id.nullish(), url: text }).nullish() })
        .nullish(),
    })
    .nullish(),
  message_edit: z.object({ mid: id, text }).nullish(),
  postback: z.object({ mid: id.nullish(), title: text, payload: text }).nullish(),
});
export type MessagingEvent = z.infer<typeof messagingEvent>;

/** A comment or post as the Graph API gives it when it is asked. */
export const graphComment = z.object({
  id,
  message: text,
  text: text,
  from: person.nullish(),
  username: text,
  created_time: moment,
  timestamp: moment,
  permalink_url: text,
  permalink: text,
  caption: text,
  parent: z.object({ id }).nullish(),
  parent_id: id.nullish(),
  attachment: z
    .object({
      type: text,
      url: text,
      media: z.object({ image: z.object({ src: text }).nullish(), source: text }).nullish(),
    })
    .nullish(),
  media: z.object({ id: id.nullish() }).nullish(),
  owner: z.object({ id: id.nullish() }).nullish(),
  replies: z.object({ data: z.array(z.unknown()) }).nullish(),
});
export type GraphComment = z.infer<typeof graphComment>;

export const graphMessage = z.object({
  id,
  created_time: moment,
  from: person.nullish(),
  to: z.object({ data: z.array(person) }).nullish(),
  message: text,
  sticker: text,
  attachments: z
    .object({
      data: z.array(
        z.object({
          mime_type: text,
          name: text,
          file_url: text,
          image_data: z.object({ url: text }).nullish(),
          video_data: z.object({ url: text }).nullish(),
        }),
      ),
    })
    .nullish(),
});
export type GraphMessage = z.infer<typeof graphMessage>;

/** What our own reading found: one object of the Graph API, and what it is. */
export const polled = z.object({
  object: z.enum(["page", "instagram"]),
  account: id,
  polled: z.enum(["comment", "post", "message"]),
  value: z.unknown().optional(),
});

/** Seconds, milliseconds or ISO 8601 as a date; null for anything else. */
export function dateOf(value: string | number | null | undefined): Date | null {
  if (value === null || value === undefined || value === "") return null;
  const number = Number(value);
  const at = Number.isNaN(number) ? new Date(value) : new Date(number > 1e11 ? number : number * 1000);
  return Number.isNaN(at.getTime()) ? null : at;
}
