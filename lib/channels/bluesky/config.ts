import { z } from "zod";
import type { FieldMeta } from "@/lib/channels/channel";

function field(meta: FieldMeta): FieldMeta {
  return meta;
}

/** "bsky.social" and "https://bsky.social/xrpc/" both mean the origin "https://bsky.social". */
function toOrigin(written: string): string {
  if (written === "") return written;
  const address = /^(?:https?|wss?):\/\//i.test(written) ? written : `https://${written}`;
  return URL.canParse(address) ? new URL(address).origin : written;
}

/** As `toOrigin`, for a stream; `URL.origin` is "null" for websockets. */
function toStream(written: string): string {
  if (written === "") return written;
  const address = /^[a-z]+:\/\//i.test(written) ? written : `wss://${written}`;
  if (!URL.canParse(address)) return written;
  const url = new URL(address);
  return `${url.protocol.replace(/^http/, "ws")}//${url.host}`;
}

export const config = z.object({
  /** Handle, DID or e-mail address, as the server's own sign-in takes it. */
  handle: z
    .string()
    .trim()
    .overwrite((value) => value.replace(/^@/, ""))
    .min(1)
    .meta(field({ field: "handle", placeholder: "marmelune.bsky.social" })),
  appPassword: z
    .string()
    .trim()
    .min(1)
    .meta(field({ field: "appPassword", secret: true, placeholder: "xxxx-xxxx-xxxx-xxxx" })),
  service: z
    .string()
    .trim()
    .overwrite(toOrigin)
    .refine((value) => /^https?:\/\/[^/\s]+$/.test(value))
    .default("https://bsky.social")
    .meta(field({ field: "service", placeholder: "https://bsky.social" })),
  /** Posts with these words come in although they address nobody. */
  words: z
    .array(z.string().trim().min(2).max(100))
    .max(20)
    .default([])
    .meta(field({ field: "words", multiline: true })),
  jetstream: z
    .string()
    .trim()
    .overwrite(toStream)
    .refine((value) => value === "" || /^wss?:\/\/[^/\s]+$/.test(value))
    .default("")
    .meta(field({ field: "jetstream", placeholder: "wss://jetstream2.us-east.bsky.network" })),
  /** The tokens that the sign-in gave (session.ts); nobody types them. */
  session: z
    .string()
    .default("")
    .meta(field({ field: "session", secret: true, hidden: true })),
});

export type Config = z.infer<typeof config>;
