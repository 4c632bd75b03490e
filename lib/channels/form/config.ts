import { z } from "zod";
import type { Language } from "@/db/enums";
import type { FieldMeta } from "@/lib/channels/channel";

const asked = ["off", "optional", "required"] as const;

const origin = z.string().refine(isOrigin, {
  error: "is not the origin of a site, for example https://www.marmelune.example",
});

export const formConfig = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
      error: "has other signs than small letters, digits and hyphens, for example contact",
    })
    .meta(field({ field: "slug", placeholder: "contact" })),
  /** Empty texts fall back to ours, in the visitor's language. */
  titleEn: z
    .string()
    .max(120)
    .default("")
    .meta(field({ field: "titleEn" })),
  titleFr: z
    .string()
    .max(120)
    .default("")
    .meta(field({ field: "titleFr" })),
  introEn: z
    .string()
    .max(600)
    .default("")
    .meta(field({ field: "introEn", multiline: true, advanced: true })),
  introFr: z
    .string()
    .max(600)
    .default("")
    .meta(field({ field: "introFr", multiline: true, advanced: true })),
  /** Send a confirmation with a reference to the visitor's address. */
  acknowledgement: z
    .boolean()
    .default(true)
    .meta(field({ field: "acknowledgement" })),
  /** Sites that may show the form in a frame; an empty list lets every site. */
  embedOrigins: z
    .array(origin)
    .default([])
    .meta(field({ field: "embedOrigins", multiline: true, advanced: true })),
  name: z
    .enum(asked)
    .default("optional")
    .meta(field({ field: "name" })),
  subject: z
    .enum(asked)
    .default("optional")
    .meta(field({ field: "subject" })),
  orderNumber: z
    .enum(asked)
    .default("optional")
    .meta(field({ field: "orderNumber" })),
  files: z
    .boolean()
    .default(true)
    .meta(field({ field: "files" })),
  /** Ask whether somebody is hurt or in danger. */
  danger: z
    .boolean()
    .default(true)
    .meta(field({ field: "danger" })),
  /** How long messages are kept, told under the button; null says nothing. */
  keptMonths: z
    .number()
    .int()
    .min(1)
    .max(120)
    .nullable()
    .default(null)
    .meta(field({ field: "keptMonths", advanced: true })),
});

export type FormConfig = z.infer<typeof formConfig>;

/** Title and introduction that the owner wrote for this language; null where they left it to us. */
export function ownWords(
  config: FormConfig,
  language: Language,
): { title: string | null; intro: string | null } {
  const title = language === "fr" ? config.titleFr : config.titleEn;
  const intro = language === "fr" ? config.introFr : config.introEn;
  return { title: title.trim() || null, intro: intro.trim() || null };
}

/** The sources of the page's `frame-ancestors` (CSP level 3): who may show the form inside their own page. */
export function frameAncestors(config: FormConfig): string[] {
  return config.embedOrigins.length === 0 ? ["*"] : ["'self'", ...config.embedOrigins];
}

/** True when a page of `host` (an origin) may show this form. */
export function mayEmbed(config: FormConfig, host: string): boolean {
  return isOrigin(host) && (config.embedOrigins.length === 0 || config.embedOrigins.includes(host));
}

/** Strict, since it is written into a header: the parser of addresses takes a semicolon for part of a host's name. */
function isOrigin(value: string): boolean {
  if (!/^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/.test(value)) return false;
  return URL.canParse(value) && new URL(value).origin === value;
}

function field(meta: FieldMeta): FieldMeta {
  return meta;
}
