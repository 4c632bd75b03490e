import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

export const demoConfig = z.object({
  /** The network it stands for ("bluesky"), or "customers": the one that keeps the script and the customers' mail. */
  plays: z
    .string()
    .min(1)
    .max(40)
    .meta(field({ field: "plays" })),
  /** Only with "customers": port of this machine at which mail to the sample customers ends. */
  mailPort: z
    .number()
    .int()
    .min(1)
    .max(65535)
    .nullable()
    .default(null)
    .meta(field({ field: "mailPort" })),
});

export type DemoConfig = z.infer<typeof demoConfig>;

function field(meta: FieldMeta): FieldMeta {
  return meta;
}
