import { z } from "zod";
import { type Context, type HealthReport, Permanent, Temporary } from "@/lib/channels/channel";
import { call, meaning } from "./api";
import type { Config } from "./config";
import { askOurselves } from "./listen";

const recentSeconds = 3600;

/** Tries the token, and where Telegram brings the news, asks whether it gets through. */
export async function check(ctx: Context<Config>): Promise<HealthReport | null> {
  try {
    await askOurselves(ctx);
    if (ctx.config.delivery === "polling") return null;
    if (!ctx.appUrl.startsWith("https:")) return { code: "telegram.needs_https", params: {} };
    const info = await call(
      ctx,
      "getWebhookInfo",
      z.object({ last_error_date: z.number().optional(), last_error_message: z.string().optional() }),
      {},
    );
    const failedAt = info.last_error_date ?? 0;
    if (ctx.now().getTime() / 1000 - failedAt > recentSeconds) return null;
    const reason = (info.last_error_message ?? "").slice(0, 300);
    return { code: "telegram.webhook_fails", params: { reason } };
  } catch (thrown) {
    const error = meaning(thrown, ctx.now());
    if (error instanceof Permanent || error instanceof Temporary)
      return { code: error.code, params: error.params };
    throw error;
  }
}
