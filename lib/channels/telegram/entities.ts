import { z } from "zod";

/** What we read of the Bot API's objects (https://core.telegram.org/bots/api#available-types), ids as text. */
const id = z.union([z.string().regex(/^-?\d+$/), z.number().int()]).transform(String);

export const user = z.object({
  id,
  is_bot: z.boolean().default(false),
  first_name: z.string().default(""),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});
export type User = z.infer<typeof user>;

export const chat = z.object({
  id,
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
});

export const entity = z.object({
  type: z.string(),
  offset: z.number().int(),
  length: z.number().int(),
  url: z.string().optional(),
  user: user.optional(),
});
export type Entity = z.infer<typeof entity>;

const fileBase = { file_id: z.string().min(1).max(500), file_size: z.coerce.number().optional() };
const named = z.object({
  ...fileBase,
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});

const said = {
  message_id: id,
  from: user.optional(),
  sender_chat: chat.optional(),
  chat,
  date: z.number().int(),
  edit_date: z.number().int().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).default([]),
  caption_entities: z.array(entity).default([]),
  photo: z.array(z.object({ ...fileBase, width: z.number().default(0) })).optional(),
  document: named.optional(),
  audio: named.optional(),
  video: named.optional(),
  animation: named.optional(),
  voice: named.optional(),
  video_note: named.optional(),
  sticker: z.object({ ...fileBase, emoji: z.string().optional() }).optional(),
  contact: z
    .object({ phone_number: z.string(), first_name: z.string(), last_name: z.string().optional() })
    .optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  venue: z.object({ title: z.string(), address: z.string() }).optional(),
  poll: z.object({ question: z.string(), options: z.array(z.object({ text: z.string() })) }).optional(),
};

export const message = z.object({ ...said, reply_to_message: z.object(said).optional() });
export type Message = z.infer<typeof message>;
export type BareMessage = Omit<Message, "reply_to_message">;

export const update = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  my_chat_member: z
    .object({ chat, from: user, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});

export const me = z.object({ id, username: z.string().optional() });
