import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Context, RawItem } from "@/lib/channels/channel";
import { isSame } from "@/lib/channels/is-same";
import { parseExact } from "@/lib/text/exact-json";
import { type Caller, call, meaning } from "./api";
import { botId, type Config } from "./config";
import { me, update } from "./entities";
import { toRaw, wantedUpdates } from "./raw";

const mostBytes = 1024 * 1024;

/** Tells Telegram where to bring the news. It says our secret with each of them. */
export async function setWebhook(ctx: Context<Config>): Promise<void> {
  try {
    await call(ctx, "setWebhook", z.unknown(), {
      url: `${ctx.appUrl}/api/hooks/telegram/${ctx.channelId}`,
      secret_token: secretOf(ctx),
      allowed_updates: wantedUpdates,
      drop_pending_updates: false,
    });
  } catch (error) {
    throw meaning(error, ctx.now());
  }
}

/** One update, from whoever knows the secret that we gave to Telegram alone. */
export async function webhook(ctx: Context<Config>, request: Request): Promise<RawItem[] | Response> {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
  if (!isSame(request.headers.get("x-telegram-bot-api-secret-token") ?? "", secretOf(ctx)))
    return new Response(null, { status: 401 });
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes)
    return new Response(null, { status: 413 });
  const read = z.looseObject({ update_id: update.shape.update_id }).safeParse(jsonOf(await request.text()));
  if (!read.success) return new Response(null, { status: 400 });
  return [toRaw(read.data, await ourName(ctx))];
}

/** Derived, so that there is nothing to type and nothing to store; it says nothing about the token. */
export function secretOf(ctx: Pick<Context<Config>, "config" | "channelId">): string {
  return createHmac("sha256", ctx.config.token).update(`webhook ${ctx.channelId}`).digest("hex");
}

const names = new Map<string, string | null>();

/** Null while Telegram does not say it: the message must not wait for that. */
async function ourName(ctx: Caller): Promise<string | null> {
  const id = botId(ctx.config);
  const known = names.get(id);
  if (known !== undefined) return known;
  try {
    const name = (await call(ctx, "getMe", me, {})).username ?? null;
    names.set(id, name);
    return name;
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}
