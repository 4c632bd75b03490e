import { createHash } from "node:crypto";
import { z } from "zod";
import { Permanent } from "@/lib/channels/channel";
import { ask, type Caller, Refusal } from "./request";

/** Who we are on the network, and the tokens that prove it for a while. */
export type Session = {
  did: string;
  handle: string;
  /** Origin of the server that holds our account; the address in the settings may only be its entrance. */
  pds: string;
  accessJwt: string;
  refreshJwt: string;
};

type Kept = { current: Promise<Session>; refused: { error: Permanent; at: number } | null };
const kept = new Map<string, Kept>();
// Servers allow 300 sign-ins a day; a wrong password must not use them up.
const refusalKeptMs = 10 * 60_000;

/** The session of this account: from memory, from the sealed settings, or by signing in. */
export function session(ctx: Caller): Promise<Session> {
  const key = keyOf(ctx);
  const known = kept.get(key);
  if (known?.refused && Date.now() - known.refused.at < refusalKeptMs)
    return Promise.reject(known.refused.error);
  if (known && !known.refused) return known.current;
  const saved = savedSession(ctx, key);
  return keep(key, saved ? Promise.resolve(saved) : signIn(ctx));
}

/** Signs in anew, whatever is remembered: for whoever tests what was typed into the settings. */
export function freshSession(ctx: Caller): Promise<Session> {
  return keep(keyOf(ctx), signIn(ctx));
}

/** A session after `old`, whose token has expired. Many who ask at once share one renewal. */
export async function renewed(ctx: Caller, old: Session): Promise<Session> {
  const key = keyOf(ctx);
  const current = await kept.get(key)?.current.catch(() => null);
  if (current && current.accessJwt !== old.accessJwt) return current;
  return await keep(key, refresh(ctx, old));
}

const given = z.object({
  did: z.string().startsWith("did:").max(2048),
  handle: z.string().max(500),
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  didDoc: z.unknown().optional(),
  active: z.boolean().nullish(),
});

async function signIn(ctx: Caller): Promise<Session> {
  const { handle, appPassword, service } = ctx.config;
  try {
    const answer = await ask(ctx, { at: service, token: null }, "com.atproto.server.createSession", {
      json: { identifier: handle, password: appPassword },
    });
    return await take(ctx, answer, service);
  } catch (error) {
    throw meaning(error, ctx);
  }
}

async function refresh(ctx: Caller, old: Session): Promise<Session> {
  try {
    const to = { at: old.pds, token: old.refreshJwt };
    return await take(ctx, await ask(ctx, to, "com.atproto.server.refreshSession"), old.pds);
  } catch (error) {
    // The refresh token has a life of its own, and ends when somebody else refreshed with it.
    if (error instanceof Refusal) return await signIn(ctx);
    throw error;
  }
}

async function take(ctx: Caller, answer: unknown, asked: string): Promise<Session> {
  const read = given.safeParse(answer);
  if (!read.success) throw new Permanent("bluesky.not_bluesky", { service: new URL(asked).host });
  const { did, handle, accessJwt, refreshJwt, didDoc, active } = read.data;
  if (active === false) throw new Permanent("bluesky.account_inactive", { handle });
  const made = { did, handle, accessJwt, refreshJwt, pds: pdsOf(didDoc) ?? asked };
  await ctx.saveSecrets({ session: JSON.stringify({ ...made, of: keyOf(ctx) }) });
  return made;
}

function meaning(error: unknown, ctx: Caller): unknown {
  if (!(error instanceof Refusal)) return error;
  const { handle, service } = ctx.config;
  switch (error.said) {
    case "AuthFactorTokenRequired":
      return new Permanent("bluesky.not_app_password", { handle });
    case "AccountTakedown":
      return new Permanent("bluesky.account_inactive", { handle });
    default:
      return error.status === 401 || error.said === "InvalidRequest"
        ? new Permanent("bluesky.password_refused", { handle, service: new URL(service).host })
        : error;
  }
}

const document = z.object({
  service: z.array(
    z.object({ id: z.string(), type: z.string().optional(), serviceEndpoint: z.unknown().optional() }).catch({
      id: "",
      serviceEndpoint: null,
    }),
  ),
});

/** The personal data server that the account's DID document names (atproto.com/specs/did). */
export function pdsOf(didDoc: unknown): string | null {
  const read = document.safeParse(didDoc);
  const entry = read.data?.service.find(({ id }) => id.endsWith("#atproto_pds"))?.serviceEndpoint;
  return typeof entry === "string" && /^https?:\/\//.test(entry) && URL.canParse(entry)
    ? new URL(entry).origin
    : null;
}

const stored = z.object({
  of: z.string(),
  did: z.string(),
  handle: z.string(),
  pds: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
});

function savedSession(ctx: Caller, key: string): Session | null {
  try {
    const { of, ...saved } = stored.parse(JSON.parse(ctx.config.session));
    // Tokens of the account that was entered before are nobody's now.
    return of === key ? saved : null;
  } catch {
    return null;
  }
}

function keep(key: string, current: Promise<Session>): Promise<Session> {
  const entry: Kept = { current, refused: null };
  kept.set(key, entry);
  current.catch((error: unknown) => {
    if (error instanceof Permanent) entry.refused = { error, at: Date.now() };
    else if (kept.get(key) === entry) kept.delete(key);
  });
  return current;
}

function keyOf(ctx: Caller): string {
  const { service, handle, appPassword } = ctx.config;
  return createHash("sha256")
    .update(JSON.stringify([service, handle, appPassword]))
    .digest("base64url");
}
