import type { z } from "zod";
import { type Context, Permanent, Temporary } from "@/lib/channels/channel";
import type { Config } from "./config";

export type Caller = Pick<Context<Config>, "config" | "fetch" | "signal" | "now">;

type Call = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  json?: object;
  form?: FormData;
  timeoutMs?: number;
};

/** A refusal that is final, with its HTTP status and what the forum said. */
export class Refusal extends Permanent {
  constructor(
    readonly status: number,
    code: string,
    params: Record<string, string | number>,
  ) {
    super(code, params);
  }
}

/**
 * One call of a forum's API (https://docs.discourse.org), the answer checked against `shape`. Throws Refusal or
 * Temporary with a code under `channels.errors.discourse`.
 */
export async function call<T>(
  ctx: Caller,
  path: string,
  shape: z.ZodType<T>,
  options: Call = {},
): Promise<T> {
  const { config } = ctx;
  const headers: { [name: string]: string } = {
    accept: "application/json",
    "api-key": config.apiKey,
    "api-username": config.username,
  };
  if (options.json) headers["content-type"] = "application/json";
  const site = new URL(config.site).host;
  let response: Response;
  let text: string;
  try {
    response = await ctx.fetch(`${config.site}${path}`, {
      method: options.method ?? "GET",
      headers,
      body: options.form ?? (options.json ? JSON.stringify(options.json) : null),
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(options.timeoutMs ?? 15_000)]),
      // Whoever redirects would get our key.
      redirect: "error",
    });
    text = await response.text();
  } catch (error) {
    ctx.signal.throwIfAborted();
    throw broken(error, site);
  }
  const answer = parsed(text);
  if (!response.ok) throw refused(response, answer, site, ctx.now());
  const read = shape.safeParse(answer);
  if (!read.success) throw new Temporary("discourse.not_discourse", { site });
  return read.data;
}

function refused({ status, headers }: Response, answer: unknown, site: string, now: Date): Error {
  if (status === 429) {
    const seconds = secondsIn(answer) ?? Number(headers.get("retry-after") ?? 60);
    const wait = seconds > 0 && seconds < 86_400 ? seconds : 60;
    return new Temporary("discourse.rate_limited", { site }, new Date(now.getTime() + wait * 1000));
  }
  if (status >= 500 || status === 408) return new Temporary("discourse.server_trouble", { site, status });
  const reason = reasonIn(answer).slice(0, 300);
  if (status === 401 || status === 403) return new Refusal(status, "discourse.not_allowed", { site, reason });
  if (status === 404 || status === 410) return new Refusal(status, "discourse.gone", { site });
  return new Refusal(status, "discourse.refused", { site, status, reason });
}

function broken(error: unknown, site: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "BlockedAddress") {
    const isRedirect = "reason" in error && error.reason === "redirects";
    return new Permanent(isRedirect ? "discourse.moved" : "discourse.address_blocked", { site });
  }
  if (error.name === "TimeoutError") return new Temporary("discourse.timeout", { site });
  return new Temporary("discourse.unreachable", { site });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** {"errors": ["…"], "error_type": "rate_limit", "extras": {"wait_seconds": 17}} */
function secondsIn(answer: unknown): number | null {
  const extras = field(answer, "extras");
  const seconds = field(extras, "wait_seconds");
  return typeof seconds === "number" ? seconds : null;
}

function reasonIn(answer: unknown): string {
  const errors = field(answer, "errors") ?? field(answer, "error");
  return Array.isArray(errors)
    ? errors.filter((one) => typeof one === "string").join(" ")
    : String(errors ?? "");
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : null;
}
