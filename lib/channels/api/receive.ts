import { createHash } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Context, FeedRoute, RawItem } from "@/lib/channels/channel";
import { signatureHeader, timestampHeader, toleranceSeconds, verify } from "@/lib/channels/signature";
import { type Config, secretsOf } from "./config";
import { itemsOf } from "./feed";
import { formBytes, jsonBytes } from "./item";
import { refuse } from "./refuse";

type Receiving = Pick<Context<Config>, "channelId" | "claim" | "now" | "config">;

/** Of each channel in each process: a source that went wild must not fill the disk. */
const perMinute = new RateLimiterMemory({ points: 20_000, duration: 60 });
/** Bodies are held in memory until they are stored. */
const mostHeld = 8 * formBytes;
const held = { bytes: 0 };

/** Reads what a request feeds. Whoever has brought no token of ours must have signed these bytes with the secret. */
export function receive(ctx: Receiving, request: Request, route: FeedRoute): Promise<RawItem[] | Response> {
  return holding(request, async (body) => {
    const refused = route.caller === "known" ? null : await checkSignature(ctx, request, route, body);
    return (
      refused ?? (await tooMany(ctx.channelId)) ?? itemsOf(ctx, { headers: request.headers, body }, route)
    );
  });
}

async function checkSignature(
  ctx: Receiving,
  request: Request,
  route: FeedRoute,
  body: Uint8Array,
): Promise<Response | null> {
  const timestamp = request.headers.get(timestampHeader);
  const signature = request.headers.get(signatureHeader);
  const verdict = verify(secretsOf(ctx.config), { timestamp, signature }, body, ctx.now());
  if (verdict !== "good") return refuse(`signature_${verdict}`);
  // The bytes are signed, address and key are not: a caught signature must not be good for others.
  const address = JSON.stringify([route, request.headers.get("idempotency-key")]);
  // By what was signed, not by the header: that can be written in many ways.
  const key = createHash("sha256").update(`${timestamp}.`).update(body).digest("hex");
  const first = await ctx.claim(`api ${ctx.channelId} signed ${key}`, address, 2 * toleranceSeconds);
  return first === address ? null : refuse("signature_used");
}

async function tooMany(channelId: string): Promise<Response | null> {
  try {
    await perMinute.consume(channelId);
    return null;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return refuse("too_many", "", Math.ceil(spent.msBeforeNext / 1000));
  }
}

/** Reads no more than allowed, and holds no more than this process can. */
async function holding(
  request: Request,
  use: (body: Uint8Array) => Promise<RawItem[] | Response>,
): Promise<RawItem[] | Response> {
  const isForm = /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");
  const most = isForm ? formBytes : jsonBytes;
  const tooLarge = () => refuse("too_large", `At most ${most / 1024 / 1024} MB.`);
  if (Number(request.headers.get("content-length") ?? 0) > most) return tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      held.bytes += chunk.byteLength;
      if (size > most) return tooLarge();
      if (held.bytes > mostHeld) return refuse("busy", "", 5);
      chunks.push(chunk);
    }
    return await use(Buffer.concat(chunks));
  } finally {
    held.bytes -= size;
  }
}
