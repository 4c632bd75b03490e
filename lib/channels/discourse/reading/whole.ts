import { z } from "zod";
import type { RawItem } from "@/lib/channels/channel";
import { type Caller, call, Refusal } from "@/lib/channels/discourse/api";
import { type Post, post, type Topic, topic } from "@/lib/channels/discourse/entities";
import { postItem } from "@/lib/channels/discourse/raw";

/** Topics and parents are asked once for each look: a flood in one topic must not use up the minute's calls. */
export type Asked = {
  topics: Map<number, Promise<Topic | null>>;
  parents: Map<string, Promise<Post | null>>;
};

export function nothingAsked(): Asked {
  return { topics: new Map(), parents: new Map() };
}

/** The post with its topic and the post that it answers; what cannot be had is left out, the post must not wait. */
export async function wholeItem(
  ctx: Caller,
  asked: Asked,
  one: { post: Post; source: string },
): Promise<RawItem> {
  const { id, topic_id, reply_to_post_number } = one.post;
  const known = one.post.topic_archetype && one.post.topic_title ? topicIn(one.post) : null;
  const about = known ?? (await once(asked.topics, topic_id, () => topicOf(ctx, topic_id)));
  const number = reply_to_post_number ?? 0;
  const parent =
    number === 0
      ? null
      : await once(asked.parents, `${topic_id}/${number}`, () => byNumber(ctx, topic_id, number));
  return postItem(id, one.source, { topic: about, parent, seenAt: ctx.now().toISOString() });
}

/** A webhook tells of the topic too. */
function topicIn(one: Post): Topic {
  const { topic_id: id, topic_title: title, topic_slug: slug, topic_archetype: archetype, category_id } = one;
  return { id, title, slug, archetype, category_id };
}

export function topicOf(ctx: Caller, id: number): Promise<Topic | null> {
  return soft(call(ctx, `/t/${id}.json`, topic));
}

/** GET /posts/{id}.json, the words as they came; null when it is gone or out of our sight. */
export async function postOf(ctx: Caller, id: number): Promise<{ post: Post; source: string } | null> {
  const value = await soft(call(ctx, `/posts/${id}.json`, z.unknown()));
  const read = post.safeParse(value);
  return read.success ? { post: read.data, source: JSON.stringify(value) } : null;
}

export async function byNumber(ctx: Caller, topicId: number, number: number): Promise<Post | null> {
  const value = await soft(call(ctx, `/posts/by_number/${topicId}/${number}.json`, z.unknown()));
  const read = post.safeParse(value);
  return read.success ? read.data : null;
}

async function soft<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function once<K, V>(known: Map<K, Promise<V>>, key: K, ask: () => Promise<V>): Promise<V> {
  const found = known.get(key) ?? ask();
  known.set(key, found);
  return found;
}
