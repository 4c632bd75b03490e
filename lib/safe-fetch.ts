import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { pipeline, type Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { BlockedAddress, pinned, type Reach, resolveSafely } from "./safe-fetch/connect";

export { BlockedAddress, safeConnect } from "./safe-fetch/connect";

export type SafeFetchOptions = Reach & {
  /** For the whole exchange, body included. */
  timeoutMs?: number;
  /** Of the decoded answer; reading more fails with TooLarge. */
  maxBytes?: number;
  maxRedirects?: number;
};

/** The answer is longer than the caller wants to hold. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";

  constructor(readonly maxBytes: number) {
    super(`answer over ${maxBytes} bytes`);
  }
}

/**
 * `fetch` for addresses that somebody else chose. Only http and https on web ports; the name is resolved once,
 * every address of it is checked against the IANA special ranges, and the connection goes to what was checked;
 * redirects are followed by hand and checked again. Defaults: 7 s, 10 MB, 5 redirects.
 * Rejects with BlockedAddress, TooLarge, a TimeoutError, or a TypeError whose cause is the network's fault.
 */
export async function safeFetch(
  input: string | URL | Request,
  init: RequestInit = {},
  options: SafeFetchOptions = {},
): Promise<Response> {
  const request = new Request(input, init);
  const body = request.body ? Buffer.from(await request.arrayBuffer()) : null;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(options.timeoutMs ?? 7000)]);
  let hop: Hop = { url: new URL(request.url), method: request.method, headers: sendable(request), body };
  for (let redirects = 0; ; redirects++) {
    const answer = await exchange(hop, options, signal);
    const next = request.redirect === "manual" ? null : redirected(hop, answer);
    if (!next) return respond(answer, hop, redirects > 0, options.maxBytes ?? 10_000_000, signal);
    answer.destroy();
    if (request.redirect === "error" || redirects >= (options.maxRedirects ?? 5)) {
      throw new BlockedAddress("redirects", next.url.host);
    }
    hop = next;
  }
}

/** A `fetch` with these options built in, for a Context or a library that takes one. */
export function safeFetchWith(options: SafeFetchOptions): typeof fetch {
  return (input, init) => safeFetch(input, init, options);
}

type Hop = { url: URL; method: string; headers: Headers; body: Buffer | null };

const webPorts = new Set([80, 443, 8000, 8080, 8443]);

async function exchange(hop: Hop, options: SafeFetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { url } = hop;
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new BlockedAddress("scheme", url.host);
  if (url.username !== "" || url.password !== "") throw new BlockedAddress("scheme", url.host);
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  // Who opened the own network on purpose has servers on odd ports; the public internet has no reason to.
  if (!webPorts.has(port) && (options.allow ?? []).length === 0) throw new BlockedAddress("port", url.host);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = await orAborted(resolveSafely(host, options), signal);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return await new Promise((resolve, reject) => {
    const outgoing: ClientRequest = send({
      host,
      port,
      path: url.pathname + url.search,
      method: hop.method,
      headers: { ...Object.fromEntries(hop.headers), host: url.host },
      lookup: pinned(addresses),
      servername: isIP(host) ? "" : host,
      agent: false,
      signal,
    });
    outgoing.once("response", resolve);
    outgoing.once("error", (error) => {
      reject(signal.aborted ? signal.reason : new TypeError("fetch failed", { cause: error }));
    });
    outgoing.end(hop.body ?? undefined);
  });
}

function sendable(request: Request): Headers {
  const headers = new Headers(request.headers);
  for (const name of ["host", "connection", "content-length", "transfer-encoding", "upgrade", "expect"]) {
    headers.delete(name);
  }
  headers.set("accept-encoding", "gzip, deflate, br");
  if (!headers.has("accept")) headers.set("accept", "*/*");
  if (!headers.has("user-agent")) headers.set("user-agent", "Avant");
  return headers;
}

/** The next hop, or null when this answer is the last one. Follows the Fetch standard, "HTTP-redirect fetch". */
function redirected(hop: Hop, answer: IncomingMessage): Hop | null {
  const status = answer.statusCode ?? 0;
  const location = answer.headers.location;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  if (!URL.canParse(location, hop.url)) throw new BlockedAddress("redirects", hop.url.host);
  const url = new URL(location, hop.url);
  const headers = new Headers(hop.headers);
  if (url.origin !== hop.url.origin) {
    for (const name of ["authorization", "cookie", "proxy-authorization"]) headers.delete(name);
  }
  const becomesGet =
    (status === 303 && hop.method !== "HEAD") ||
    ((status === 301 || status === 302) && hop.method === "POST");
  if (!becomesGet) return { ...hop, url, headers };
  for (const name of ["content-type", "content-encoding", "content-language"]) headers.delete(name);
  return { url, method: "GET", headers, body: null };
}

function respond(
  answer: IncomingMessage,
  hop: Hop,
  wasRedirected: boolean,
  maxBytes: number,
  signal: AbortSignal,
): Response {
  const status = answer.statusCode ?? 0;
  if (status < 200 || status > 599) {
    answer.destroy();
    throw new TypeError("fetch failed", { cause: new Error(`status ${status}`) });
  }
  const headers = new Headers();
  for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2) {
    headers.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!);
  }
  const hasBody = hop.method !== "HEAD" && ![204, 205, 304].includes(status);
  if (!hasBody) answer.resume();
  const body = hasBody ? readable(answer, headers, maxBytes, signal) : null;
  const response = new Response(body, { status, statusText: answer.statusMessage ?? "", headers });
  Object.defineProperty(response, "url", { value: hop.url.href });
  Object.defineProperty(response, "redirected", { value: wasRedirected });
  return response;
}

/** Decoded and capped; the cap counts decoded bytes, so that a small archive cannot fill the memory. */
function readable(answer: IncomingMessage, headers: Headers, maxBytes: number, signal: AbortSignal) {
  let seen = 0;
  const cap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > maxBytes) done(new TooLarge(maxBytes));
      else done(null, chunk);
    },
  });
  const decoder = decoderFor(headers.get("content-encoding"));
  // The request's signal already destroys `answer`; the reader shall learn the reason, not "premature close".
  const stop = () => cap.destroy(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  const ended = (error: Error | null | undefined) => {
    signal.removeEventListener("abort", stop);
    if (error) cap.destroy(error);
  };
  if (decoder) {
    headers.delete("content-encoding");
    headers.delete("content-length");
    pipeline(answer, decoder, cap, ended);
  } else {
    pipeline(answer, cap, ended);
  }
  if (signal.aborted) stop();
  return webStream(cap);
}

function decoderFor(encoding: string | null) {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      return null;
  }
}

/** Written out instead of Readable.toWeb, whose type is Node's own stream and not the one Response takes. */
function webStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel(reason) {
      source.destroy(reason instanceof Error ? reason : undefined);
    },
  });
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } catch (error) {
    if (error instanceof BlockedAddress || signal.aborted) throw error;
    throw new TypeError("fetch failed", { cause: error });
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
