import type { Readable } from "node:stream";
import { z } from "zod";
import { type Context, type HealthReport, type Outgoing, Permanent, Temporary } from "@/lib/channels/channel";
import { markdownToHtml, markdownToText } from "@/lib/text/markdown";
import type { Config } from "./config";
import { knock } from "./knock";

type Sending = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "knocks" | "channelId">;

/** So many failures in a row over so long, and nobody knocks any more until a test got through. */
const offAfter = { failures: 20, hours: 12 };
/** From the third on the channel says so to everybody. */
const saidAfter = 3;

/**
 * Hands a reply to the receiver. It carries the same Webhook-Id in every try, so handing it over again is always
 * safe, and what broke is Temporary, never Uncertain. The id of the answer (`{"id": "…"}`) becomes the message's.
 */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<{ externalId: string }> {
  if (ctx.config.receiverUrl === "") throw new Permanent("api.no_receiver");
  const before = (await ctx.knocks?.failing()) ?? { count: 0, since: null };
  if (isOff(before, ctx.now())) throw new Permanent("api.receiver_off", { count: before.count });
  const result = await knock(ctx, outgoing.messageId, await payloadOf(ctx, outgoing));
  const failures = result.isTaken ? 0 : before.count + 1;
  const report = failures >= saidAfter ? sayFailing(failures, result) : null;
  await ctx.knocks?.keep({ ...result, messageId: outgoing.messageId }, report);
  if (result.isTaken) return { externalId: wordIn(result.answer, "id") ?? outgoing.messageId };
  const { status, answer, host } = result;
  if (status === null) throw new Temporary("api.receiver_silent", { host });
  // What it answered stays in the log, which only whoever looks after the channel sees; but for a reason that it gives
  // in the form made for it. These words will never be taken; everything else may be repaired over there.
  if (refusals.has(status))
    throw new Permanent("api.receiver_refused", { host, status, reason: wordIn(answer, "reason") ?? "" });
  throw new Temporary("api.receiver_failed", { host, status }, result.retryAt);
}

const refusals = new Set([400, 410, 413, 415, 422]);

/** Handing it over again is safe, and unlike a yes it gives the receiver's id. */
export async function hasSent(): Promise<boolean> {
  return false;
}

/** A signed `{"type": "ping"}`: whether the receiver takes what we sign. Lifts "off" when it does. */
export async function check(ctx: Sending): Promise<HealthReport | null> {
  if (ctx.config.receiverUrl === "") return null;
  const sentAt = ctx.now().toISOString();
  const result = await knock(ctx, `ping-${crypto.randomUUID()}`, { type: "ping", sentAt });
  const report = result.isTaken ? null : sayFailing(1, result);
  await ctx.knocks?.keep({ ...result, messageId: null }, report);
  return report;
}

function isOff({ count, since }: { count: number; since: Date | null }, now: Date): boolean {
  if (count < offAfter.failures || since === null) return false;
  return now.getTime() - since.getTime() >= offAfter.hours * 3_600_000;
}

function sayFailing(
  failures: number,
  { status, host }: { status: number | null; host: string },
): HealthReport {
  if (status === null) return { code: "api.receiver_silent_often", params: { host, failures } };
  return { code: "api.receiver_failed_often", params: { host, failures, status } };
}

const said = z.object({ id: z.string().optional(), reason: z.string().optional() });

/** The receiver's own id of what it published, or its reason for not doing so. */
function wordIn(answer: string, name: "id" | "reason"): string | null {
  try {
    const word = said.safeParse(JSON.parse(answer)).data?.[name] ?? "";
    return word !== "" && word.length <= 500 ? word : null;
  } catch {
    return null;
  }
}

async function payloadOf(ctx: Sending, outgoing: Outgoing) {
  const files: Array<{ name: string; contentType: string; size: number; content: string }> = [];
  for (const { name, contentType, size, open } of outgoing.files) {
    files.push({ name, contentType, size, content: await base64(await open()) });
  }
  return {
    type: "reply",
    id: outgoing.messageId,
    channelId: ctx.channelId,
    source: ctx.config.source,
    sentAt: ctx.now().toISOString(),
    thread: outgoing.threadKey,
    replyTo: outgoing.answers?.externalId ?? null,
    to: outgoing.to,
    public: outgoing.mode === "public",
    author: outgoing.from,
    subject: outgoing.subject,
    text: markdownToText(outgoing.text),
    html: markdownToHtml(outgoing.text),
    language: outgoing.language,
    automatic: outgoing.automatic,
    files,
  };
}

async function base64(file: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("base64");
}
