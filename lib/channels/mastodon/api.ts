import type { z } from "zod";
import { type Context, Permanent, Temporary } from "@/lib/channels/channel";
import type { Config } from "./config";

export type Caller = Pick<Context<Config>, "config" | "fetch" | "signal">;

type Call = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  query?: Record<string, string | string[] | null>;
  headers?: Record<string, string>;
  json?: object;
  form?: FormData;
  /** For the whole call; `ctx.fetch` may have a shorter limit of its own. */
  timeoutMs?: number;
};

/**
 * One call of the Mastodon REST API, the answer checked against `shape`. Throws Permanent or Temporary with a code
 * under `channels.errors.mastodon`; a status that a caller wants to treat itself arrives as `Refusal`.
 */
export async function call<T>(
  ctx: Caller,
  path: string,
  shape: z.ZodType<T>,
  options: Call = {},
): Promise<T> {
  const response = await request(ctx, path, options);
  const read = shape.safeParse(parsed(await body(response)));
  if (!read.success) throw new Temporary("mastodon.not_mastodon", { instance: ctx.config.instance });
  return read.data;
}

/** As `call`, for whoever needs the status or the headers of a good answer. */
export async function request(ctx: Caller, path: string, options: Call = {}): Promise<Response> {
  const url = new URL(path, ctx.config.instance);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    for (const one of value === null ? [] : [value].flat()) url.searchParams.append(name, one);
  }
  const headers = new Headers({ accept: "application/json", ...options.headers });
  headers.set("authorization", `Bearer ${ctx.config.accessToken}`);
  if (options.json) headers.set("content-type", "application/json");
  const response = await ctx
    .fetch(url, {
      method: options.method ?? "GET",
      headers,
      body: options.form ?? (options.json ? JSON.stringify(options.json) : null),
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(options.timeoutMs ?? 15_000)]),
      // An API does not move; whoever redirects would get our token, or answer a POST with a page.
      redirect: "error",
    })
    .catch((error: unknown) => {
      throw broken(error, ctx.config.instance);
    });
  if (!response.ok) throw await refused(response, ctx.config.instance);
  return response;
}

/** A refusal by the instance that is final, with the HTTP status for callers that know what it means there. */
export class Refusal extends Permanent {
  constructor(
    readonly status: number,
    code: string,
    params: Record<string, string | number>,
    readonly answer: unknown,
  ) {
    super(code, params);
  }
}

async function refused(response: Response, instance: string): Promise<Error> {
  const answer = parsed(await body(response).catch(() => ""));
  const { status } = response;
  if (status === 429) {
    const reset = Date.parse(response.headers.get("x-ratelimit-reset") ?? "");
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    const retryAt = Number.isNaN(reset) ? Date.now() + (seconds > 0 ? seconds : 60) * 1000 : reset;
    return new Temporary("mastodon.rate_limited", { instance }, new Date(retryAt));
  }
  if (status === 501) return new Refusal(status, "mastodon.not_offered", { instance }, answer);
  if (status >= 500 || status === 408) return new Temporary("mastodon.server_trouble", { instance, status });
  const reason = saidReason(answer).slice(0, 300);
  if (status === 401) return new Refusal(status, "mastodon.token_refused", { instance }, answer);
  if (status === 403) return new Refusal(status, "mastodon.not_allowed", { reason }, answer);
  if (status === 404 || status === 410) return new Refusal(status, "mastodon.gone", { reason }, answer);
  return new Refusal(status, "mastodon.refused", { status, reason }, answer);
}

function broken(error: unknown, instance: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "BlockedAddress") {
    const isRedirect = "reason" in error && error.reason === "redirects";
    return new Permanent(isRedirect ? "mastodon.moved" : "mastodon.address_blocked", { instance });
  }
  if (error.name === "TimeoutError") return new Temporary("mastodon.timeout", { instance });
  return new Temporary("mastodon.unreachable", { instance });
}

async function body(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch {
    throw new Temporary("mastodon.unreachable", { instance: new URL(response.url).origin });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function saidReason(answer: unknown): string {
  const said = typeof answer === "object" && answer !== null && "error" in answer ? answer.error : "";
  return typeof said === "string" ? said : "";
}
