import { z } from "zod";
import { type Caller, call, Refusal } from "./api";
import { account, instance } from "./entities";

/** The account that the token belongs to, and what its instance allows. */
export type Ourselves = {
  id: string;
  /** Without the domain, as the instance calls its own accounts. */
  username: string;
  /** The domain of the instance's own accounts; not always the host of its web address. */
  domain: string;
  /** Name of the app that the token was made for; null when the server does not tell. */
  application: string | null;
  /** Scopes of that app, where the server tells them (Mastodon 4.3). */
  scopes: string[] | null;
  followers: number;
  /** Where the websocket is, e.g. "wss://streaming.mastodon.example". */
  streaming: string;
  maxCharacters: number;
  charactersPerUrl: number;
};

const kept = new Map<string, { at: number; who: Promise<Ourselves> }>();
const keptMs = 10 * 60_000;

/** Asks the instance who we are, at most every ten minutes. Throws what `call` throws. */
export function ourselves(ctx: Caller & { now(): Date }): Promise<Ourselves> {
  const key = `${ctx.config.instance} ${ctx.config.accessToken}`;
  const now = ctx.now().getTime();
  const known = kept.get(key);
  if (known && Math.abs(now - known.at) < keptMs) return known.who;
  const who = askOurselves(ctx);
  kept.set(key, { at: now, who });
  who.catch(() => kept.delete(key));
  return who;
}

/** As `ourselves`, never from memory. */
export async function askOurselves(ctx: Caller): Promise<Ourselves> {
  const own = await call(ctx, "/api/v1/accounts/verify_credentials", account);
  const [about, app] = await Promise.all([aboutInstance(ctx), aboutApp(ctx)]);
  const web = new URL(ctx.config.instance);
  const domain = about.domain ?? about.uri?.replace(/^https?:\/\//, "").replace(/\/.*$/, "") ?? web.host;
  const statuses = about.configuration?.statuses;
  return {
    id: own.id,
    username: own.username,
    domain: domain.toLowerCase(),
    application: app?.name ?? null,
    scopes: app?.scopes ?? null,
    followers: own.followers_count ?? 0,
    streaming:
      about.configuration?.urls?.streaming ?? about.urls?.streaming_api ?? web.origin.replace(/^http/, "ws"),
    maxCharacters: statuses?.max_characters ?? about.max_toot_chars ?? 500,
    charactersPerUrl: statuses?.characters_reserved_per_url ?? 23,
  };
}

async function aboutInstance(ctx: Caller) {
  try {
    return await call(ctx, "/api/v2/instance", instance);
  } catch (error) {
    // Version 2 came with Mastodon 4.0; some servers that speak this API only know version 1.
    if (error instanceof Refusal) return await call(ctx, "/api/v1/instance", instance);
    throw error;
  }
}

async function aboutApp(ctx: Caller) {
  try {
    const shape = z.object({ name: z.string(), scopes: z.array(z.string()).nullish() });
    return await call(ctx, "/api/v1/apps/verify_credentials", shape);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
