import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

function field(meta: FieldMeta): FieldMeta {
  return meta;
}

export const config = z.object({
  /** As BotFather gives it: the bot's id, a colon, its secret. */
  token: z
    .string()
    .trim()
    .regex(/^\d{1,20}:[\w-]{10,100}$/, { error: "is not a token as BotFather gives it" })
    .meta(field({ field: "token", secret: true })),
  /** Whether we ask for news, or Telegram brings it to our webhook, which it must be able to reach. */
  delivery: z
    .enum(["polling", "webhook"])
    .default("polling")
    .meta(field({ field: "delivery" })),
  /** Of a Bot API server of one's own. */
  apiRoot: z
    .string()
    .trim()
    .max(300)
    .refine((value) => /^https?:\/\/[^/\s]+$/.test(value), { error: "is not the address of a server" })
    .default("https://api.telegram.org")
    .meta(field({ field: "apiRoot", placeholder: "https://api.telegram.org" })),
});

export type Config = z.infer<typeof config>;

/** The part of the token that everybody may know. */
export function botId({ token }: Config): string {
  return token.slice(0, token.indexOf(":"));
}
