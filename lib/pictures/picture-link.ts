import { z } from "zod";
import { hmac, verifyHmac } from "@/lib/secrets";

/** A picture inside a mail: one of its own files, or one that lies at an address of the sender's choice. */
export const pictureSource = z.union([z.object({ file: z.uuid() }), z.object({ url: z.url() })]);
export type PictureSource = z.infer<typeof pictureSource>;

const claims = z.object({ source: pictureSource, until: z.number() });

const validMs = 3600_000;

/**
 * An address for a picture that needs no cookie: a mail is shown in a frame without an origin, from which browsers
 * send none. Made only for somebody who may see the mail, signed, and good for one to two hours (rounded, so that a
 * browser's cache knows the picture again).
 */
export function pictureLink(source: PictureSource, now = Date.now()): string {
  const until = (Math.ceil(now / validMs) + 1) * validMs;
  const said = Buffer.from(JSON.stringify({ source, until })).toString("base64url");
  return `/api/v1/pictures/${said}.${hmac("picture", said)}`;
}

/** What a link stands for; null when it is not one of ours or has run out. */
export function readPictureLink(token: string, now = Date.now()): PictureSource | null {
  const [said = "", signature = ""] = token.split(".");
  if (!verifyHmac("picture", said, signature)) return null;
  const parsed = claims.safeParse(JSON.parse(Buffer.from(said, "base64url").toString("utf8")));
  return parsed.success && parsed.data.until > now ? parsed.data.source : null;
}
