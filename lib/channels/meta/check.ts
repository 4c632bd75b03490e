import { z } from "zod";
import { type Context, type HealthReport, Permanent, Temporary } from "@/lib/channels/channel";
import { debugToken, hasOwnSignIn, subscribe } from "./access";
import { call } from "./api";
import type { Config, MetaKind } from "./config";
import { id } from "./entities";

type Checking = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "expires">;

/** What is needed to read and to answer; the guide asks for the same. */
const needed: Record<MetaKind, string[]> = {
  facebook: [
    "pages_manage_metadata",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_engagement",
    "pages_messaging",
  ],
  instagram: [
    "instagram_basic",
    "instagram_manage_comments",
    "instagram_manage_messages",
    "pages_manage_metadata",
  ],
};

/** Tries what the channel needs: the address, the token and its rights, the account, and the subscription. */
export async function check(kind: MetaKind, ctx: Checking): Promise<HealthReport | null> {
  try {
    if (!hasOwnSignIn(ctx.config)) {
      const { endsAt, scopes, appId } = await debugToken(ctx);
      await ctx.expires(endsAt);
      if (appId !== null && appId !== ctx.config.appId) return { code: "meta.other_application", params: {} };
      const missing = needed[kind].filter((scope) => scopes.length > 0 && !scopes.includes(scope));
      if (missing.length > 0) return { code: "meta.scope_missing", params: { scopes: missing.join(", ") } };
    }
    const own = await call(ctx, ctx.config.address, z.object({ id }), { query: { fields: "id" } });
    if (own.id !== ctx.config.address) return { code: "meta.other_account", params: {} };
    await subscribe(kind, ctx);
    return null;
  } catch (error) {
    if (error instanceof Permanent || error instanceof Temporary)
      return { code: error.code, params: error.params };
    throw error;
  }
}
