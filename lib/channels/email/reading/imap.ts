import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { Accept, Context } from "@/lib/channels/channel";
import type { EmailConfig } from "@/lib/channels/email/config";
import { imapFailure, openImap } from "./imap-connection";
import { NotStored, scan } from "./imap-scan";
import { scanSent } from "./sent-scan";

/** How long to wait before the next try; servers lock out who knocks too often with a wrong password. */
const backOff = { first: 1_000, most: 5 * 60_000, firstAfterLogin: 30_000 };
/** A look without being told, for servers that forget to tell and lines that died in silence. */
const lookAgainMs = 60_000;

/**
 * Follows one folder until `signal` says stop: one connection only waits (IDLE, RFC 2177), another fetches.
 * Broken lines come back by themselves, with growing pauses; a refused login is tried again too, because
 * it is often temporary.
 */
export async function followMailbox(
  ctx: Context<EmailConfig>,
  accept: Accept,
  signal: AbortSignal,
): Promise<void> {
  let pause = 0;
  while (!signal.aborted) {
    const startedAt = Date.now();
    try {
      await session({ ...ctx, signal }, accept);
      pause = backOff.first;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof NotStored) {
        // Ours, not the mailbox's: whoever watches the database says so. The mail stays where it is.
        ctx.log.warn({ reason: error.message }, "mail could not be stored");
        pause = Math.min(10_000, Math.max(backOff.first, pause * 2));
        await rest(pause, signal);
        continue;
      }
      const failure = imapFailure(error, ctx.config);
      ctx.health(failure);
      ctx.log.warn({ code: failure.code, answer: failure.params.answer }, "mailbox connection lost");
      const least = failure.code === "imap_login" ? backOff.firstAfterLogin : backOff.first;
      const isFresh = Date.now() - startedAt > 60_000;
      pause = isFresh ? least : Math.min(backOff.most, Math.max(least, pause * 2));
    }
    await rest(pause, signal);
  }
}

/** Not all channels at the same moment when a server comes back. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
}

async function session(ctx: Context<EmailConfig>, accept: Accept): Promise<void> {
  const fetcher = await openImap(ctx);
  let waiter: ImapFlow | null = null;
  try {
    await openFolder(fetcher, ctx.config);
    await scan(fetcher, ctx, accept);
    await scanSent(fetcher, ctx, accept);
    ctx.health(null);
    waiter = await openImap(ctx);
    await openFolder(waiter, ctx.config);
    await follow(fetcher, waiter, ctx, accept);
  } finally {
    waiter?.close();
    fetcher.close();
  }
}

/** Scans whenever the waiting connection hears of mail, and each minute. Ends when either line does. */
async function follow(
  fetcher: ImapFlow,
  waiter: ImapFlow,
  ctx: Context<EmailConfig>,
  accept: Accept,
): Promise<void> {
  const bell = newBell();
  waiter.on("exists", () => bell.ring());
  waiter.on("close", () => bell.ring());
  fetcher.on("close", () => bell.ring());
  ctx.signal.addEventListener("abort", () => bell.ring(), { once: true });
  // A line that breaks while it waits is seen below; a rejection that nobody caught would end the process.
  void idle(waiter)
    .catch(() => undefined)
    .finally(() => bell.ring());
  // What came between the first scan and the moment when IDLE began was announced to nobody.
  bell.ring();
  while (!ctx.signal.aborted) {
    await bell.heard(lookAgainMs);
    if (ctx.signal.aborted) return;
    if (!waiter.usable || !fetcher.usable) throw new Error("the connection was closed");
    await limited(fetcher.noop(), 30_000);
    await scan(fetcher, ctx, accept);
    await scanSent(fetcher, ctx, accept);
    ctx.health(null);
  }
}

async function idle(waiter: ImapFlow): Promise<void> {
  while (waiter.usable) {
    const startedAt = Date.now();
    await waiter.idle();
    // A server that ends IDLE at once must not keep us busy.
    if (Date.now() - startedAt < 1000) await sleep(1000);
  }
}

export async function openFolder(client: ImapFlow, config: EmailConfig): Promise<void> {
  await client.mailboxOpen(config.imapFolder || "INBOX");
}

/** A signal that is remembered when nobody listens; several rings are one. */
function newBell(): { ring(): void; heard(withinMs: number): Promise<void> } {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async heard(withinMs) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      isRung = false;
    },
  };
}

async function limited(work: Promise<unknown>, ms: number): Promise<void> {
  const stop = new AbortController();
  const late = sleep(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error("the server does not answer");
  });
  try {
    await Promise.race([work, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}
