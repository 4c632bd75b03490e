import { z } from "zod";
import type { Context } from "@/lib/channels/channel";
import { call } from "@/lib/channels/mastodon/api";
import type { Config } from "@/lib/channels/mastodon/config";
import type { Status } from "@/lib/channels/mastodon/entities";
import type { Ourselves } from "@/lib/channels/mastodon/ourselves";
import type { Delivery } from "@/lib/channels/mastodon/raw";

/**
 * Adds the post that a post answers, when it is somebody else's. Asked once for each parent: a flood under one post
 * must not use up the hour's calls. A parent that cannot be had is left out; the mention itself must not wait.
 */
export function parents(ctx: Pick<Context<Config>, "config" | "fetch" | "signal" | "log">, who: Ourselves) {
  const asked = new Map<string, Promise<z.infer<typeof json>>>();
  return async (delivery: Delivery, post: Status): Promise<Delivery> => {
    const id = post.in_reply_to_id;
    if (id == null || post.in_reply_to_account_id === who.id) return delivery;
    const known = asked.get(id) ?? ask(ctx, id);
    asked.set(id, known);
    if (asked.size > 500) asked.delete(asked.keys().next().value ?? id);
    return { ...delivery, parent: await known };
  };
}

const json = z.json();

async function ask(ctx: Pick<Context<Config>, "config" | "fetch" | "signal" | "log">, id: string) {
  try {
    return await call(ctx, `/api/v1/statuses/${encodeURIComponent(id)}`, json);
  } catch (error) {
    ctx.log.info({ error: String(error), status: id }, "the post above a mention cannot be read");
    return null;
  }
}
