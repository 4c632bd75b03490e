import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { type Context, Permanent, Temporary, Uncertain } from "@/lib/channels/channel";
import { parseExact } from "@/lib/text/exact-json";
import type { Config } from "./config";

export type Caller = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "claim" | "saveSecrets">;

type Call = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  query?: Record<string, string>;
  json?: object;
  form?: FormData;
  timeoutMs?: number;
};

/** A refusal that is final, with what X called it for callers that know what it means there. */
export class Refusal extends Permanent {
  constructor(
    readonly status: number,
    code: string,
    readonly reason: string,
  ) {
    super(code, { reason });
  }
}

/**
 * One call of the X API v2 as the account. An access token that has ended (after two hours) is renewed once. Ids come
 * back exact. Throws Permanent, Temporary or Uncertain with a code under `channels.errors.x`.
 */
export async function call<T>(
  ctx: Caller,
  path: string,
  shape: z.ZodType<T>,
  options: Call = {},
): Promise<T> {
  if (ctx.config.accessToken === "") throw new Permanent("x.not_signed_in");
  let response = await request(ctx, path, options, ctx.config.accessToken);
  if (response.status === 401 && ctx.config.refreshToken !== "") {
    await response.body?.cancel();
    await renew(ctx);
    response = await request(ctx, path, options, ctx.config.accessToken);
  }
  const text = await response.text().catch((error: unknown) => {
    throw broken(error, options.method ?? "GET");
  });
  if (!response.ok) throw refused(ctx, response, parsed(text));
  // An append of media answers with nothing.
  const read = shape.safeParse(text === "" ? {} : parsed(text));
  if (!read.success) throw new Temporary("x.not_x", { host: new URL(ctx.config.apiUrl).host });
  return read.data;
}

async function request(ctx: Caller, path: string, options: Call, token: string): Promise<Response> {
  const url = new URL(`${ctx.config.apiUrl}${path}`);
  for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value);
  const headers = new Headers({ accept: "application/json", authorization: `Bearer ${token}` });
  if (options.json) headers.set("content-type", "application/json");
  const method = options.method ?? "GET";
  return ctx
    .fetch(url, {
      method,
      headers,
      body: options.form ?? (options.json ? JSON.stringify(options.json) : null),
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(options.timeoutMs ?? 15_000)]),
      redirect: "error",
    })
    .catch((error: unknown) => {
      throw broken(error, method);
    });
}

const tokens = z.object({ access_token: z.string().min(1), refresh_token: z.string().nullish() });

type Pair = { accessToken: string; refreshToken: string };

/** Renewals of this process by the token that was used up, so that all who need one get the same. */
const renewals = new Map<string, Promise<Pair>>();

async function renew(ctx: Caller): Promise<void> {
  const used = ctx.config.refreshToken;
  const renewal = renewals.get(used) ?? renewOnce(ctx);
  renewals.set(used, renewal);
  // Later ones find the new pair in the settings.
  renewal.then(
    () => setTimeout(() => renewals.delete(used), 60_000).unref(),
    () => renewals.delete(used),
  );
  ctx.config = { ...ctx.config, ...(await renewal) };
}

/**
 * A refresh token is good for one use (docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token): the
 * process that claims it first uses it, the others come back when the new one is stored.
 */
async function renewOnce(ctx: Caller): Promise<Pair> {
  const { refreshToken } = ctx.config;
  const me = randomUUID();
  const key = `x-refresh ${createHash("sha256").update(refreshToken).digest("hex")}`;
  if ((await ctx.claim(key, me, 60)) !== me)
    throw new Temporary("x.renewing", {}, new Date(ctx.now().getTime() + 3_000));
  const got = await tokenCall(ctx, { grant_type: "refresh_token", refresh_token: refreshToken });
  await ctx.saveSecrets(got);
  return got;
}

/** POST /2/oauth2/token. Resolves with what is merged into the settings. Throws Permanent when X refuses. */
export async function tokenCall(
  ctx: Pick<Caller, "config" | "fetch" | "signal">,
  fields: Record<string, string>,
): Promise<Pair> {
  const { clientId, clientSecret, apiUrl } = ctx.config;
  const headers = new Headers({ "content-type": "application/x-www-form-urlencoded" });
  if (clientSecret !== "") {
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    headers.set("authorization", `Basic ${Buffer.from(pair).toString("base64")}`);
  }
  const response = await ctx
    .fetch(`${apiUrl}/2/oauth2/token`, {
      method: "POST",
      headers,
      body: new URLSearchParams({ ...fields, client_id: clientId }).toString(),
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(15_000)]),
      redirect: "error",
    })
    .catch((error: unknown) => {
      throw broken(error, "GET");
    });
  const read = tokens.safeParse(parsed(await response.text()));
  if (response.status >= 500) throw new Temporary("x.server_trouble", { status: response.status });
  if (!response.ok || !read.success) throw new Permanent("x.token_refused");
  return {
    accessToken: read.data.access_token,
    refreshToken: read.data.refresh_token ?? fields.refresh_token ?? "",
  };
}

const problem = z.object({
  title: z.string().catch(""),
  detail: z.string().catch(""),
  type: z.string().catch(""),
  reason: z.string().catch(""),
  errors: z.array(z.object({ message: z.string().catch("") })).catch([]),
});

/** docs.x.com/x-api/fundamentals/response-codes-and-errors */
function refused(ctx: Caller, response: Response, answer: unknown): Error {
  const said = problem.safeParse(answer).data ?? { title: "", detail: "", type: "", reason: "", errors: [] };
  const { status } = response;
  const reason = (said.detail || said.errors[0]?.message || said.title).slice(0, 300);
  const now = ctx.now().getTime();
  const isCapped = said.title === "UsageCapExceeded" || said.type.endsWith("/usage-capped");
  if (isCapped) return later("x.usage_cap", new Date(now + 6 * 3_600_000));
  if (status === 402) return later("x.no_credits", new Date(now + 3_600_000));
  if (status === 429) {
    const reset = Number(response.headers.get("x-rate-limit-reset") ?? Number.NaN) * 1000;
    return later("x.rate_limited", new Date(reset > now ? reset : now + 15 * 60_000));
  }
  if (status >= 500 || status === 408) return new Temporary("x.server_trouble", { status });
  if (status === 401) return new Permanent("x.token_refused");
  if (status === 404) return new Refusal(status, "x.gone", reason);
  if (said.reason === "client-not-enrolled" || /client-forbidden|not-enrolled/.test(said.type))
    return new Refusal(status, "x.plan", reason);
  if (status === 403 && /duplicate content/i.test(reason)) return new Refusal(status, "x.duplicate", reason);
  if (status === 403) return new Refusal(status, "x.not_allowed", reason);
  return new Refusal(status, "x.refused", reason);
}

function later(code: string, at: Date): Temporary {
  return new Temporary(code, { at: at.toISOString() }, at);
}

function broken(error: unknown, method: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "BlockedAddress") return new Temporary("x.address_blocked");
  const cause = error.cause instanceof Error && "code" in error.cause ? String(error.cause.code) : "";
  const neverLeft = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"].includes(cause);
  return method === "POST" && !neverLeft ? new Uncertain("x.cut") : new Temporary("x.unreachable");
}

function parsed(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}
