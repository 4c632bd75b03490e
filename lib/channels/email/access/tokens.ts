import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Context, Permanent, type SignIn, Temporary } from "@/lib/channels/channel";
import type { EmailConfig } from "@/lib/channels/email/config";
import { cleanLine } from "@/lib/text/clean";
import { providerOf } from "./provider";

type Caller = Pick<
  Context<EmailConfig>,
  "config" | "fetch" | "signal" | "now" | "claim" | "saveSecrets" | "stored"
>;

const kept = z.object({ access: z.string(), refresh: z.string(), endsAt: z.number() });
type Tokens = z.infer<typeof kept>;

/** Renewed so long before its end that no command of ours meets it. */
const earlyMs = 3 * 60_000;
/** How long the other side may take over an answer. */
const askMs = 15_000;

export const signIn: SignIn<EmailConfig> = {
  start(ctx, { redirectUrl, state, challenge }) {
    const { authorizeUrl, scopes, asked } = providerOf(ctx.config);
    if (ctx.config.clientId === "" || !URL.canParse(authorizeUrl)) throw new Permanent("sign_in_first");
    const url = new URL(authorizeUrl);
    const query = {
      response_type: "code",
      client_id: ctx.config.clientId,
      redirect_uri: redirectUrl,
      scope: scopes,
      state,
      code_challenge: challenge,
      code_challenge_method: "S256",
      login_hint: ctx.config.imapUser || ctx.config.address,
      ...asked,
    };
    for (const [name, value] of Object.entries(query)) if (value !== "") url.searchParams.set(name, value);
    return url.href;
  },
  async finish(ctx, { code, verifier, redirectUrl }) {
    const tokens = await ask(ctx, "", {
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      redirect_uri: redirectUrl,
    });
    return { tokens: JSON.stringify(tokens) };
  },
};

/** The login's user and access token; null for a mailbox with a password. `renewed`: the last one was refused. */
export async function accessOf(ctx: Caller): Promise<string | null> {
  return ctx.config.access === "password" ? null : (await tokensOf(ctx, null)).access;
}

/** Another token after the server refused this one. */
export async function renewedAccess(ctx: Caller, refused: string): Promise<string> {
  return (await tokensOf(ctx, refused)).access;
}

/**
 * What another process renewed meanwhile is taken first, since some providers void a refresh token once it was used.
 * Of several who need a new one at once the first asks for it, the others wait for its answer.
 */
async function tokensOf(ctx: Caller, refused: string | null): Promise<Tokens> {
  const now = await read(ctx);
  if (isGood(now, refused, ctx)) return now;
  if (now.refresh === "") throw new Temporary("sign_in_again", about(ctx, "no refresh token"));
  const me = randomUUID();
  const key = `mail-access:${createHash("sha256").update(`${now.refresh} ${now.access}`).digest("hex")}`;
  if ((await ctx.claim(key, me, askMs / 1000 + 1)) !== me) {
    for (let waited = 0; waited < askMs; waited += 500) {
      await sleep(500, undefined, { signal: ctx.signal });
      const other = await read(ctx);
      if (isGood(other, refused, ctx)) return other;
    }
    // The first was refused, or is gone: what the other side says is for us to hear, too.
  }
  const tokens = await ask(ctx, now.refresh, { grant_type: "refresh_token", refresh_token: now.refresh });
  await ctx.saveSecrets({ tokens: JSON.stringify(tokens) });
  ctx.config = { ...ctx.config, tokens: JSON.stringify(tokens) };
  return tokens;
}

function isGood(tokens: Tokens, refused: string | null, ctx: Caller): boolean {
  return tokens.access !== refused && tokens.access !== "" && tokens.endsAt - earlyMs > ctx.now().getTime();
}

async function read(ctx: Caller): Promise<Tokens> {
  const stored = (await ctx.stored?.())?.tokens;
  const text = typeof stored === "string" && stored !== "" ? stored : ctx.config.tokens;
  if (text === "") throw new Temporary("sign_in_first");
  return kept.parse(JSON.parse(text));
}

const answered = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().optional(),
  expires_in: z.coerce.number().default(3600),
});
const refusal = z.object({ error: z.string().default(""), error_description: z.string().default("") });

/** RFC 6749, sections 4.1.3, 5 and 6. A refusal means that somebody has to sign in; anything else may pass. */
async function ask(ctx: Caller, refresh: string, grant: Record<string, string>): Promise<Tokens> {
  const { clientId, clientSecret } = ctx.config;
  const body = new URLSearchParams({ ...grant, client_id: clientId });
  if (clientSecret !== "") body.set("client_secret", clientSecret);
  let answer: Response;
  let found: unknown;
  try {
    answer = await ctx.fetch(providerOf(ctx.config).tokenUrl, {
      method: "POST",
      body: body.toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(askMs)]),
    });
    found = await answer.json().catch(() => null);
  } catch {
    throw new Temporary("sign_in_unreachable", about(ctx, ""));
  }
  const tokens = answered.safeParse(found).data;
  if (answer.ok && tokens)
    return {
      access: tokens.access_token,
      refresh: tokens.refresh_token ?? refresh,
      endsAt: ctx.now().getTime() + tokens.expires_in * 1000,
    };
  if (answer.status >= 500 || answer.status === 429)
    throw new Temporary("sign_in_unreachable", about(ctx, ""));
  const said = refusal.safeParse(found).data;
  const why = cleanLine(said?.error_description || said?.error || String(answer.status), 200);
  // Temporary even so: what waits to be sent goes on waiting, and leaves once somebody has signed in.
  throw new Temporary(refresh === "" ? "sign_in_refused" : "sign_in_again", about(ctx, why));
}

function about(ctx: Caller, answer: string): { host: string; answer: string } {
  const { tokenUrl } = providerOf(ctx.config);
  return { host: URL.canParse(tokenUrl) ? new URL(tokenUrl).host : tokenUrl, answer };
}
