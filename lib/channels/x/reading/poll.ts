import { z } from "zod";
import type { Context, RawItem } from "@/lib/channels/channel";
import { type Caller, call, Refusal } from "@/lib/channels/x/api";
import type { Config } from "@/lib/channels/x/config";
import { directEvent, includes, tweet } from "@/lib/channels/x/entities";
import { ourselves } from "@/lib/channels/x/ourselves";
import { type Delivery, itemOf } from "@/lib/channels/x/raw";
import { later, type Position, readPosition } from "./position";
import { versions } from "./webhook";

type Polling = Caller & Pick<Context<Config>, "log">;

const dayMs = 86_400_000;
/** Direct messages that the plan leaves out are asked for again once a day. */
const planMs = dayMs;
/** Each look at what became of posts costs posts of the month, so it is rare. */
const reviewMs = 6 * 3_600_000;
const reviewed = 50;

/**
 * What came since the cursor: mentions, posts that name the brand, what one of us answered on the site, and direct
 * messages where the plan has them; now and then, whether recent mentions still exist.
 */
export async function poll(
  ctx: Polling,
  cursor: string | null,
): Promise<{ items: RawItem[]; cursor: string | null }> {
  const from = readPosition(cursor);
  const who = await ourselves(ctx);
  const now = ctx.now();
  const delivery: Delivery = { self: who, seenAt: now.toISOString(), edited: false };
  const mentions = await tweetsSince(ctx, `/2/users/${who.id}/mentions`, {}, from.mention, delivery);
  const own = await tweetsSince(
    ctx,
    `/2/users/${who.id}/tweets`,
    { exclude: "retweets" },
    from.own,
    delivery,
  );
  const query = `(${ctx.config.search}) -from:${who.username} -@${who.username} -is:retweet`;
  const named =
    ctx.config.search === ""
      ? { items: [], reached: from.named }
      : await tweetsSince(ctx, "/2/tweets/search/recent", { query }, from.named, delivery);
  const direct = await directSince(ctx, from, delivery);
  const review = await reviewRecent(ctx, from, delivery);
  const found = [...mentions.items, ...named.items].filter(({ meta }) => meta.edited !== true);
  const recent = [...new Set([...from.recent, ...found.map((item) => item.externalId)])].slice(-reviewed);
  const position: Position = {
    mention: mentions.reached,
    own: own.reached,
    named: named.reached,
    direct: direct.reached,
    directAskedAt: direct.askedAt,
    reviewedAt: review.at,
    recent: recent.filter((one) => !review.gone.includes(one)),
  };
  return {
    items: [...mentions.items, ...named.items, ...own.items, ...direct.items, ...review.items],
    cursor: JSON.stringify(position),
  };
}

export const tweetFields = {
  "tweet.fields":
    "author_id,created_at,conversation_id,lang,edit_history_tweet_ids,referenced_tweets,attachments,entities,note_tweet",
  expansions: "author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id",
  "user.fields": "name,username,profile_image_url,public_metrics",
  "media.fields": "type,url,preview_image_url,alt_text,variants",
};

const page = z.object({
  data: z.array(z.unknown()).nullish(),
  includes,
  meta: z.object({ next_token: z.string().nullish() }).nullish(),
});
const pagesAtMost = 10;

async function tweetsSince(
  ctx: Polling,
  path: string,
  query: Record<string, string>,
  since: string | null,
  delivery: Delivery,
): Promise<{ items: RawItem[]; reached: string | null }> {
  const items: RawItem[] = [];
  let reached = since;
  let next: string | null = null;
  for (let pages = 0; pages < pagesAtMost; pages++) {
    const token: Record<string, string> = next === null ? {} : { [tokenName(path)]: next };
    const answer: z.infer<typeof page> = await call(ctx, path, page, {
      query: { ...query, ...tweetFields, max_results: "100", ...sinceWhen(ctx, since), ...token },
    });
    for (const value of answer.data ?? []) {
      const read = tweet.safeParse(value);
      if (!read.success) continue;
      reached = later(reached, read.data.id);
      items.push(
        ...versions(read.data, { data: value, includes: needed(read.data, answer.includes) }, delivery),
      );
    }
    next = answer.meta?.next_token ?? null;
    if (next === null) break;
  }
  // Pages come with the newest first.
  return { items: items.reverse(), reached };
}

function tokenName(path: string): string {
  return path.includes("/search/") ? "next_token" : "pagination_token";
}

