import { setTimeout as sleep } from "node:timers/promises";
import type { Accept, Channel, Context } from "@/lib/channels/channel";
import { signIn } from "./access/tokens";
import { check } from "./check";
import { type EmailConfig, emailConfig, hasDoor } from "./config";
import { parse } from "./parse";
import { receiveByPost } from "./providers/webhook";
import { followMailbox } from "./reading/imap";
import { receiveMail } from "./reading/listener";
import { send } from "./sending/send";
import { hasSent } from "./sending/sent-copy";
import { closeConnections } from "./sending/smtp-connections";

/**
 * E-mail: in by the built-in SMTP listener, by a mailbox (IMAP with IDLE) and by POST of the raw source; out by
 * SMTP. A channel may use several ways in at once: a mail that comes twice is known by its id.
 */
export const email: Channel<EmailConfig> = {
  kind: "email",
  icon: "mail",
  config: emailConfig,
  can: {
    reply: ["private"],
    html: true,
    subject: true,
    recipients: true,
    maxLength: null,
    counting: "characters",
    namesReaders: false,
    signature: true,
    history: true,
    attachments: { max: 20, maxBytes: 20 * 1024 * 1024 },
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: true,
    edits: false,
    deletes: false,
    search: false,
    act: [],
    singleAnswer: false,
    rating: false,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 8,
  guide: ["address", "forward", "mailbox", "outgoing", "authentication"],
  signIn,
  listen,
  webhook: receiveByPost,
  capsBody: true,
  parse,
  send,
  hasSent,
  check,
};

async function listen(ctx: Context<EmailConfig>, accept: Accept): Promise<() => Promise<void>> {
  const stopped = new AbortController();
  const signal = AbortSignal.any([ctx.signal, stopped.signal]);
  const works: Promise<void>[] = [keepPort(ctx, accept, signal)];
  if (ctx.config.imapHost !== "") works.push(followMailbox(ctx, accept, signal));
  return async () => {
    stopped.abort();
    await Promise.all(works);
    closeConnections(ctx.channelId);
  };
}

/** Holds our place on the mail port; a port that another program has may become free. */
async function keepPort(ctx: Context<EmailConfig>, accept: Accept, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const leave = await receiveMail(ctx, accept);
      if (ctx.config.imapHost === "") ctx.health(null);
      await until(signal);
      await leave();
      return;
    } catch {
      if (signal.aborted) return;
      // With a mailbox the port is an extra that may be taken; without one nothing comes in.
      if (ctx.config.imapHost === "" && !hasDoor(ctx.config)) {
        ctx.health({ code: "listener_port", params: { port: ctx.mail.listenAt?.port ?? 0 } });
      }
      ctx.log.warn({ port: ctx.mail.listenAt?.port ?? 0 }, "the mail port cannot be opened");
      await sleep(10_000, undefined, { signal }).catch(() => undefined);
    }
  }
}

function until(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
