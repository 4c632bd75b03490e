import type { z } from "zod";
import { Temporary } from "@/lib/channels/channel";
import { ask, type Call, type Caller, Refusal } from "./request";
import { renewed, type Session, session } from "./session";

/**
 * One XRPC call (atproto.com/specs/xrpc) to the server where our account lives, the answer checked against `shape`.
 * An expired token is renewed once. Throws Permanent or Temporary with a code under `channels.errors.bluesky`; a
 * refusal that a caller may know the meaning of arrives as `Refusal`.
 */
export async function call<T>(
  ctx: Caller,
  nsid: string,
  shape: z.ZodType<T>,
  options: Call = {},
): Promise<T> {
  const current = await session(ctx);
  try {
    return await callAs(ctx, current, nsid, shape, options);
  } catch (error) {
    if (!(error instanceof Refusal) || !error.isExpired) throw error;
    return await callAs(ctx, await renewed(ctx, current), nsid, shape, options);
  }
}

async function callAs<T>(
  ctx: Caller,
  { pds, accessJwt }: Session,
  nsid: string,
  shape: z.ZodType<T>,
  options: Call,
): Promise<T> {
  const answer = await ask(ctx, { at: pds, token: accessJwt }, nsid, options);
  const read = shape.safeParse(answer);
  if (!read.success) throw new Temporary("bluesky.not_bluesky", { service: new URL(pds).host });
  return read.data;
}
