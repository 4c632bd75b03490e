import { z } from "zod";
import { type Context, Permanent } from "@/lib/channels/channel";
import { type Caller, call } from "./api";
import type { Config, MetaKind } from "./config";
import { id } from "./entities";

type Access = Caller & Pick<Context<Config>, "expires" | "saveSecrets">;

const everyMs = 6 * 3_600_000;
const renewMs = 7 * 86_400_000;

/**
 * Subscribes the application to the account and says when the access ends; a few times a day. Resolves with the moment
 * of the last look. `last` null: the channel has just been connected.
 */
export async function lookAfterAccess(kind: MetaKind, ctx: Access, last: string | null): Promise<string> {
  const now = ctx.now();
  if (last !== null && now.getTime() - Date.parse(last) < everyMs) return last;
  await subscribe(kind, ctx);
  if (hasOwnSignIn(ctx.config)) await renew(ctx);
  else await ctx.expires((await debugToken(ctx)).endsAt);
  return now.toISOString();
}

/** Instagram with its own sign-in speaks at another address, and gives tokens for sixty days that renew themselves. */
export function hasOwnSignIn(config: Config): boolean {
  return new URL(config.apiUrl).hostname === "graph.instagram.com";
}

const fields: Record<MetaKind, string> = {
  facebook: "feed,mention,messages,message_echoes,message_edits,messaging_postbacks",
  // The page that belongs to the account only has to be subscribed to something.
  instagram: "feed",
};

/** The application hears of a page only once the page has it (…/graph-api/reference/page/subscribed_apps). */
export async function subscribe(kind: MetaKind, ctx: Caller): Promise<void> {
  const subscribed_fields = hasOwnSignIn(ctx.config) ? "comments,messages,message_edit" : fields[kind];
  await call(ctx, "me/subscribed_apps", z.looseObject({}), { method: "POST", query: { subscribed_fields } });
}

const inspected = z.object({
  data: z.object({
    app_id: id.nullish(),
    is_valid: z.boolean().nullish(),
    expires_at: z.number().nullish(),
    data_access_expires_at: z.number().nullish(),
    scopes: z.array(z.string()).nullish(),
  }),
});

/** What the token is worth (…/facebook-login/guides/access-tokens/debugging). Throws Permanent for a worthless one. */
export async function debugToken(
  ctx: Caller,
): Promise<{ endsAt: Date | null; scopes: string[]; appId: string | null }> {
  const { config } = ctx;
  const { data } = await call(ctx, "debug_token", inspected, {
    query: { input_token: config.accessToken },
    token: `${config.appId}|${config.appSecret}`,
  });
  if (data.is_valid === false) throw new Permanent("meta.token_refused", { reason: "" });
  // Zero means never.
  const ends = [data.expires_at ?? 0, data.data_access_expires_at ?? 0].filter((seconds) => seconds > 0);
  return {
    endsAt: ends.length === 0 ? null : new Date(Math.min(...ends) * 1000),
    scopes: data.scopes ?? [],
    appId: data.app_id ?? null,
  };
}

const renewed = z.object({ access_token: z.string(), expires_in: z.number() });

/** developers.facebook.com/docs/instagram-platform/reference/refresh_access_token; not within its first day. */
async function renew(ctx: Access): Promise<void> {
  const root = new URL(ctx.config.apiUrl).origin;
  const got = await call(
    { ...ctx, config: { ...ctx.config, apiUrl: root } },
    "refresh_access_token",
    renewed,
    {
      query: { grant_type: "ig_refresh_token" },
    },
  ).catch((error: unknown) => {
    if (error instanceof Permanent && error.code === "meta.refused") return null;
    throw error;
  });
  if (got === null) return;
  await ctx.expires(new Date(ctx.now().getTime() + got.expires_in * 1000));
  if (got.expires_in * 1000 > renewMs) await ctx.saveSecrets({ accessToken: got.access_token });
}
