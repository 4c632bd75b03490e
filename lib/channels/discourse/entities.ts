import { z } from "zod";

// What we read of Discourse's answers (https://docs.discourse.org). Versions leave fields out, so everything that we
// can live without may be missing.

const id = z.number().int();
const text = z.string().nullish();

export const post = z.object({
  id,
  username: z.string().min(1).max(200),
  name: text,
  avatar_template: text,
  created_at: z.string(),
  updated_at: text,
  cooked: text,
  raw: text,
  post_number: z.number().int(),
  /** 1 regular, 2 moderator's, 3 small action ("closed this topic"), 4 whisper. */
  post_type: z.number().nullish(),
  reply_to_post_number: z.number().nullish(),
  reply_to_user: z.object({ username: z.string() }).nullish(),
  topic_id: id,
  topic_slug: text,
  topic_title: text,
  topic_archetype: text,
  category_id: z.number().nullish(),
  category_slug: text,
  version: z.number().nullish(),
  deleted_at: text,
  user_deleted: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
});
export type Post = z.infer<typeof post>;

/** A topic as GET /t/{id}.json gives it, as far as we need it. */
export const topic = z.object({
  id,
  title: text,
  slug: text,
  archetype: text,
  category_id: z.number().nullish(),
});
export type Topic = z.infer<typeof topic>;

export const notification = z.object({
  id,
  notification_type: z.number(),
  created_at: z.string(),
  post_number: z.number().nullish(),
  topic_id: z.number().nullish(),
  data: z
    .looseObject({ original_post_id: z.union([z.number(), z.string().transform(Number)]).nullish() })
    .nullish()
    .catch(null),
});

/** mentioned, replied, quoted, private_message, posted, group_mentioned, watching_first_post. */
export const speaking = new Set([1, 2, 3, 6, 9, 15, 17]);
