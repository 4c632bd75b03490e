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
});

export type Config = z.infer<typeof config>;

function field(meta: FieldMeta): FieldMeta {
  return meta;
}
