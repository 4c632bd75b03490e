import type { Api } from "@/app/api/v1/index";
import { fromAnswer, unreached } from "./api-error";

/** The parts of a request that a route needs; those it does not need are left out. */
type Parts<T> = {
  [P in "params" | "query" | "body" as undefined extends T[P & keyof T] ? never : P]: T[P & keyof T];
};

type Options<T> = Parts<T> & {
  query?: T["query" & keyof T];
  body?: T["body" & keyof T];
  signal?: AbortSignal;
  /** Sent with every POST so that a repeat does nothing twice; made here unless given. */
  idempotencyKey?: string;
  /** The page is going away: the request may outlive it (64 kB at most). */
  isLast?: boolean;
  /** Ten seconds unless said. */
  timeoutMs?: number;
};

type Arguments<T> = Record<never, never> extends Parts<T> ? [options?: Options<T>] : [options: Options<T>];

/**
 * Calls our own API, typed by the route's name: `api("POST /conversations/{id}/assign", { params, body })`. Throws
 * `ApiError`; an abort by the caller's own signal throws that signal's reason.
 */
export async function api<Key extends keyof Api>(
  key: Key,
  ...[options]: Arguments<Api[Key]>
): Promise<Api[Key]["response"]> {
  const given: Loose = options ?? {};
  const [method = "GET", path = "/"] = String(key).split(" ");
  const headers: Record<string, string> = { accept: "application/json" };
  if (given.body !== undefined) headers["content-type"] = "application/json";
  const address = addressOf(path, given);
  const text = given.body === undefined ? null : JSON.stringify(given.body);
  const asked = `${address} ${text}`;
  if (method === "POST") headers["idempotency-key"] = given.idempotencyKey ?? keyFor(asked);

  const late = AbortSignal.timeout(given.timeoutMs ?? 10_000);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(address, {
      method,
      headers,
      body: text,
      credentials: "same-origin",
      keepalive: given.isLast === true,
      signal: given.signal ? AbortSignal.any([given.signal, late]) : late,
    });
    body = await readBody(response);
  } catch {
    if (given.signal?.aborted) throw given.signal.reason;
    throw unreached(late.aborted ? "timeout" : navigator.onLine === false ? "offline" : "unavailable", 0);
  }
  // A 5xx may have come after the work was done, and a 409 may say that it is still being done.
  if (response.status < 500 && response.status !== 409) unanswered.delete(asked);
  if (!response.ok) throw fromAnswer(response.status, body);
  return carry(body);
}

/** The address of a route, for links, pictures and frames: `/api/v1/attachments/…`. */
export function addressOf(path: string, given: { params?: unknown; query?: unknown }): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(entries(given.params).find(([key]) => key === name)?.[1] ?? "")),
  );
  const search = new URLSearchParams(
    entries(given.query).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (one === undefined || one === null ? [] : [[name, String(one)]])),
    ),
  );
  return `/api/v1${filled}${search.size > 0 ? `?${search}` : ""}`;
}

type Loose = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  signal?: AbortSignal;
  idempotencyKey?: string;
  isLast?: boolean;
  timeoutMs?: number;
};

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// What arrives is what the route declares: the server parses its answers with the same schema before it sends them.
// biome-ignore lint/suspicious/noExplicitAny: the one place where the wire's word is taken for the type.
function carry(body: unknown): any {
  return body;
}

/**
 * Keys of requests that have no answer yet. Whoever asks the same again, because the first try seemed lost or because
 * they pressed twice, asks with the same key, and the server does it once.
 */
const unanswered = new Map<string, string>();

function keyFor(asked: string): string {
  const key = unanswered.get(asked) ?? newKey();
  if (unanswered.size > 100) unanswered.clear();
  unanswered.set(asked, key);
  return key;
}

/** crypto.randomUUID exists only over https and on localhost; a desk on a plain address in the house has neither. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
