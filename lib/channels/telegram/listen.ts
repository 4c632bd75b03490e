import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Accept, type Context, Permanent, Temporary } from "@/lib/channels/channel";
import { type Caller, call, meaning } from "./api";
import type { Config } from "./config";
import { me, update } from "./entities";
import { toRaw, wantedUpdates } from "./raw";
import { setWebhook } from "./webhook";

/** Telegram holds the answer back for so long while there is nothing. */
const holdSeconds = 25;

/**
 * Asks for news and asks again, from the last update that was committed: asking from there tells Telegram that what
 * is before is safe. While a webhook is set, Telegram brings the news and this only sees to the webhook.
 */
export async function listen(ctx: Context<Config>, accept: Accept): Promise<() => Promise<void>> {
  const { username } = await askOurselves(ctx);
  const ending = new AbortController();
  const signal = AbortSignal.any([ctx.signal, ending.signal]);
  if (ctx.config.delivery === "webhook") {
    await setWebhook(ctx);
    ctx.health(null);
    return async () => {};
  }
  const own = { ...ctx, signal };
  await call(own, "deleteWebhook", z.unknown(), { drop_pending_updates: false }).catch((error) => {
    throw meaning(error, ctx.now());
  });
  // The first question is held back while there is nothing to tell.
  ctx.health(null);
  const reading = readOn(own, accept, username);
  return async () => {
    ending.abort();
    await reading;
  };
}

/** Who we are on Telegram; the name is what people call in groups. */
export async function askOurselves(ctx: Caller): Promise<{ id: string; username: string | null }> {
  try {
    const { id, username } = await call(ctx, "getMe", me, {});
    return { id, username: username ?? null };
  } catch (error) {
    throw meaning(error, ctx.now());
  }
}

async function readOn(ctx: Context<Config>, accept: Accept, username: string | null): Promise<void> {
  for (let tries = 0; !ctx.signal.aborted; ) {
    try {
      const begun = performance.now();
      const isNews = await readOnce(ctx, accept, username);
      ctx.health(null);
      tries = 0;
      // A server that does not hold its answer back must not be asked without end.
      if (!isNews && performance.now() - begun < 1000) await pause(1000, undefined, { signal: ctx.signal });
    } catch (thrown) {
      if (ctx.signal.aborted) return;
      const error = meaning(thrown, ctx.now());
      const isTold = error instanceof Temporary || error instanceof Permanent;
      if (isTold) ctx.health({ code: error.code, params: error.params });
      else ctx.log.warn({ error: String(error) }, "news from Telegram could not be kept");
      const until = error instanceof Temporary ? (error.retryAt?.getTime() ?? 0) - ctx.now().getTime() : 0;
      const wait = Math.max(until, Math.min(60_000, 1000 * 2 ** tries++));
      await pause(wait, undefined, { signal: ctx.signal }).catch(() => {});
    }
  }
}

async function readOnce(ctx: Context<Config>, accept: Accept, username: string | null): Promise<boolean> {
  const cursor = await ctx.cursor();
  const updates = await call(
    ctx,
    "getUpdates",
    z.array(z.looseObject({ update_id: update.shape.update_id })),
    {
      timeout: holdSeconds,
      limit: 100,
      allowed_updates: wantedUpdates,
      ...(cursor === null ? {} : { offset: Number(cursor) }),
    },
  );
  const last = updates.at(-1);
  if (!last) return false;
  const { accepted } = await accept(
    updates.map((each) => toRaw(each, username)),
    String(Number(last.update_id) + 1),
  );
  return accepted > 0;
}
