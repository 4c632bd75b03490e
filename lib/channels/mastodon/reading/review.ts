import { z } from "zod";
import type { Context, RawItem } from "@/lib/channels/channel";
import { call, Refusal } from "@/lib/channels/mastodon/api";
import type { Config } from "@/lib/channels/mastodon/config";
import { notification } from "@/lib/channels/mastodon/entities";
import type { Ourselves } from "@/lib/channels/mastodon/ourselves";
import { deleteItem, deliveryOf, editItem } from "@/lib/channels/mastodon/raw";
import { notifications } from "./notifications";
import { laterId, type Position } from "./position";

type Looking = Pick<Context<Config>, "config" | "fetch" | "signal" | "now">;

/**
 * A second look at the newest mentions: edits that happened unseen, and posts of the last look that are gone. A
 * missing mention alone proves nothing (people clear their notifications), so its post is asked for by name.
 */
export async function review(
  ctx: Looking,
  who: Ourselves,
  from: Position,
): Promise<{ items: RawItem[]; position: Position }> {
  const raw = await notifications(ctx, { limit: "40" });
  const delivery = deliveryOf(who, ctx.now());
  const recent: Position["recent"] = [];
  const items: RawItem[] = [];
  for (const one of raw) {
    const read = notification.safeParse(one);
    if (!read.success || !read.data.status || !["mention", "quote"].includes(read.data.type)) continue;
    const { id, status } = read.data;
    recent.push([id, status.id]);
    const isKnown = from.notification !== null && laterId(id, from.notification) === from.notification;
    if (isKnown && status.edited_at) {
      items.push(editItem(status.id, status.edited_at, JSON.stringify(one), delivery));
    }
  }
  const seen = new Set(recent.map(([, statusId]) => statusId));
  const oldest = recent.at(-1)?.[0];
  const missing = from.recent.filter(
    ([id, statusId]) => !seen.has(statusId) && (oldest === undefined || laterId(id, oldest) === id),
  );
  for (const [, statusId] of missing.slice(0, maxAsked)) {
    if (await isGone(ctx, statusId)) {
      items.push(deleteItem(statusId, JSON.stringify({ event: "delete", payload: statusId }), delivery));
    }
  }
  return { items, position: { ...from, recent, reviewedAt: ctx.now().toISOString() } };
}

const maxAsked = 20;

async function isGone(ctx: Looking, statusId: string): Promise<boolean> {
  try {
    await call(ctx, `/api/v1/statuses/${encodeURIComponent(statusId)}`, z.unknown());
    return false;
  } catch (error) {
    if (error instanceof Refusal) return error.status === 404 || error.status === 410;
    throw error;
  }
}
