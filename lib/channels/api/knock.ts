import type { Context } from "@/lib/channels/channel";
import { cleanText } from "@/lib/text/clean";
import { type Config, secretsOf } from "./config";
import { sign } from "./signature";

const deadlineMs = 7_000;
/** Of an answer; nobody reads more. */
const readBytes = 2_000;

export type Knocked = {
  isTaken: boolean;
  status: number | null;
  ms: number;
  answer: string;
  host: string;
  retryAt: Date | null;
};

/** One signed POST to the receiver. Never throws: what went wrong is the answer. Redirections are not followed. */
export async function knock(
  ctx: Pick<Context<Config>, "config" | "fetch" | "signal" | "now">,
  id: string,
  payload: object,
): Promise<Knocked> {
  const body = new TextEncoder().encode(JSON.stringify(payload));
  const timestamp = Math.floor(ctx.now().getTime() / 1000);
  const { host } = new URL(ctx.config.receiverUrl);
  const begun = performance.now();
  const after = () => Math.round(performance.now() - begun);
  try {
    const response = await ctx.fetch(ctx.config.receiverUrl, {
      method: "POST",
      body,
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "avant-timestamp": String(timestamp),
        "avant-signature": sign(secretsOf(ctx.config), timestamp, body),
      },
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(deadlineMs)]),
    });
    const answer = await firstBytes(response);
    const { status, ok: isTaken } = response;
    return { isTaken, status, ms: after(), answer, host, retryAt: pauseIn(response, ctx.now()) };
  } catch (error) {
    const answer = error instanceof Error ? wordsOf(error) : "";
    return { isTaken: false, status: null, ms: after(), answer, host, retryAt: null };
  }
}

async function firstBytes(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= readBytes) break;
  }
  const text = Buffer.concat(chunks).subarray(0, readBytes).toString("utf8");
  return cleanText(text, readBytes).trim();
}

function pauseIn(response: Response, now: Date): Date | null {
  const asked = response.headers.get("retry-after");
  if (asked === null) return null;
  const at = /^\d{1,6}$/.test(asked) ? now.getTime() + Number(asked) * 1000 : Date.parse(asked);
  // A day is the longest that a receiver may put us off.
  return Number.isNaN(at) ? null : new Date(Math.min(at, now.getTime() + 86_400_000));
}

function wordsOf(error: Error): string {
  if (error.name === "TimeoutError") return `no answer within ${deadlineMs / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return cleanText(cause || error.message, 200);
}
