import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

const words = z.array(z.string().trim().min(1).max(100)).max(100).default([]);

export const config = z.object({
  site: z
    .string()
    .trim()
    .min(1)
    .overwrite((written) =>
      (/^https?:\/\//i.test(written) ? written : `https://${written}`).replace(/\/+$/, ""),
    )
    .refine((written) => URL.canParse(written) && new URL(written).username === "", {
      error: "is not the address of a forum, for example https://forum.example",
    })
    .meta(field({ field: "site", placeholder: "https://forum.example" })),
  username: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .overwrite((name) => name.replace(/^@/, ""))
    .meta(field({ field: "username", placeholder: "marmelune" })),
  apiKey: z
    .string()
    .trim()
    .min(1)
    .meta(field({ field: "apiKey", secret: true })),
  /** Every new topic in these categories; ids or the names in their addresses. */
  categories: words.meta(field({ field: "categories", multiline: true, placeholder: "support" })),
  /** Posts with one of these words, wherever they stand. */
  words: words.meta(field({ field: "words", multiline: true, placeholder: "Marmelune" })),
  /** Of the webhook; without it only the regular look finds what is new. */
  webhookSecret: z
    .string()
    .trim()
    .default("")
    .meta(field({ field: "webhookSecret", secret: true })),
});

export type Config = z.infer<typeof config>;

function field(meta: FieldMeta): FieldMeta {
  return meta;
}
