import { type Context, Permanent, Temporary } from "@/lib/channels/channel";
import type { Config } from "./config";

export type Caller = Pick<Context<Config>, "config" | "fetch" | "signal" | "saveSecrets">;

export type Call = {
  query?: Record<string, string | number | string[] | null>;
  /** Makes it a procedure (POST). */
  json?: object;
  /** A procedure that takes bytes (uploadBlob). */
  bytes?: { type: string; body: Uint8Array<ArrayBuffer> };
  /** The service that our server shall hand the call on to, as "did#service". */
  proxy?: string;
  timeoutMs?: number;
};

/** A call as it stands, without a session of its own; resolves with the JSON, null where there is none. */
export async function ask(
  ctx: Pick<Caller, "fetch" | "signal">,
  to: { at: string; token: string | null },
  nsid: string,
  options: Call = {},
): Promise<unknown> {
  const url = new URL(`/xrpc/${nsid}`, to.at);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    for (const one of value === null ? [] : [value].flat()) url.searchParams.append(name, String(one));
  }
  const headers = new Headers({ accept: "application/json" });
  if (to.token !== null) headers.set("authorization", `Bearer ${to.token}`);
  if (options.json) headers.set("content-type", "application/json");
  if (options.bytes) headers.set("content-type", options.bytes.type);
  if (options.proxy) headers.set("atproto-proxy", options.proxy);
  const service = url.host;
  const response = await ctx
    .fetch(url, {
      method: options.json || options.bytes || isProcedure.has(nsid) ? "POST" : "GET",
      headers,
      body: options.bytes?.body ?? (options.json ? JSON.stringify(options.json) : null),
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(options.timeoutMs ?? 20_000)]),
      // Whoever redirects would get our token.
      redirect: "error",
    })
    .catch((error: unknown) => {
      throw broken(error, service);
    });
  const text = await response.text().catch(() => {
    throw new Temporary("bluesky.unreachable", { service });
  });
  const answer = parsed(text);
  if (!response.ok) throw refused(response, answer, service);
  return answer;
}

/** Procedures without a body; queries go by GET. */
const isProcedure = new Set(["com.atproto.server.refreshSession"]);

/** The server says no, with its own name for it ("RecordNotFound"). */
export class Refusal extends Permanent {
  constructor(
    readonly status: number,
    /** The server's word for it, empty where it has none. */
    readonly said: string,
    code: string,
    params: Record<string, string | number>,
  ) {
    super(code, params);
  }

  /** The access token has had its day; a token of too little scope is `InvalidToken`, which no renewal mends. */
  get isExpired(): boolean {
    return this.said === "ExpiredToken" || this.status === 401;
  }
}

function refused(response: Response, answer: unknown, service: string): Error {
  const { status } = response;
  if (status === 429) return new Temporary("bluesky.rate_limited", { service }, resumesAt(response.headers));
  const { error: said, message } = spoken(answer);
  const reason = (message || said).slice(0, 300);
  if (said === "MethodNotImplemented" || said === "XRPCNotSupported" || status === 501)
    return new Refusal(status, said, "bluesky.not_offered", { service, reason });
  if (status >= 500 || status === 408) return new Temporary("bluesky.server_trouble", { service, status });
  if (status === 401) return new Refusal(status, said, "bluesky.session_refused", { service });
  if (status === 403) return new Refusal(status, said, "bluesky.not_allowed", { reason });
  if (said === "" && status === 404) return new Refusal(status, said, "bluesky.not_bluesky", { service });
  return new Refusal(status, said, "bluesky.refused", { status, reason });
}

/** RateLimit-Reset is a Unix time in seconds here; Retry-After a number of seconds or a date (RFC 9110). */
function resumesAt(headers: Headers): Date {
  const reset = Number(headers.get("ratelimit-reset") ?? Number.NaN) * 1000;
  const after = headers.get("retry-after") ?? "";
  const moments = [reset, Date.now() + Number(after || Number.NaN) * 1000, Date.parse(after)];
  return new Date(moments.find((at) => at > Date.now()) ?? Date.now() + 60_000);
}

function broken(error: unknown, service: string): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "BlockedAddress") {
    const isRedirect = "reason" in error && error.reason === "redirects";
    return new Permanent(isRedirect ? "bluesky.moved" : "bluesky.address_blocked", { service });
  }
  if (error.name === "TimeoutError") return new Temporary("bluesky.timeout", { service });
  return new Temporary("bluesky.unreachable", { service });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function spoken(answer: unknown): { error: string; message: string } {
  const part = (name: string) => {
    const value = typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : null;
    return typeof value === "string" ? value : "";
  };
  return { error: part("error"), message: part("message") };
}
