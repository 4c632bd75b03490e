import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

function field(meta: FieldMeta): FieldMeta {
  return meta;
}

export const config = z.object({
  /** What the posts have in common, such as "Forums"; shown where there are several. */
  about: z
    .string()
    .trim()
    .max(80)
    .default("")
    .meta(field({ field: "about", placeholder: "Forums" })),
});

export type Config = z.infer<typeof config>;
