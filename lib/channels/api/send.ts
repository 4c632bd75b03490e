import type { Readable } from "node:stream";
import { type Context, type HealthReport, type Outgoing, Permanent } from "@/lib/channels/channel";
import { checkReceiver, handOver } from "@/lib/channels/hand-over";
import { markdownToHtml, markdownToText } from "@/lib/text/markdown";
import { type Config, secretsOf } from "./config";

type Sending = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "knocks" | "channelId">;

/** Hands a reply to the receiver. The id of its answer (`{"id": "…"}`) becomes the message's. */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<{ externalId: string }> {
  if (ctx.config.receiverUrl === "") throw new Permanent("api.no_receiver");
  const payload = await payloadOf(ctx, outgoing);
  const { messageId } = outgoing;
  const theirs = await handOver(ctx, receiverOf(ctx.config), { messageId, payload });
  return { externalId: theirs ?? messageId };
}

/** Handing it over again is safe, and unlike a yes it gives the receiver's id. */
export async function hasSent(): Promise<boolean> {
  return false;
}

/** A source without a receiver only feeds: there is nobody to ask. */
export async function check(ctx: Sending): Promise<HealthReport | null> {
  return ctx.config.receiverUrl === "" ? null : checkReceiver(ctx, receiverOf(ctx.config));
}

function receiverOf(config: Config) {
  return { url: config.receiverUrl, secrets: secretsOf(config) };
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
