import { z } from "zod";
import { type Context, type HealthReport, Permanent, Temporary } from "@/lib/channels/channel";
import type { Config } from "./config";
import { freshSession } from "./session";
import { call } from "./xrpc";

/**
 * Tries what the channel needs: the address, the password, and reading notifications. Direct messages are an extra
 * that not every server and not every app password has, so they are not asked for here.
 */
export async function check(
  ctx: Pick<Context<Config>, "config" | "fetch" | "signal" | "saveSecrets">,
): Promise<HealthReport | null> {
  try {
    await freshSession(ctx);
    const shape = z.object({ notifications: z.array(z.unknown()) });
    await call(ctx, "app.bsky.notification.listNotifications", shape, { query: { limit: 1 } });
    return null;
  } catch (error) {
    if (error instanceof Permanent || error instanceof Temporary) {
      return { code: error.code, params: error.params };
    }
    throw error;
  }
}
