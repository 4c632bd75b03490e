import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

function field(meta: FieldMeta): FieldMeta {
  return meta;
}

/** "Mastodon.Example/" and "https://mastodon.example/@us" both mean the origin "https://mastodon.example". */
function toOrigin(written: string): string {
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  return URL.canParse(address) ? new URL(address).origin : written;
}

export const config = z.object({
  instance: z
    .string()
    .trim()
    .min(1)
    .overwrite(toOrigin)
    .refine((value) => /^https?:\/\/[^/\s]+$/.test(value))
    .meta(field({ field: "instance", placeholder: "https://mastodon.social" })),
  accessToken: z
    .string()
    .trim()
    .min(1)
    .meta(field({ field: "accessToken", secret: true })),
  /** Posts with these words come in although they address nobody. Left out where nobody was ever asked for them. */
  words: z
    .array(z.string().trim().min(2).max(100))
    .max(20)
    .optional()
    .meta(field({ field: "words", multiline: true })),
});

export type Config = z.infer<typeof config>;
