import { z } from "zod";

// What we read of Mastodon's entities (https://docs.joinmastodon.org/entities/). Other servers that speak this API
// (Pleroma, Akkoma, GoToSocial) leave fields out, put something else there, or send numbers for ids, so everything
// that we can live without may be missing or odd.

const id = z.union([z.string().min(1).max(500), z.number().transform(String)]);
const text = z.string().nullish().catch(null);

/** Those of a list that can be read. */
function listOf<T>(shape: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((list) =>
      list?.flatMap((one) => {
        const read = shape.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );
}

export const account = z.object({
  id,
  username: z.string().min(1).max(200),
  acct: z.string().min(1).max(400),
  display_name: text,
  url: text,
  avatar: text,
  avatar_static: text,
  followers_count: z.number().nullish().catch(null),
  bot: z.boolean().nullish().catch(null),
});
export type Account = z.infer<typeof account>;

export const media = z.object({
  id,
  type: z.string().catch("unknown"),
  url: text,
  remote_url: text,
  description: text,
});
export type Media = z.infer<typeof media>;

const bareStatus = z.object({
  id,
  created_at: z.string(),
  edited_at: text,
  in_reply_to_id: id.nullish().catch(null),
  in_reply_to_account_id: id.nullish().catch(null),
  spoiler_text: text,
  // What does not say who may read it is not for everybody.
  visibility: z.string().catch("private"),
  language: text,
  uri: text,
  url: text,
  content: text,
  account,
  application: z.object({ name: z.string() }).nullish().catch(null),
  media_attachments: listOf(media),
  mentions: listOf(z.object({ id, acct: z.string(), url: text })),
  poll: z
    .object({ options: listOf(z.object({ title: z.string() })) })
    .nullish()
    .catch(null),
});
export const status = bareStatus.extend({
  // Without its words it is still a boost, and nobody's question.
  reblog: z.union([bareStatus, z.object({})]).nullish(),
  // Akkoma puts the quoted post itself there.
  quote: z
    .union([
      bareStatus.transform((quoted_status) => ({ quoted_status })),
      z.object({ quoted_status: bareStatus.nullish().catch(null) }),
    ])
    .nullish()
    .catch(null),
});
export type BareStatus = z.infer<typeof bareStatus>;
export type Status = z.infer<typeof status>;

export const notification = z.object({
  id,
  type: z.string(),
  created_at: z.string(),
  account,
  status: status.nullish(),
});
export type Notification = z.infer<typeof notification>;

/** One text frame of the streaming API; `payload` is JSON in a string, or a bare id for "delete". */
export const frame = z.object({ event: z.string(), payload: z.union([z.string(), z.number()]).nullish() });

/** The parts of both versions of the instance entity that we use. */
export const instance = z.object({
  domain: text,
  uri: text,
  version: text,
  urls: z.object({ streaming_api: text }).nullish().catch(null),
  /** Pleroma's and Akkoma's. */
  max_toot_chars: z.number().nullish().catch(null),
  configuration: z
    .object({
      urls: z.object({ streaming: text }).nullish(),
      statuses: z
        .object({
          max_characters: z.number().nullish(),
          characters_reserved_per_url: z.number().nullish(),
        })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
