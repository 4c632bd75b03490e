import { z } from "zod";
import { type Context, type Json, Permanent, type RawItem } from "@/lib/channels/channel";
import { call } from "@/lib/channels/meta/api";
import type { Config, MetaKind } from "@/lib/channels/meta/config";
import {
  envelope,
  feedValue,
  type GraphComment,
  graphComment,
  instagramValue,
  messagingEvent,
} from "@/lib/channels/meta/entities";
import { changesOf } from "@/lib/channels/meta/parse";
import type { Known } from "@/lib/channels/meta/raw";

type Asking = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;

/** Short, since Meta waits for the answer of its webhook: what cannot be had in time stays out. */
const timeoutMs = 5_000;

/**
 * What a webhook leaves out and only the account's own token may ask for: the name behind a number, the post above a
 * comment, the words of a mention. Without a mention's words there is nothing to read, so Meta has to come again.
 */
export async function complete(kind: MetaKind, ctx: Asking, items: RawItem[]): Promise<RawItem[]> {
  return Promise.all(
    items.map(async (item) => ({ ...item, meta: { ...item.meta, ...(await missing(kind, ctx, item)) } })),
  );
}

async function missing(kind: MetaKind, ctx: Asking, item: RawItem): Promise<{ [key: string]: Json }> {
  const [entry] = envelope.parse(JSON.parse(new TextDecoder().decode(item.body))).entry;
  if (!entry) return {};
  const [event] = entry.messaging ?? [];
  if (event) return { profile: await profileOf(kind, ctx, messagingEvent.parse(event).sender.id) };
  const [change] = changesOf(entry);
  if (!change) return {};
  if (kind === "facebook") {
    const { post_id, comment_id, parent_id, verb } = feedValue.parse(change.value);
    if (!comment_id || (verb ?? "add") !== "add" || change.field === "mention") return {};
    return above(kind, ctx, post_id ?? null, parent_id && parent_id !== post_id ? parent_id : null);
  }
  const value = instagramValue.parse(change.value);
  const mediaId = value.media?.id ?? value.media_id ?? null;
  if (change.field === "mentions") return mentioned(ctx, mediaId ?? "", value.comment_id ?? null);
  return above(kind, ctx, mediaId, value.parent_id ?? null);
}

/** The post or media, and the comment that was answered. */
export async function above(
  kind: MetaKind,
  ctx: Asking,
  postId: string | null,
  commentId: string | null,
): Promise<{ post: Json; above: Json }> {
  const post = kind === "facebook" ? "id,message,permalink_url,from" : "id,caption,permalink,username";
  const comment = kind === "facebook" ? "id,message,permalink_url,from" : "id,text,from,username";
  const [found, parent] = await Promise.all([
    postId === null ? null : known(ctx, postId, post),
    commentId === null ? null : known(ctx, commentId, comment),
  ]);
  return { post: asJson(found), above: asJson(parent) };
}

function known(ctx: Asking, id: string, fields: string): Promise<GraphComment | null> {
  return posts(ctx, `${ctx.config.address} ${id}`, () =>
    call(ctx, encodeURIComponent(id), graphComment, { query: { fields }, timeoutMs }),
  );
}

const profile = z.object({
  name: z.string().nullish(),
  username: z.string().nullish(),
  profile_pic: z.string().nullish(),
  follower_count: z.number().nullish(),
});

async function profileOf(kind: MetaKind, ctx: Asking, personId: string): Promise<Known["profile"]> {
  if (personId === ctx.config.address) return null;
  const fields = kind === "facebook" ? "name,profile_pic" : "name,username,profile_pic,follower_count";
  const found = await people(ctx, `${ctx.config.address} person ${personId}`, () =>
    call(ctx, encodeURIComponent(personId), profile, { query: { fields }, timeoutMs }),
  );
  if (!found) return null;
  const { name = null, username = null, profile_pic = null, follower_count = null } = found;
  return { name, username, picture: profile_pic, followers: follower_count };
}

const posts = memory<GraphComment>();
const people = memory<z.infer<typeof profile>>();

const mention = z.object({
  mentioned_comment: graphComment.nullish(),
  mentioned_media: graphComment.nullish(),
});

/** developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment */
async function mentioned(
  ctx: Asking,
  mediaId: string,
  commentId: string | null,
): Promise<{ [key: string]: Json }> {
  const fields = commentId
    ? `mentioned_comment.comment_id(${commentId}){id,text,timestamp,username,from,media{id}}`
    : `mentioned_media.media_id(${mediaId}){id,caption,timestamp,username,permalink,owner}`;
  try {
    const found = await call(ctx, ctx.config.address, mention, { query: { fields }, timeoutMs });
    return { said: asJson(found.mentioned_comment ?? found.mentioned_media ?? null) };
  } catch (error) {
    // Deleted meanwhile, or a private account: coming again would change nothing.
    if (error instanceof Permanent && error.code === "meta.gone") return { said: null };
    throw error;
  }
}

function asJson(value: object | null): Json {
  return JSON.parse(JSON.stringify(value));
}

const keptMs = 6 * 3_600_000;
const keptAtMost = 5_000;

/** Answers for some hours; a question that fails is null, and asked again the next time. */
function memory<T>(): (ctx: Asking, key: string, ask: () => Promise<T>) => Promise<T | null> {
  const kept = new Map<string, { at: number; value: T }>();
  return async (ctx, key, ask) => {
    const now = ctx.now().getTime();
    const known = kept.get(key);
    if (known && now - known.at < keptMs) return known.value;
    try {
      const value = await ask();
      if (kept.size >= keptAtMost) kept.clear();
      kept.set(key, { at: now, value });
      return value;
    } catch (error) {
      ctx.log.info(
        { error: error instanceof Error ? error.message : "" },
        "could not ask who wrote, or about what",
      );
      return null;
    }
  };
}
