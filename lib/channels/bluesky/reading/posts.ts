import { z } from "zod";
import { type Post, post, profile } from "@/lib/channels/bluesky/entities";
import type { Caller } from "@/lib/channels/bluesky/request";
import { call } from "@/lib/channels/bluesky/xrpc";
import type { Json } from "@/lib/channels/channel";

export type Shown = { value: Post; source: Json };
const json = z.json();
// The most that one call takes (app.bsky.feed.getPosts, app.bsky.actor.getProfiles).
const atOnce = 25;

/** Posts by their addresses. Those that are gone, or hidden from us, are missing from the answer. */
export async function getPosts(ctx: Caller, uris: readonly string[]): Promise<Map<string, Shown>> {
  const found = new Map<string, Shown>();
  for (const some of parted(uris)) {
    const { posts } = await call(ctx, "app.bsky.feed.getPosts", z.object({ posts: z.array(json) }), {
      query: { uris: some },
    });
    for (const source of posts) {
      const read = post.safeParse(source);
      if (read.success) found.set(read.data.uri, { value: read.data, source });
    }
  }
  return found;
}

const profiles = new Map<string, { at: number; source: Json }>();
const profileKeptMs = 3_600_000;

/** Whole profiles, for what a post does not say of its author: how many people read them. An hour old at most. */
export async function getProfiles(ctx: Caller, dids: readonly string[]): Promise<Map<string, Json>> {
  const isFresh = (did: string) => Date.now() - (profiles.get(did)?.at ?? 0) < profileKeptMs;
  for (const some of parted(dids.filter((did) => !isFresh(did)))) {
    const answer = await call(ctx, "app.bsky.actor.getProfiles", z.object({ profiles: z.array(json) }), {
      query: { actors: some },
    });
    for (const source of answer.profiles) {
      const read = profile.safeParse(source);
      if (read.success) profiles.set(read.data.did, { at: Date.now(), source });
    }
  }
  const given = new Map(
    dids.flatMap((did) => (profiles.has(did) ? [[did, profiles.get(did)?.source ?? null]] : [])),
  );
  while (profiles.size > 5000) profiles.delete(profiles.keys().next().value ?? "");
  return given;
}

function* parted(all: readonly string[]): Generator<string[]> {
  const unique = [...new Set(all)];
  for (let at = 0; at < unique.length; at += atOnce) yield unique.slice(at, at + atOnce);
}
