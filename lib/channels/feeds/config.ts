import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

const address = z
  .string()
  .trim()
  .transform((written) => (/^[a-z]+:\/\//i.test(written) ? written : `https://${written}`))
  .refine((written) => URL.canParse(written) && /^https?:$/.test(new URL(written).protocol), {
    error: "is not the address of a feed, for example https://blog.example/feed/",
  })
  .refine((written) => !URL.canParse(written) || new URL(written).username === "", {
    error: "must not carry a name and a password",
  });

const words = z.array(z.string().trim().min(1).max(100)).max(100).default([]);

export const config = z.object({
  addresses: z
    .array(address)
    .min(1, { error: "needs at least one address" })
    .max(50)
    .transform((all) => [...new Set(all)])
    .meta(field({ field: "addresses", multiline: true, placeholder: "https://blog.example/comments/feed/" })),
  /** Only what has one of these words; an empty list takes everything. */
  anyWords: words.meta(field({ field: "anyWords", multiline: true, placeholder: "Marmelune" })),
  /** Never what has one of these. */
  withoutWords: words.meta(field({ field: "withoutWords", multiline: true })),
  /** Names under which we write comments ourselves. */
  ownNames: words.meta(field({ field: "ownNames", multiline: true, placeholder: "Marmelune" })),
  /** Days before the first look of which entries are taken. */
  firstDays: z
    .number()
    .int()
    .min(0)
    .max(90)
    .default(7)
    .meta(field({ field: "firstDays" })),
});

export type Config = z.infer<typeof config>;

function field(meta: FieldMeta): FieldMeta {
  return meta;
}
