import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

function field(meta: FieldMeta): FieldMeta {
  return meta;
}

export const config = z.object({
  /** The shop or the desk where they are taken, such as "Lille"; shown where there are several. */
  place: z
    .string()
    .trim()
    .max(80)
    .default("")
    .meta(field({ field: "place", placeholder: "Lille" })),
});

export type Config = z.infer<typeof config>;
