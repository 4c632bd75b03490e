import { isWrittenElsewhere } from "@/lib/channels/bluesky/claims";
import type { Config } from "@/lib/channels/bluesky/config";
import { type Post, partsOf } from "@/lib/channels/bluesky/entities";
import { concernsOthers } from "@/lib/channels/bluesky/parse";
import { type Delivery, deliveryOf, postItem } from "@/lib/channels/bluesky/raw";
import { type Session, session } from "@/lib/channels/bluesky/session";
import type { Context, RawItem } from "@/lib/channels/channel";
import { messages } from "./chat";
import { found, mentions, ownPosts } from "./lists";
import { type Position, readPosition, writePosition } from "./position";
import { getPosts, getProfiles, type Shown } from "./posts";
import { briefly, followed, review } from "./review";

export type Polling = Pick<
  Context<Config>,
  "channelId" | "config" | "fetch" | "signal" | "now" | "log" | "claim" | "saveSecrets"
>;

// The first look goes back one day: older posts were answered, or not, before Avant was there.
const firstLookMs = 24 * 3_600_000;

/**
 * What came since the cursor: mentions, answers and quotes from the notifications, posts with the brand's words, what
 * one of us wrote in the network's own app, direct messages, and what became of the posts that we hold.
 */
export async function poll(
  ctx: Polling,
  cursor: string | null,
): Promise<{ items: RawItem[]; cursor: string | null }> {
  const us = await session(ctx);
  const before = readPosition(cursor);
  const since = before.since ?? new Date(ctx.now().getTime() - firstLookMs).toISOString();
  const position: Position = { ...before, since };
  const reviewed = await review(ctx, us, position);
  const told = await mentions(ctx, position.notifications, since);
  const own = await ownPosts(ctx, us, position.own, since);
  const searched = await found(ctx, position, since);
  const known = new Set(position.recent.map(([uri]) => uri));
  const isNew = (uri: string) => !known.has(briefly(uri));
  const fresh = await whole(ctx, [...told.uris, ...searched.uris].filter(isNew), us);
  const ours = await elsewhere(
    ctx,
    own.found.filter(({ value }) => isNew(value.uri)),
  );
  const items = await delivered(ctx, us, [...fresh, ...ours]);
  const chat = await messages(ctx, us, position.chat);
  const next: Position = {
    ...position,
    notifications: told.reach,
    own: own.reach,
    words: searched.words,
    searchedAt: searched.searchedAt,
    chat: chat.reach,
    reviewedAt: reviewed.reviewedAt,
    recent: followed(reviewed.recent, [...fresh, ...own.found.filter(({ value }) => isNew(value.uri))]),
  };
  return { items: [...items, ...chat.items, ...reviewed.items], cursor: writePosition(next) };
}

/** The posts behind these addresses, with their pictures; what we wrote ourselves comes by another list. */
async function whole(ctx: Polling, uris: string[], us: Session): Promise<Shown[]> {
  return [...(await getPosts(ctx, uris)).values()].filter(({ value }) => value.author.did !== us.did);
}

async function elsewhere(ctx: Polling, posts: Shown[]): Promise<Shown[]> {
  const written: Shown[] = [];
  for (const one of posts) if (await isWrittenElsewhere(ctx, one.value.uri)) written.push(one);
  return written;
}

/** As items, each with its author's profile and the post that it answers, in the order in which they were written. */
async function delivered(ctx: Polling, us: Session, posts: Shown[]): Promise<RawItem[]> {
  const wanted = posts.filter(({ value }) => value.author.did !== us.did || concernsOthers(value, us.did));
  if (wanted.length === 0) return [];
  const profiles = await getProfiles(
    ctx,
    wanted.map(({ value }) => value.author.did),
  );
  const above = await getPosts(
    ctx,
    wanted.flatMap(({ value }) => aboveOf(value, us)),
  );
  const delivery = deliveryOf(us.did, ctx.now());
  return [...wanted]
    .sort((one, other) => one.value.indexedAt.localeCompare(other.value.indexedAt))
    .map(({ value, source }) => {
      const [parent] = aboveOf(value, us);
      const more: Partial<Delivery> = {
        profile: profiles.get(value.author.did) ?? null,
        parent: parent ? (above.get(parent)?.source ?? null) : null,
      };
      return postItem(value.uri, source, { ...delivery, ...more });
    });
}

function aboveOf(value: Post, us: Session): string[] {
  const parent = value.record.reply?.parent.uri;
  return parent && partsOf(parent).did !== us.did ? [parent] : [];
}
