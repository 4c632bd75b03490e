import { type Context, type HealthReport, type Outgoing, Permanent } from "@/lib/channels/channel";
import { checkReceiver, handOver } from "@/lib/channels/hand-over";
import type { Receiver } from "@/lib/channels/knock";
import { markdownToText } from "@/lib/text/markdown";
import { answerId } from "./answer-id";
import type { Config } from "./config";

type Sending = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "knocks" | "channelId">;

/**
 * Hands the one public answer to a review to the site, or to a program beside it, signed as replies of a source of
 * one's own are (docs/api-channel.md). `replaces` names the earlier answer that it takes the place of. Its id is
 * made of its words, so that it is known again when the site's export tells it.
 */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<{ externalId: string }> {
  const review = outgoing.answers?.externalId;
  if (review === undefined) throw new Permanent("reviews.no_review");
  const text = markdownToText(outgoing.text);
  await handOver(ctx, receiverOf(ctx.config), {
    messageId: outgoing.messageId,
    payload: {
      type: "reply",
      id: outgoing.messageId,
      channelId: ctx.channelId,
      source: ctx.config.source,
      sentAt: ctx.now().toISOString(),
      review,
      text,
      replaces: outgoing.replaces,
      author: outgoing.from,
      language: outgoing.language,
    },
  });
  const externalId = answerId(review, text);
  return { externalId: externalId === outgoing.replaces ? `${externalId}+` : externalId };
}

/** Handing it over again is safe. */
export async function hasSent(): Promise<boolean> {
  return false;
}

/** Without an address for answers there is nobody to ask: reviews are brought to us. */
export async function check(ctx: Sending): Promise<HealthReport | null> {
  return ctx.config.answerUrl === "" ? null : checkReceiver(ctx, receiverOf(ctx.config));
}

function receiverOf({ answerUrl: url, answerSecret: secret }: Config): Receiver {
  if (url === "") throw new Permanent("reviews.no_receiver");
  if (secret === "") throw new Permanent("reviews.no_secret");
  return { url, secrets: [secret] };
}
