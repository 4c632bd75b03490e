import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, RawItem } from "@/lib/channels/channel";
import { normalAddress } from "./addresses";
import { type EmailConfig, largestMail } from "./config";
import { rawMail } from "./raw-item";

/**
 * Takes one mail as its raw source (message/rfc822) by POST with `Authorization: Bearer <inboundToken>`. The
 * envelope may be told in X-Envelope-From and X-Envelope-To (addresses with commas between them).
 */
export async function receiveByPost(
  ctx: Context<EmailConfig>,
  request: Request,
  peer: string | null,
): Promise<RawItem[] | Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
  const given = /^Bearer\s+(\S{1,500})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (ctx.config.inboundToken === "" || !isSame(given, ctx.config.inboundToken)) {
    return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  }
  if (Number(request.headers.get("content-length") ?? 0) > largestMail)
    return new Response(null, { status: 413 });
  const body = await read(request);
  if (body === null) return new Response(null, { status: 413 });
  if (body.byteLength === 0) return new Response(null, { status: 400 });
  return [
    rawMail(body, {
      via: "webhook",
      peer,
      envelopeFrom: normalAddress(request.headers.get("x-envelope-from") ?? ""),
      envelopeTo: (request.headers.get("x-envelope-to") ?? "")
        .slice(0, 10_000)
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== ""),
      receivedAt: ctx.now().toISOString(),
    }),
  ];
}

/** Takes the same time whatever differs, lengths included. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Null when it is larger than a mail may be; reading stops there, whatever the header promised. */
async function read(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
    length += next.value.byteLength;
    if (length > largestMail) {
      await reader?.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}
