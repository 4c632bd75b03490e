import { createHmac } from "node:crypto";
import { z } from "zod";
import { type Context, Temporary, Uncertain } from "@/lib/channels/channel";
import { parseExact } from "@/lib/text/exact-json";
import type { Config } from "./config";
import { meaning, RateLimited } from "./failures";

export type Caller = Pick<Context<Config>, "config" | "fetch" | "signal" | "now">;

type Call = {
  method?: "GET" | "POST" | "DELETE";
  query?: Record<string, string>;
  json?: object;
  form?: FormData;
  timeoutMs?: number;
  /** Instead of the page's own token. */
  token?: string;
};

/**
 * One call of the Graph API, with the proof that we hold the application's secret
 * (developers.facebook.com/docs/graph-api/guides/secure-requests). Ids come back exact. Throws Permanent or Temporary
 * with a code under `channels.errors.meta`; Uncertain when the line broke after something may have been written.
 */
export async function call<T>(
  ctx: Caller,
  path: string,
  shape: z.ZodType<T>,
  options: Call = {},
): Promise<T> {
  const { config } = ctx;
  const token = options.token ?? config.accessToken;
  const url = new URL(`${config.apiUrl}/${path}`);
  for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value);
  url.searchParams.set("appsecret_proof", createHmac("sha256", config.appSecret).update(token).digest("hex"));
  const method = options.method ?? "GET";
  const headers = new Headers({ accept: "application/json", authorization: `Bearer ${token}` });
  if (options.json) headers.set("content-type", "application/json");
  const host = url.host;
  const response = await ctx
    .fetch(url, {
      method,
      headers,
      body: options.form ?? (options.json ? JSON.stringify(options.json) : null),
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(options.timeoutMs ?? 15_000)]),
      // An API does not move; whoever redirects would get our token.
      redirect: "error",
    })
    .catch((error: unknown) => {
      throw broken(error, host, method);
    });
  noteUsage(ctx, token, response.headers);
  const text = await response.text().catch((error: unknown) => {
    throw broken(error, host, method);
  });
  const answer = parsed(text);
  const failed = failure.safeParse(answer);
  if (!response.ok || failed.success)
    throw meaning(response.status, failed.success ? failed.data.error : null, {
      host,
      now: ctx.now(),
      regainAt: regainAt(ctx, response.headers),
    });
  const read = shape.safeParse(answer);
  if (!read.success) throw new Temporary("meta.not_meta", { host });
  return read.data;
}

const failure = z.object({
  error: z.object({
    code: z.number().catch(0),
    error_subcode: z.number().nullish().catch(null),
    message: z.string().catch(""),
    is_transient: z.boolean().nullish().catch(null),
  }),
});
export type GraphError = z.infer<typeof failure>["error"];

function broken(error: unknown, host: string, method: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "BlockedAddress") return new Temporary("meta.address_blocked", { host });
  const cause = error.cause instanceof Error && "code" in error.cause ? String(error.cause.code) : "";
  const neverLeft = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"].includes(cause);
  if (method === "POST" && !neverLeft) return new Uncertain("meta.cut");
  return new Temporary("meta.unreachable", { host });
}

function parsed(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}

/** Until when an account has nearly used up what it may ask, by token. */
const nearLimit = new Map<string, number>();
const share = z.looseObject({
  call_count: z.number().catch(0),
  total_time: z.number().catch(0),
  total_cputime: z.number().catch(0),
  estimated_time_to_regain_access: z.number().catch(0),
});

/**
 * X-App-Usage and X-Business-Use-Case-Usage say in per cent what is used up
 * (developers.facebook.com/docs/graph-api/overview/rate-limiting).
 */
function noteUsage(ctx: Caller, token: string, headers: Headers): void {
  const most = Math.max(
    0,
    ...shares(headers).map((one) => Math.max(one.call_count, one.total_time, one.total_cputime)),
  );
  if (most >= 95) nearLimit.set(token, ctx.now().getTime() + 5 * 60_000);
  else if (most > 0) nearLimit.delete(token);
}

function shares(headers: Headers): Array<z.infer<typeof share>> {
  const app = share.safeParse(parsed(headers.get("x-app-usage") ?? ""));
  const byAccount = z
    .record(z.string(), z.array(share))
    .safeParse(parsed(headers.get("x-business-use-case-usage") ?? ""));
  return [
    ...(app.success ? [app.data] : []),
    ...(byAccount.success ? Object.values(byAccount.data).flat() : []),
  ];
}

function regainAt(ctx: Caller, headers: Headers): Date | null {
  const minutes = Math.max(0, ...shares(headers).map((one) => one.estimated_time_to_regain_access));
  return minutes === 0 ? null : new Date(ctx.now().getTime() + minutes * 60_000);
}

/** What only looks around leaves the last calls to those who answer. Throws RateLimited. */
export function spare(ctx: Caller): void {
  const until = nearLimit.get(ctx.config.accessToken) ?? 0;
  if (until > ctx.now().getTime()) throw new RateLimited(new Date(until));
}
