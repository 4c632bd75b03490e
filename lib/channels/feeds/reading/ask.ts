import type { Context } from "@/lib/channels/channel";
import type { Config } from "@/lib/channels/feeds/config";

export type Asking = Pick<Context<Config>, "appUrl" | "fetch" | "signal" | "now">;

export type Answer =
  | { kind: "unchanged"; headers: Headers; movedTo: string | null }
  | { kind: "body"; bytes: Uint8Array; headers: Headers; address: string; movedTo: string | null }
  | { kind: "trouble"; code: string; params: { [name: string]: string | number }; retryAt: Date | null };

const mostBytes = 20_000_000;
const patienceMs = 30_000;
const mostHops = 5;

/**
 * One polite request for a feed: who we are, only if it has changed, at most 20 MB in 30 s. Never throws for what
 * the other side does. `movedTo` is where a chain of permanent redirects (301, 308) leads.
 */
export async function ask(
  ctx: Asking,
  address: string,
  known: { etag: string | null; modified: string | null },
): Promise<Answer> {
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(patienceMs)]);
  let at = address;
  let isPermanent = true;
  try {
    for (let hops = 0; ; hops++) {
      const response = await ctx.fetch(at, { headers: headersOf(ctx, known), redirect: "manual", signal });
      const location = response.headers.get("location");
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) {
        const movedTo = at !== address && isPermanent ? at : null;
        return await answerOf(ctx, response, at, movedTo);
      }
      await response.body?.cancel();
      if (hops >= mostHops || !URL.canParse(location, at)) return trouble("too_many_redirects", address);
      if (response.status !== 301 && response.status !== 308) isPermanent = false;
      at = new URL(location, at).href;
    }
  } catch (error) {
    ctx.signal.throwIfAborted();
    return broken(error, address);
  }
}

function headersOf({ appUrl }: Asking, known: { etag: string | null; modified: string | null }): Headers {
  const headers = new Headers({
    "user-agent": `Avant (feed reader; +${appUrl})`,
    accept:
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5",
  });
  if (known.etag !== null) headers.set("if-none-match", known.etag);
  if (known.modified !== null) headers.set("if-modified-since", known.modified);
  return headers;
}

async function answerOf(
  ctx: Asking,
  response: Response,
  at: string,
  movedTo: string | null,
): Promise<Answer> {
  const { status, headers } = response;
  if (status === 304) return { kind: "unchanged", headers, movedTo };
  if (status >= 200 && status < 300) {
    const bytes = await bytesOf(response);
    if (bytes === null) return trouble("too_large", at);
    return { kind: "body", bytes, headers, address: at, movedTo };
  }
  await response.body?.cancel();
  const retryAt = retryAfter(headers, ctx.now());
  if (status === 429) return trouble("rate_limited", at, retryAt);
  if (status === 404) return trouble("not_found", at, retryAt);
  if (status === 410) return trouble("gone", at, new Date(ctx.now().getTime() + dayMs));
  if (status === 401 || status === 403) return trouble("not_allowed", at, retryAt, { status });
  return trouble("server_trouble", at, retryAt, { status });
}

const dayMs = 86_400_000;

/** Read by hand, so that what is too long is given up while it comes. */
export async function bytesOf(response: Response): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
}

/** Seconds or a date (RFC 9110, section 10.2.3), a day at most: nobody means a year. */
export function retryAfter(headers: Headers, now: Date): Date | null {
  const written = headers.get("retry-after");
  if (written === null) return null;
  const seconds = /^\d{1,9}$/.test(written.trim())
    ? Number(written)
    : (Date.parse(written) - now.getTime()) / 1000;
  return seconds > 0 ? new Date(now.getTime() + Math.min(seconds * 1000, dayMs)) : null;
}

function trouble(
  name: string,
  address: string,
  retryAt: Date | null = null,
  params: { [name: string]: string | number } = {},
): Answer {
  return { kind: "trouble", code: `feeds.${name}`, params: { address, ...params }, retryAt };
}

function broken(error: unknown, address: string): Answer {
  const name = error instanceof Error ? error.name : "";
  if (name === "BlockedAddress") return trouble("address_blocked", address);
  if (name === "TimeoutError" || name === "AbortError") return trouble("timeout", address);
  if (name === "TooLarge") return trouble("too_large", address);
  return trouble("unreachable", address);
}
