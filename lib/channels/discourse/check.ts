import { z } from "zod";
import { type Context, type HealthReport, Permanent, Temporary } from "@/lib/channels/channel";
import { call, Refusal } from "./api";
import type { Config } from "./config";

/** Tries what the channel needs: the address, the key, our notifications, the posts. */
export async function check(
  ctx: Pick<Context<Config>, "config" | "fetch" | "signal" | "now">,
): Promise<HealthReport | null> {
  try {
    await call(ctx, "/notifications.json?limit=1", z.object({ notifications: z.array(z.unknown()) }));
    await call(ctx, "/posts.json", z.object({ latest_posts: z.array(z.unknown()) }));
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) {
      return { code: "discourse.not_discourse", params: { site: new URL(ctx.config.site).host } };
    }
    if (error instanceof Permanent || error instanceof Temporary)
      return { code: error.code, params: error.params };
    throw error;
  }
}
