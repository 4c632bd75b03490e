import { z } from "zod";

// What we read of Mastodon's entities (https://docs.joinmastodon.org/entities/). Other servers that speak this API
// leave fields out or send numbers for ids, so everything that we can live without may be missing.

const id = z.union([z.string().min(1).max(500), z.number().transform(String)]);
const text = z.string().nullish();

export const account = z.object({
  id,
  username: z.string().min(1).max(200),
  acct: z.string().min(1).max(400),
  display_name: text,
  url: text,
  avatar: text,
  avatar_static: text,
  followers_count: z.number().nullish(),
  bot: z.boolean().nullish(),
});
export type Account = z.infer<typeof account>;

export const media = z.object({
  id,
  type: z.string(),
  url: text,
  remote_url: text,
  description: text,
});
export type Media = z.infer<typeof media>;

const bareStatus = z.object({
  id,
  created_at: z.string(),
  edited_at: text,
  in_reply_to_id: id.nullish(),
  in_reply_to_account_id: id.nullish(),
  spoiler_text: text,
  visibility: z.string(),
  language: text,
  uri: text,
  url: text,
  content: text,
  account,
  application: z.object({ name: z.string() }).nullish(),
  media_attachments: z.array(media).nullish(),
  mentions: z.array(z.object({ id, username: z.string(), acct: z.string(), url: text })).nullish(),
  poll: z.object({ options: z.array(z.object({ title: z.string() })) }).nullish(),
});
export const status = bareStatus.extend({
  reblog: bareStatus.nullish(),
  quote: z.object({ state: text, quoted_status: bareStatus.nullish() }).nullish(),
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
  urls: z.object({ streaming_api: text }).nullish(),
  configuration: z
    .object({
      urls: z.object({ streaming: text }).nullish(),
      statuses: z
        .object({
          max_characters: z.number().nullish(),
          characters_reserved_per_url: z.number().nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
