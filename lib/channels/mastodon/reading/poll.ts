import { z } from "zod";
import type { Context, RawItem } from "@/lib/channels/channel";
import { call } from "@/lib/channels/mastodon/api";
import type { Config } from "@/lib/channels/mastodon/config";
import { notification, status } from "@/lib/channels/mastodon/entities";
import { type Ourselves, ourselves } from "@/lib/channels/mastodon/ourselves";
import { deliveryOf, editItem, postItem } from "@/lib/channels/mastodon/raw";
import { notifications } from "./notifications";
import { parents } from "./parents";
import { laterId, type Position, readPosition, writePosition } from "./position";
import { review } from "./review";
import { reviewFound, search } from "./search";

type Polling = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;
type Found = { items: RawItem[]; cursor: string | null };

/**
 * What came since the cursor: mentions and quotes from the notifications, replies that one of us wrote in the
 * network's own app, posts with the brand's words, and now and then a second look at recent mentions for edits and deletions that no stream told.
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
  const who = await ourselves(ctx);
  const reviewed = await review(ctx, who, from);
  const again = await reviewFound(ctx, who, reviewed.position);
  const found = await look(ctx, again.position);
  return { items: [...found.items, ...reviewed.items, ...again.items], cursor: found.cursor };
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
  const mentions = await newer(ctx, (query) => notifications(ctx, query), notification, from.notification);
  const path = `/api/v1/accounts/${encodeURIComponent(who.id)}/statuses`;
  const own = await newer(
    ctx,
    (query) => call(ctx, path, z.array(z.unknown()), { query: { exclude_reblogs: "true", ...query } }),
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
  const searched = await search(ctx, who, from);
  const position = { ...searched.position, notification: mentions.reached, status: own.reached };
  // A post that names and mentions us is the notification's, which comes first and says more.
  return { items: [...items.map(({ item }) => item), ...searched.items], cursor: writePosition(position) };
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
  list: (query: Record<string, string | null>) => Promise<unknown[]>,
  shape: z.ZodType<T>,
  since: string | null,
): Promise<Page<T>> {
  const found: Page<T>["found"] = [];
  let edge = since;
  for (let pages = 0; pages < maxPages; pages++) {
    const raw = await list({ limit: String(pageSize), [since ? "min_id" : "max_id"]: edge });
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
