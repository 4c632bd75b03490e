import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

export const config = z.object({
  source: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .meta(field({ field: "source", placeholder: "reviews.example" })),
  stars: z
    .number()
    .int()
    .min(2)
    .max(100)
    .default(5)
    .meta(field({ field: "stars" })),
  token: z
    .string()
    .trim()
    .refine((token) => token === "" || token.length >= 16, { error: "needs at least 16 signs" })
    .default("")
    .meta(field({ field: "token", secret: true })),
  /** Where our answers are handed over; without one they are given on the site itself. */
  answerUrl: z
    .string()
    .trim()
    .max(2000)
    .refine((url) => url === "" || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)), {
      error: "is not an address such as https://bridge.marmelune.example/answers",
    })
    .default("")
    .meta(field({ field: "answerUrl", placeholder: "https://bridge.marmelune.example/answers" })),
  /** Signs them. */
  answerSecret: z
    .string()
    .trim()
    .max(200)
    .refine((secret) => secret === "" || secret.length >= 24, { error: "is shorter than 24 characters" })
    .default("")
    .meta(field({ field: "answerSecret", secret: true })),
});

export type Config = z.infer<typeof config>;

function field(meta: FieldMeta): FieldMeta {
  return meta;
}
