import { z } from "zod";
import { notification, partsOf, post, postCollection } from "@/lib/channels/bluesky/entities";
import type { Caller } from "@/lib/channels/bluesky/request";
import type { Session } from "@/lib/channels/bluesky/session";
import { call } from "@/lib/channels/bluesky/xrpc";
import type { Polling } from "./poll";
import { type Position, type Reach, startOf } from "./position";
import type { Shown } from "./posts";
import { walk } from "./walk";

const cursor = z.string().min(1).nullish();
const json = z.json();
const reasons = ["mention", "reply", "quote"];

/** Posts that address us. Older servers do not know `reasons` and give everything. */
export async function mentions(
  ctx: Caller,
  reach: Reach,
  since: string,
): Promise<{ uris: string[]; reach: Reach }> {
  const shape = z.object({ cursor, notifications: z.array(json) });
  const walked = await walk(
    async (at) => {
      const answer = await call(ctx, "app.bsky.notification.listNotifications", shape, {
        query: { limit: 50, reasons, cursor: at },
      });
      return { values: readEach(answer.notifications, notification), cursor: answer.cursor ?? null };
    },
    (value) => value.indexedAt,
    { reach, since },
  );
  const uris = walked.found
    .filter((one) => reasons.includes(one.reason) && partsOf(one.uri).collection === postCollection)
    .map((one) => one.uri);
  return { uris, reach: walked.reach };
}

/** What we wrote ourselves, answers included. */
export async function ownPosts(
  ctx: Caller,
  us: Session,
  reach: Reach,
  since: string,
): Promise<{ found: Shown[]; reach: Reach }> {
  const shape = z.object({ cursor, feed: z.array(json) });
  const inFeed = z.object({ post: json, reason: z.unknown().optional() });
  const walked = await walk(
    async (at) => {
      const answer = await call(ctx, "app.bsky.feed.getAuthorFeed", shape, {
        query: { actor: us.did, filter: "posts_with_replies", limit: 30, cursor: at },
      });
      const values = readEach(answer.feed, inFeed).flatMap(({ post: source, reason }) => {
        const read = post.safeParse(source);
        // A repost of ours stands in the feed with somebody else's post, or a pinned one with an old date.
        return read.success && reason == null ? [{ value: read.data, source }] : [];
      });
      return { values, cursor: answer.cursor ?? null };
    },
    ({ value }) => value.indexedAt,
    { reach, since },
  );
  return { found: walked.found.filter(({ value }) => value.author.did === us.did), reach: walked.reach };
}

// Searching costs the network more than a list does.
const searchEveryMs = 60_000;

/** Posts that name the brand without addressing it. What a server does not offer is left alone. */
export async function found(
  ctx: Polling,
  position: Position,
  since: string,
): Promise<{ uris: string[]; words: Position["words"]; searchedAt: string | null }> {
  const { words, searchedAt } = position;
  const isNews = ctx.config.words.some((word) => !(word in words));
  const isDue = ctx.now().getTime() - Date.parse(searchedAt ?? "1970-01-01") >= searchEveryMs;
  if (ctx.config.words.length === 0 || !(isNews || isDue)) return { uris: [], words, searchedAt };
  const uris: string[] = [];
  const next: Position["words"] = {};
  const shape = z.object({ cursor, posts: z.array(json) });
  for (const word of ctx.config.words) {
    const walked = await walk(
      async (at) => {
        const answer = await call(ctx, "app.bsky.feed.searchPosts", shape, {
          query: { q: phrase(word), sort: "latest", limit: 50, cursor: at },
        });
        return { values: readEach(answer.posts, post), cursor: answer.cursor ?? null };
      },
      (value) => value.indexedAt,
      { reach: startOf(words[word]), since },
    );
    uris.push(...walked.found.map((one) => one.uri));
    next[word] = walked.reach;
  }
  return { uris, words: next, searchedAt: ctx.now().toISOString() };
}

/** Several words mean these words beside each other. */
function phrase(word: string): string {
  return /\s/.test(word) && !word.includes('"') ? `"${word}"` : word;
}

function readEach<T>(sources: unknown[], shape: z.ZodType<T>): T[] {
  return sources.flatMap((source) => {
    const read = shape.safeParse(source);
    return read.success ? [read.data] : [];
  });
}
