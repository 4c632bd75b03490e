import { z } from "zod";
import { postCollection } from "@/lib/channels/bluesky/entities";
import { deleteItem, deliveryOf, editItem } from "@/lib/channels/bluesky/raw";
import { type Caller, Refusal } from "@/lib/channels/bluesky/request";
import type { Session } from "@/lib/channels/bluesky/session";
import { call } from "@/lib/channels/bluesky/xrpc";
import type { RawItem } from "@/lib/channels/channel";
import type { Polling } from "./poll";
import type { Position } from "./position";
import { getPosts, type Shown } from "./posts";

const reviewEveryMs = 5 * 60_000;
const eachTime = 25;
const mostFollowed = 150;

/**
 * A second look at the posts that we hold: the newest each time, all that are followed every five minutes. Bluesky
 * knows no edits, but a record may be put again under its address, which changes its cid.
 */
export async function review(
  ctx: Polling,
  us: Session,
  { recent, reviewedAt }: Position,
): Promise<{ items: RawItem[]; recent: Position["recent"]; reviewedAt: string | null }> {
  const isDue = ctx.now().getTime() - Date.parse(reviewedAt ?? "1970-01-01") >= reviewEveryMs;
  const looked = recent.slice(0, isDue ? mostFollowed : eachTime);
  const shown = await getPosts(
    ctx,
    looked.map(([brief]) => fully(brief)),
  );
  const delivery = deliveryOf(us.did, ctx.now());
  const items: RawItem[] = [];
  const fates = new Map<string, string | null>();
  for (const [brief, version] of looked) {
    const uri = fully(brief);
    const now = shown.get(uri);
    if (now) {
      const current = versionOf(now.value.cid);
      if (current === version) continue;
      // One that was out of sight comes back as it was, or changed; the same text is no edit.
      items.push(editItem(uri, now.value.cid, now.source, delivery));
      fates.set(brief, current);
    } else if (isDue || version !== outOfSight) {
      const isThere = await exists(ctx, uri);
      if (!isThere) items.push(deleteItem(uri, delivery));
      fates.set(brief, isThere ? outOfSight : null);
    }
  }
  const kept = recent.flatMap(([brief, version]): Position["recent"] => {
    const fate = fates.get(brief);
    return fate === null ? [] : [[brief, fate ?? version]];
  });
  return { items, recent: kept, reviewedAt: isDue ? ctx.now().toISOString() : reviewedAt };
}

/** A post that is there and not shown to us: its author has blocked us. Asked for again only every five minutes. */
const outOfSight = "?";

/** The new ones before those that are followed already. */
export function followed(recent: Position["recent"], fresh: Shown[]): Position["recent"] {
  const added = [...fresh]
    .sort((one, other) => other.value.indexedAt.localeCompare(one.value.indexedAt))
    .map(({ value }): [string, string] => [briefly(value.uri), versionOf(value.cid)]);
  const all = new Map([...added, ...recent].map((one) => [one[0], one]));
  return [...all.values()].slice(0, mostFollowed);
}

export function briefly(uri: string): string {
  return uri.replace(/^at:\/\//, "").replace(`/${postCollection}/`, "/");
}

export function fully(brief: string): string {
  return `at://${brief.replace("/", `/${postCollection}/`)}`;
}

function versionOf(cid: string): string {
  return cid.slice(-10);
}

/** Being missing from a list proves nothing, so the record is asked for by name. */
async function exists(ctx: Caller, uri: string): Promise<boolean> {
  const [repo = "", collection = "", rkey = ""] = uri.replace("at://", "").split("/");
  try {
    await call(ctx, "com.atproto.repo.getRecord", z.unknown(), { query: { repo, collection, rkey } });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.said === "RecordNotFound" || error.status === 404) return false;
    // The account itself is gone, with everything in it.
    return !/could not (?:find|locate)|not found/i.test(String(error.params.reason ?? ""));
  }
}
