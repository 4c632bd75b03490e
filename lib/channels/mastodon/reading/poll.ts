import { z } from "zod";
import type { Context, RawItem } from "@/lib/channels/channel";
import { call } from "@/lib/channels/mastodon/api";
import type { Config } from "@/lib/channels/mastodon/config";
import { notification, status } from "@/lib/channels/mastodon/entities";
import { type Ourselves, ourselves } from "@/lib/channels/mastodon/ourselves";
import { deliveryOf, editItem, postItem } from "@/lib/channels/mastodon/raw";
import { parents } from "./parents";
import { laterId, type Position, readPosition, writePosition } from "./position";
import { notificationQuery, review } from "./review";

type Polling = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;
type Found = { items: RawItem[]; cursor: string | null };

/**
 * What came since the cursor: mentions and quotes from the notifications, replies that one of us wrote in the
 * network's own app, and now and then a second look at recent mentions for edits and deletions that no stream told.
 * Reads upwards from the cursor page by page (`min_id`), so nothing between two looks is skipped.
 */
export async function poll(ctx: Polling, cursor: string | null): Promise<Found> {
  const from = readPosition(cursor);
  const isReviewDue = ctx.now().getTime() - Date.parse(from.reviewedAt ?? "1970-01-01") > reviewEveryMs;
  return isReviewDue ? await pollAndReview(ctx, cursor) : await look(ctx, from);
}

/** As `poll`, with the second look in any case: after a stream was cut, nobody tells what changed meanwhile. */
export async function pollAndReview(ctx: Polling, cursor: string | null): Promise<Found> {
  const from = readPosition(cursor);
  const reviewed = await review(ctx, await ourselves(ctx), from);
  const found = await look(ctx, reviewed.position);
  return { items: [...found.items, ...reviewed.items], cursor: found.cursor };
}

const reviewEveryMs = 5 * 60_000;
const pageSize = 40;
const maxPages = 20;
// The first look goes back one day: older mentions were answered, or not, before Avant was there.
const firstLookMs = 24 * 3_600_000;
// Two notifications may be committed in the other order than their ids; the cursor stays behind what is this fresh.
const settledMs = 120_000;

async function look(ctx: Polling, from: Position): Promise<Found> {
  const who = await ourselves(ctx);
  const mentions = await newer(
    ctx,
    "/api/v1/notifications",
    notificationQuery,
    notification,
    from.notification,
  );
  const own = await newer(
    ctx,
    `/api/v1/accounts/${encodeURIComponent(who.id)}/statuses`,
    { exclude_reblogs: "true" },
    status,
    from.status,
  );
  const delivery = deliveryOf(who, ctx.now());
  const withParent = parents(ctx, who);
  const items: Array<{ at: string; item: RawItem }> = [];
  for (const { value, source } of mentions.found) {
    if (!value.status || (value.type !== "mention" && value.type !== "quote")) continue;
    const item = postItem(value.status.id, source, await withParent(delivery, value.status));
    items.push({ at: value.created_at, item });
  }
  for (const { value, source } of own.found) {
    if (!concernsOthers(value, who)) continue;
    items.push({ at: value.created_at, item: postItem(value.id, source, await withParent(delivery, value)) });
    if (value.edited_at) {
      items.push({ at: value.edited_at, item: editItem(value.id, value.edited_at, source, delivery) });
    }
  }
  items.sort((one, other) => one.at.localeCompare(other.at) || byId(one.item, other.item));
  const position: Position = { ...from, notification: mentions.reached, status: own.reached };
  return { items: items.map(({ item }) => item), cursor: writePosition(position) };
}

/** A post of ours that reaches somebody else and was not sent by Avant itself. */
export function concernsOthers(post: z.infer<typeof status>, who: Ourselves): boolean {
  if (post.reblog || post.account.id !== who.id) return false;
  if (who.application !== null && post.application?.name === who.application) return false;
  const answersOthers = post.in_reply_to_account_id != null && post.in_reply_to_account_id !== who.id;
  return answersOthers || (post.mentions ?? []).some((mention) => mention.id !== who.id);
}

/** Pages come with the newest first; within one millisecond only the id says who was earlier. */
function byId(one: RawItem, other: RawItem): number {
  return laterId(one.externalId, other.externalId) === one.externalId ? 1 : -1;
}

type Dated = { id: string; created_at: string };
type Page<T> = { found: Array<{ value: T; source: string }>; reached: string | null };

async function newer<T extends Dated>(
  ctx: Polling,
  path: string,
  query: Record<string, string | string[]>,
  shape: z.ZodType<T>,
  since: string | null,
): Promise<Page<T>> {
  const page = { ...query, limit: String(pageSize) };
  const found: Page<T>["found"] = [];
  let edge = since;
  for (let pages = 0; pages < maxPages; pages++) {
    const raw = await call(ctx, path, z.array(z.unknown()), {
      query: { ...page, [since ? "min_id" : "max_id"]: edge },
    });
    const values = raw.flatMap((one) => {
      const read = shape.safeParse(one);
      return read.success ? [{ value: read.data, source: JSON.stringify(one) }] : [];
    });
    if (values.length === 0) return { found, reached: settled(ctx, found, since) };
    if (since) {
      found.push(...values);
      edge = values.map(({ value }) => value.id).reduce(laterId, edge ?? "");
      continue;
    }
    const oldest = ctx.now().getTime() - firstLookMs;
    const fresh = values.filter(({ value }) => Date.parse(value.created_at) >= oldest);
    found.push(...fresh);
    if (fresh.length < values.length) {
      const known = values.map(({ value }) => value.id).reduce(laterId, "");
      return { found, reached: settled(ctx, found, found.length > 0 ? null : known) };
    }
    edge = values.at(-1)?.value.id ?? null;
  }
  return { found, reached: since ? edge : settled(ctx, found, null) };
}

function settled<T extends Dated>(
  ctx: Polling,
  found: Page<T>["found"],
  since: string | null,
): string | null {
  const before = ctx.now().getTime() - settledMs;
  return found
    .filter(({ value }) => Date.parse(value.created_at) <= before)
    .map(({ value }) => value.id)
    .reduce((one: string | null, other) => (one === null ? other : laterId(one, other)), since);
}
