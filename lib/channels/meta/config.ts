import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

function field(meta: FieldMeta): FieldMeta {
  return meta;
}

function secret(name: string) {
  return z
    .string()
    .trim()
    .meta(field({ field: name, secret: true }));
}

/** The number of the page or of the Instagram account: what Meta writes into `entry.id`. */
const account = z
  .string()
  .trim()
  .regex(/^\d{3,30}$/);

const common = {
  appId: z
    .string()
    .trim()
    .regex(/^\d{3,30}$/)
    .meta(field({ field: "appId", placeholder: "1047826390214467" })),
  appSecret: secret("appSecret").min(8),
  /** The secret before the last change, while Meta may still sign with it. */
  oldAppSecret: secret("oldAppSecret").default(""),
  verifyToken: secret("verifyToken").min(8),
  accessToken: secret("accessToken").min(8),
};

/** Where the API is; a version in the path keeps the shapes as they are. */
function api(fallback: string) {
  return z
    .string()
    .trim()
    .overwrite((url) => url.replace(/\/+$/, ""))
    .refine((url) => /^https?:\/\/[^\s?#]+$/.test(url))
    .default(fallback)
    .meta(field({ field: "apiUrl", placeholder: fallback }));
}

export const facebookConfig = z.object({
  address: account.meta(field({ field: "address", placeholder: "103482957610044" })),
  ...common,
  apiUrl: api("https://graph.facebook.com/v23.0"),
});

export const instagramConfig = z.object({
  address: account.meta(field({ field: "address", placeholder: "17841405309211844" })),
  ...common,
  apiUrl: api("https://graph.facebook.com/v23.0"),
});

export type Config = z.infer<typeof facebookConfig>;
export type MetaKind = "facebook" | "instagram";
