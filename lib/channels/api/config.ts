import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

function field(meta: FieldMeta): FieldMeta {
  return meta;
}

export const config = z.object({
  /** One word for the source, such as "reddit": handles and customer numbers belong to it, not to the whole brand. */
  source: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: "has other signs than letters, digits and hyphens" })
    .meta(field({ field: "source", placeholder: "reddit" })),
  /** Signs what comes in and what goes out. */
  secret: z
    .string()
    .trim()
    .min(24)
    .max(200)
    .meta(field({ field: "secret", secret: true })),
  /** While the secret is being changed: signatures by either are taken, ours carry both. */
  previousSecret: z
    .string()
    .trim()
    .max(200)
    .refine((value) => value === "" || value.length >= 24, { error: "is shorter than 24 characters" })
    .default("")
    .meta(field({ field: "previousSecret", secret: true })),
  /** Where our replies are handed over; without one the source only feeds. */
  receiverUrl: z
    .string()
    .trim()
    .max(2000)
    .refine(isWebAddress, { error: "is not an address such as https://bridge.marmelune.example/replies" })
    .default("")
    .meta(field({ field: "receiverUrl", placeholder: "https://bridge.marmelune.example/replies" })),
});

export type Config = z.infer<typeof config>;

/** The secrets that sign now, the newest first. */
export function secretsOf({ secret, previousSecret }: Config): string[] {
  return previousSecret === "" ? [secret] : [secret, previousSecret];
}

function isWebAddress(value: string): boolean {
  return value === "" || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));
}
