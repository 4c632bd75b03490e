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

export const config = z.object({
  /** The account that people write to, without the @. */
  address: z
    .string()
    .trim()
    .overwrite((name) => name.replace(/^@/, "").toLowerCase())
    .regex(/^\w{1,15}$/)
    .meta(field({ field: "address", placeholder: "marmelune" })),
  clientId: z
    .string()
    .trim()
    .min(1)
    .meta(field({ field: "clientId" })),
  clientSecret: secret("clientSecret").default(""),
  /** Tokens of the account (OAuth 2.0 with user context); the sign-in fills them in. */
  accessToken: secret("accessToken").default(""),
  refreshToken: secret("refreshToken").default(""),
  /** The API key's secret, which signs webhooks; without one, posts are asked for. */
  consumerSecret: secret("consumerSecret").default(""),
  /** Words of the brand that people write without naming the account, in X's search language. */
  search: z
    .string()
    .trim()
    .max(300)
    .default("")
    .meta(field({ field: "search", placeholder: "marmelune OR #marmelune" })),
  apiUrl: z
    .string()
    .trim()
    .overwrite((url) => url.replace(/\/+$/, ""))
    .refine((url) => /^https?:\/\/[^\s?#]+$/.test(url))
    .default("https://api.x.com")
    .meta(field({ field: "apiUrl", placeholder: "https://api.x.com" })),
});
export type Config = z.infer<typeof config>;

/** Without a paid plan nothing is asked of the API: a link is pasted, and answered on the site. */
export const linksConfig = z.object({
  address: config.shape.address,
});
export type LinksConfig = z.infer<typeof linksConfig>;