/** Search refuses a since_id that is older than its week; the first look goes back one day. */
function sinceWhen(ctx: Polling, since: string | null): Record<string, string> {
  const at = since === null ? null : timeOf(since);
  const weekAgo = ctx.now().getTime() - 6.5 * dayMs;
  if (since !== null && at !== null && at > weekAgo) return { since_id: since };
  const from = since === null ? ctx.now().getTime() - dayMs : weekAgo;
  return { start_time: new Date(from).toISOString().replace(/\.\d+Z$/, "Z") };
}

/** The milliseconds in a number of X's: counted from their own beginning, in the upper 42 bits. */
function timeOf(tweetId: string): number | null {
  return /^\d+$/.test(tweetId) ? Number(BigInt(tweetId) >> 22n) + 1_288_834_974_657 : null;
}

/** A page's `includes` holds what all its posts refer to; each item takes its own part. */
function needed(post: z.infer<typeof tweet>, all: z.infer<typeof includes>): object {
  const tweets = (all?.tweets ?? []).filter((one) => post.referenced_tweets?.some(({ id }) => id === one.id));
  const people = new Set([post.author_id, ...tweets.map((one) => one.author_id)]);
  const keys = post.attachments?.media_keys ?? [];
  return {
    users: (all?.users ?? []).filter((one) => people.has(one.id)),
    tweets,
    media: (all?.media ?? []).filter((one) => keys.includes(one.media_key)),
  };
}

const directPage = page;
const directFields = {
  "dm_event.fields": "id,text,event_type,dm_conversation_id,created_at,sender_id,attachments,entities",
  event_types: "MessageCreate",
  expansions: "sender_id,attachments.media_keys",
  "user.fields": tweetFields["user.fields"],
  "media.fields": tweetFields["media.fields"],
};

async function directSince(ctx: Polling, from: Position, delivery: Delivery) {
  const now = ctx.now().getTime();
  const askedAt = from.directAskedAt === null ? null : Date.parse(from.directAskedAt);
  const nothing = { items: [] as RawItem[], reached: from.direct, askedAt: from.directAskedAt };
  if (askedAt !== null && now - askedAt < planMs) return nothing;
  try {
    const items: RawItem[] = [];
    let reached = from.direct;
    let next: string | null = null;
    for (let pages = 0; pages < pagesAtMost; pages++) {
      const token: Record<string, string> = next === null ? {} : { pagination_token: next };
      const answer: z.infer<typeof page> = await call(ctx, "/2/dm_events", directPage, {
        query: { ...directFields, max_results: "100", ...token },
      });
      let isKnown = false;
      for (const value of answer.data ?? []) {
        const read = directEvent.safeParse(value);
        if (!read.success) continue;
        const { id, created_at, sender_id, attachments } = read.data;
        const isOld = from.direct === null && Date.parse(created_at ?? "") < now - dayMs;
        if (isOld || (from.direct !== null && later(from.direct, id) === from.direct)) {
          isKnown = true;
          continue;
        }
        reached = later(reached, id);
        const keys = attachments?.media_keys ?? [];
        const own = {
          users: (answer.includes?.users ?? []).filter((one) => one.id === sender_id),
          media: (answer.includes?.media ?? []).filter((one) => keys.includes(one.media_key)),
        };
        items.push(itemOf(id, { data: value, includes: own }, delivery));
      }
      next = answer.meta?.next_token ?? null;
      if (next === null || isKnown) break;
    }
    return { items: items.reverse(), reached, askedAt: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ctx.log.info({ code: error.code }, "the plan has no direct messages");
    return { ...nothing, askedAt: new Date(now).toISOString() };
  }
}

const lookup = z.object({
  data: z.array(z.object({ id: z.string() })).nullish(),
  errors: z.array(z.object({ resource_id: z.string().nullish(), type: z.string().nullish() })).nullish(),
});

/** Posts that X no longer finds were deleted by their authors; those that it only does not show us stay. */
async function reviewRecent(ctx: Polling, from: Position, delivery: Delivery) {
  const now = ctx.now();
  const isDue = from.reviewedAt === null || now.getTime() - Date.parse(from.reviewedAt) > reviewMs;
  const none = { items: [] as RawItem[], gone: [] as string[] };
  if (!isDue) return { ...none, at: from.reviewedAt };
  if (from.recent.length === 0) return { ...none, at: now.toISOString() };
  const answer = await call(ctx, "/2/tweets", lookup, { query: { ids: from.recent.join(",") } });
  const gone = (answer.errors ?? [])
    .filter((one) => one.type?.endsWith("/resource-not-found"))
    .flatMap((one) => (one.resource_id ? [one.resource_id] : []));
  const items = gone.map((id) => itemOf(`${id}:delete`, { deleted: id }, delivery));
  return { items, gone, at: now.toISOString() };
}
