import { z } from "zod";
import { type Context, Permanent, Temporary, Uncertain } from "@/lib/channels/channel";
import { parseExact } from "@/lib/text/exact-json";
import type { Config } from "./config";

export type Caller = Pick<Context<Config>, "config" | "fetch" | "signal" | "now">;

/** Telegram said no (https://core.telegram.org/bots/api#making-requests). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly retryAfterSeconds: number | null,
    /** A group became a supergroup and has another id now. */
    readonly movedTo: string | null,
  ) {
    super(`telegram: ${status}`);
  }
}

const id = z.union([z.string(), z.number()]).transform(String);
const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: id.optional() }).optional(),
});

/**
 * One call of the Bot API. The address holds the token, so no error carries it. Throws Refusal for an answer that says
 * no, Temporary where there is none; `afterwards` says what a connection that broke after sending means.
 */
export async function call<T>(
  ctx: Caller,
  method: string,
  shape: z.ZodType<T>,
  body: object | FormData,
  afterwards: "temporary" | "uncertain" = "temporary",
): Promise<T> {
  const isForm = body instanceof FormData;
  let response: Response;
  let text: string;
  try {
    response = await ctx.fetch(`${ctx.config.apiRoot}/bot${ctx.config.token}/${method}`, {
      method: "POST",
      body: isForm ? body : JSON.stringify(body),
      headers: isForm ? {} : { "content-type": "application/json" },
      redirect: "error",
      signal: ctx.signal,
    });
    text = await response.text();
  } catch (error) {
    throw broken(error, ctx.config.apiRoot, afterwards);
  }
  const answer = envelope.safeParse(parsed(text));
  const host = new URL(ctx.config.apiRoot).host;
  if (!answer.success) {
    // A gateway in between speaks, who does not know whether the message got through.
    if (response.status >= 500 && afterwards === "uncertain") throw new Uncertain("telegram.cut");
    if (response.status >= 500) throw new Temporary("telegram.server_trouble", { status: response.status });
    throw new Temporary("telegram.not_telegram", { host });
  }
  const { ok, result, error_code, description = "", parameters } = answer.data;
  if (!ok) {
    const status = error_code ?? response.status;
    const { retry_after, migrate_to_chat_id } = parameters ?? {};
    throw new Refusal(status, description, retry_after ?? null, migrate_to_chat_id ?? null);
  }
  const read = shape.safeParse(result);
  if (!read.success) throw new Temporary("telegram.not_telegram", { host });
  return read.data;
}

/** What a refusal means to whoever waits for news or tests the connection. */
export function meaning(error: unknown, now: Date): unknown {
  if (!(error instanceof Refusal)) return error;
  const reason = error.reason.slice(0, 300);
  if (error.status === 429) {
    const seconds = error.retryAfterSeconds ?? 30;
    const at = new Date(now.getTime() + seconds * 1000);
    return new Temporary("telegram.rate_limited", { at: at.toISOString() }, at);
  }
  if (error.status === 401 || error.status === 404) return new Permanent("telegram.token_refused");
  if (error.status === 409) return new Temporary("telegram.conflict", { reason });
  if (error.status >= 500) return new Temporary("telegram.server_trouble", { status: error.status });
  return new Permanent("telegram.refused", { status: error.status, reason });
}

function broken(error: unknown, root: string, afterwards: "temporary" | "uncertain"): unknown {
  if (!(error instanceof Error)) return error;
  const { host } = new URL(root);
  if (error.name === "BlockedAddress") return new Permanent("telegram.address_blocked", { host });
  const code = error.cause instanceof Error && "code" in error.cause ? error.cause.code : null;
  const neverLeft = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"].some(
    (one) => one === code,
  );
  if (afterwards === "uncertain" && !neverLeft) return new Uncertain("telegram.cut");
  return new Temporary(error.name === "TimeoutError" ? "telegram.timeout" : "telegram.unreachable", { host });
}

function parsed(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}
