import { z } from "zod";
import type { Context, RawItem } from "@/lib/channels/channel";
import { call, Refusal } from "@/lib/channels/discourse/api";
import type { Config } from "@/lib/channels/discourse/config";
import { notification, type Post, post, speaking } from "@/lib/channels/discourse/entities";
import { isOurs } from "@/lib/channels/discourse/parse";
import { editItem } from "@/lib/channels/discourse/raw";
import { type Position, readPosition, writePosition } from "./position";
import { isDeleted, isForUs, talkOf } from "./relevant";
import { review } from "./review";
import { byNumber, nothingAsked, postOf, wholeItem } from "./whole";

export type Polling = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;
type Found = { post: Post; source: string };

const mostPages = 10;
// The first look goes back one day: older words were answered, or not, before Avant was there.
const firstLookMs = 24 * 3_600_000;
const reviewEveryMs = 5 * 60_000;

/**
 * What came since the cursor: the notifications of our account (mentions, answers, private messages), and the stream
 * of all posts for what they do not tell: new topics of chosen categories, the brand's words, people who go on with
 * a talk, and answers that one of us wrote on the site. Recent posts are looked at again for edits and deletions.
 */
export async function poll(
  ctx: Polling,
  cursor: string | null,
): Promise<{ items: RawItem[]; cursor: string }> {
  const from = readPosition(cursor);
  const since = cursor === null ? ctx.now().getTime() - firstLookMs : 0;
  const notified = await fromNotifications(ctx, from, since);
  const listed = await fromPosts(ctx, "/posts.json", "latest_posts", from.post, since);
  const own = await ownPrivate(ctx, from, since);
  const talks = new Set(from.talks);
  const wanted = new Map<number, Found>();
  for (const one of notified.found) {
    wanted.set(one.post.id, one);
    talks.add(talkOf(one.post));
  }
  for (const one of [...listed.found].reverse()) {
    if (
      isOurs(one.post.username, ctx.config) ? concernsOthers(one.post) : isForUs(one.post, ctx.config, talks)
    ) {
      wanted.set(one.post.id, one);
      if (!isOurs(one.post.username, ctx.config)) talks.add(talkOf(one.post));
    }
  }
  for (const one of own.found) if (isOurs(one.post.username, ctx.config)) wanted.set(one.post.id, one);
  const asked = nothingAsked();
  const items: RawItem[] = [];
  const recent = new Map(from.recent);
  for (const one of [...wanted.values()].sort((a, b) => a.post.id - b.post.id)) {
    const item = await wholeItem(ctx, asked, one);
    items.push(item);
    if (!isOurs(one.post.username, ctx.config)) recent.set(one.post.id, one.post.version ?? 1);
  }
  // The newest page tells of edits in passing.
  for (const { post: read, source } of listed.newest) {
    const version = recent.get(read.id);
    if (version === undefined || (read.version ?? 1) <= version || isDeleted(read)) continue;
    recent.set(read.id, read.version ?? 1);
    const delivery = { topic: null, parent: null, seenAt: ctx.now().toISOString() };
    items.push(editItem(read.id, read.version ?? 1, source, delivery));
  }
  const position: Position = {
    ...from,
    notification: notified.reached,
    post: listed.reached,
    privatePost: own.reached,
    talks: [...talks],
    recent: [...recent],
  };
  const isDue = ctx.now().getTime() - Date.parse(from.reviewedAt ?? "1970-01-01") >= reviewEveryMs;
  const reviewed = isDue ? await review(ctx, position) : { items: [], position };
  return { items: [...items, ...reviewed.items], cursor: writePosition(reviewed.position) };
}

/** An answer to somebody; a topic that we open ourselves is an announcement. */
function concernsOthers(one: Post): boolean {
  return one.post_number > 1 && one.post_type !== 3;
}

async function fromNotifications(ctx: Polling, from: Position, since: number) {
  const found: Found[] = [];
  let reached = from.notification;
  for (let page = 0; page < mostPages; page++) {
    const path = `/notifications.json?limit=60&offset=${page * 60}`;
    const { notifications } = await call(ctx, path, z.object({ notifications: z.array(z.unknown()) }));
    const read = notifications.flatMap((one) => notification.safeParse(one).data ?? []);
    const fresh = read.filter((one) => one.id > from.notification && Date.parse(one.created_at) >= since);
    for (const one of fresh) {
      reached = Math.max(reached, one.id);
      if (!speaking.has(one.notification_type)) continue;
      const post = await notifiedPost(ctx, one);
      if (post && !isOurs(post.post.username, ctx.config) && !isDeleted(post.post)) found.push(post);
    }
    if (read.length < 60 || fresh.length < read.length) break;
  }
  return { found, reached };
}

async function notifiedPost(ctx: Polling, one: z.infer<typeof notification>): Promise<Found | null> {
  const id = one.data?.original_post_id ?? null;
  if (id !== null && id > 0) return postOf(ctx, id);
  if (!one.topic_id || !one.post_number) return null;
  const read = await byNumber(ctx, one.topic_id, one.post_number);
  return read && { post: read, source: JSON.stringify(read) };
}

/** Newest first, back to what was seen, page by page (`before` is the highest id wanted). */
async function fromPosts(ctx: Polling, path: string, key: string, seen: number, since: number) {
  const found: Found[] = [];
  let newest: Found[] = [];
  let reached = seen;
  let before: number | null = null;
  for (let page = 0; page < mostPages; page++) {
    const query: string = before === null ? "" : `${path.includes("?") ? "&" : "?"}before=${before}`;
    const answer = await call(ctx, `${path}${query}`, z.record(z.string(), z.unknown()));
    const list = z.array(z.unknown()).catch([]).parse(answer[key]);
    const read = list.flatMap((value): Found[] => {
      const one = post.safeParse(value);
      return one.success ? [{ post: one.data, source: JSON.stringify(value) }] : [];
    });
    if (page === 0) newest = read;
    const fresh = read.filter((one) => one.post.id > seen && Date.parse(one.post.created_at) >= since);
    found.push(...fresh);
    for (const one of fresh) reached = Math.max(reached, one.post.id);
    const lowest = Math.min(...read.map((one) => one.post.id));
    if (read.length === 0 || fresh.length < read.length || lowest === before) break;
    before = lowest - 1;
  }
  return { found, newest, reached };
}

/** What one of us wrote into a private talk. Others' are told by notifications: an administrator's key sees everybody's. */
async function ownPrivate(ctx: Polling, from: Position, since: number) {
  try {
    return await fromPosts(ctx, "/posts.json?id=private_posts", "private_posts", from.privatePost, since);
  } catch (error) {
    if (error instanceof Refusal) return { found: [], newest: [], reached: from.privatePost };
    throw error;
  }
}
