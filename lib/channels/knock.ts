import { z } from "zod";
import { cleanText } from "@/lib/text/clean";
import type { Context } from "./channel";
import { sign } from "./signature";

/** Where replies are handed over, and the secrets that sign them, the newest first. */
export type Receiver = { url: string; secrets: readonly string[] };

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
  ctx: Pick<Context<unknown>, "fetch" | "signal" | "now">,
  receiver: Receiver,
  id: string,
  payload: object,
): Promise<Knocked> {
  const body = new TextEncoder().encode(JSON.stringify(payload));
  const timestamp = Math.floor(ctx.now().getTime() / 1000);
  const { host } = new URL(receiver.url);
  const begun = performance.now();
  const after = () => Math.round(performance.now() - begun);
  try {
    const response = await ctx.fetch(receiver.url, {
      method: "POST",
      body,
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "avant-timestamp": String(timestamp),
        "avant-signature": sign(receiver.secrets, timestamp, body),
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

const said = z.object({ id: z.string().optional(), reason: z.string().optional() });

/** The receiver's own id of what it published, or its reason for not doing so. */
export function wordIn(answer: string, name: "id" | "reason"): string | null {
  try {
    const word = said.safeParse(JSON.parse(answer)).data?.[name] ?? "";
    return word !== "" && word.length <= 500 ? word : null;
  } catch {
    return null;
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
