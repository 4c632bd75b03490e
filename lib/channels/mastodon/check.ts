import { z } from "zod";
import { type Context, type HealthReport, Permanent, Temporary } from "@/lib/channels/channel";
import { call } from "./api";
import type { Config } from "./config";
import { askOurselves } from "./ourselves";

/** Tries what the channel needs: the address, the token, reading notifications, and the right to write. */
export async function check(
  ctx: Pick<Context<Config>, "config" | "fetch" | "signal">,
): Promise<HealthReport | null> {
  try {
    const { scopes } = await askOurselves(ctx);
    await call(ctx, "/api/v1/notifications", z.array(z.unknown()), { query: { limit: "1" } });
    const all = (ctx.config.words ?? []).length > 0 ? [...needed, "read:search"] : needed;
    const missing = scopes === null ? [] : all.filter((scope) => !grants(scopes, scope));
    return missing.length === 0
      ? null
      : { code: "mastodon.scope_missing", params: { scopes: missing.join(", ") } };
  } catch (error) {
    if (error instanceof Permanent || error instanceof Temporary) {
      return { code: error.code, params: error.params };
    }
    throw error;
  }
}

const needed = ["read:accounts", "read:statuses", "read:notifications", "write:statuses", "write:media"];

function grants(scopes: string[], scope: string): boolean {
  return scopes.includes(scope) || scopes.includes(scope.split(":")[0] ?? "");
}
