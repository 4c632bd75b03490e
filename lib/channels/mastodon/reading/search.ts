import { z } from "zod";
import { type Context, Permanent, type RawItem, Temporary } from "@/lib/channels/channel";
import { call, Refusal } from "@/lib/channels/mastodon/api";
import type { Config } from "@/lib/channels/mastodon/config";
import { type Status, status } from "@/lib/channels/mastodon/entities";
import type { Ourselves } from "@/lib/channels/mastodon/ourselves";
import { deleteItem, deliveryOf, editItem, postItem } from "@/lib/channels/mastodon/raw";
import { parents } from "./parents";
import { laterId, type Position } from "./position";

type Searching = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;
type Found = { items: RawItem[]; position: Position };

// A search costs the instance more than a list does.
const searchEveryMs = 2 * 60_000;
const firstLookMs = 24 * 3_600_000;
// An instance puts posts into its index some minutes after they were written, and not in order.
const settledMs = 10 * 60_000;
const pageSize = 40;
const maxPages = 25;
const mostFollowed = 20;

/**
 * Posts that name the brand without addressing it: by full text, where the instance has an index for it, and for a
 * single word by its hashtag, which every instance knows. A fault here never keeps a mention waiting.
 */
export async function search(ctx: Searching, who: Ourselves, from: Position): Promise<Found> {
  const words = ctx.config.words ?? [];
  const isDue = ctx.now().getTime() - Date.parse(from.searchedAt ?? "1970-01-01") >= searchEveryMs;
  if (words.length === 0 || !isDue) return { items: [], position: from };
  const found = new Map<string, { value: Status; source: string }>();
  const reached: Position["words"] = {};
  for (const word of words) {
    for (const [key, read] of waysTo(ctx, word)) {
      const since = from.words[key] ?? null;
      const got = await walk(ctx, read, since);
      reached[key] = got.reached;
      for (const one of got.found) if (isTheirs(one.value, who)) found.set(one.value.id, one);
    }
  }
  const delivery = deliveryOf(who, ctx.now());
  const withParent = parents(ctx, who);
  const inOrder = [...found.values()].sort((one, other) =>
    laterId(one.value.id, other.value.id) === one.value.id ? 1 : -1,
  );
  const items: RawItem[] = [];
  for (const { value, source } of inOrder) {
    items.push(postItem(value.id, source, await withParent(delivery, value)));
  }
  // What is found again keeps the version that was handed over, so that the second look sees what changed since.
  const known = new Set(from.found.map(([id]) => id));
  const fresh = inOrder
    .filter(({ value }) => !known.has(value.id))
    .map(({ value }): [string, string] => [value.id, value.edited_at ?? ""]);
  const position = {
    ...from,
    words: reached,
    searchedAt: ctx.now().toISOString(),
    found: [...from.found, ...fresh].slice(-mostFollowed),
  };
  return { items, position };
}

/** Edits and deletions of the posts found last; no stream tells of them. */
export async function reviewFound(ctx: Searching, who: Ourselves, from: Position): Promise<Found> {
  const delivery = deliveryOf(who, ctx.now());
  const items: RawItem[] = [];
  const found: Position["found"] = [];
  for (const [id, version] of from.found) {
    const now = await read(ctx, id);
    if (now === "gone") {
      items.push(deleteItem(id, JSON.stringify({ event: "delete", payload: id }), delivery));
      continue;
    }
    const edited = now?.value.edited_at ?? version;
    if (now && edited !== version) items.push(editItem(id, edited, now.source, delivery));
    found.push([id, edited]);
  }
  return { items, position: { ...from, found } };
}

/** One page, the newest first: those above `since`, below `last`, which is the `skip`th. */
type Page = (at: { since: string | null; last: string | null; skip: number }) => Promise<unknown[]>;

function waysTo(ctx: Searching, word: string): Array<[key: string, read: Page]> {
  const q = /\s/.test(word) && !word.includes('"') ? `"${word}"` : word;
  const limit = String(pageSize);
  const results = z.object({ statuses: z.array(z.unknown()) });
  // With a kind of result set, a search goes on by a count (docs.joinmastodon.org/methods/search).
  const byText: Page = async ({ since, skip }) => {
    const query = { q, type: "statuses", limit, offset: String(skip), ...(since ? { min_id: since } : {}) };
    return (await call(ctx, "/api/v2/search", results, { query })).statuses;
  };
  const tag = word.replace(/^[#＃]/, "");
  if (!/^[\p{L}\p{N}_]+$/u.test(tag)) return [[word, byText]];
  const byTag: Page = async ({ since, last }) => {
    const query = { limit, ...(since ? { since_id: since } : {}), ...(last ? { max_id: last } : {}) };
    return await call(ctx, `/api/v1/timelines/tag/${encodeURIComponent(tag)}`, z.array(z.unknown()), {
      query,
    });
  };
  return [
    [word, byText],
    [`#${tag}`, byTag],
  ];
}

type Walked = { found: Array<{ value: Status; source: string }>; reached: string | null };

/** Reads from the newest down to `since`. Not every server heeds that, so what comes is checked here. */
async function walk(ctx: Searching, read: Page, since: string | null): Promise<Walked> {
  const oldest = ctx.now().getTime() - firstLookMs;
  const isNew = ({ id, created_at }: Status) =>
    since === null ? Date.parse(created_at) >= oldest : id !== since && laterId(id, since) === id;
  const found = new Map<string, { value: Status; source: string }>();
  try {
    let last: string | null = null;
    for (let pages = 0; pages < maxPages; pages++) {
      const page = await read({ since, last, skip: pages * pageSize });
      const before = found.size;
      for (const one of page) {
        const known = status.safeParse(one);
        if (!known.success) continue;
        last = known.data.id;
        if (isNew(known.data)) found.set(known.data.id, { value: known.data, source: JSON.stringify(one) });
      }
      if (page.length < pageSize || found.size === before) break;
    }
  } catch (error) {
    if (!(error instanceof Permanent || error instanceof Temporary)) throw error;
    // Many servers have no search, or no right to it: then the other way remains.
    ctx.log.info({ error: String(error) }, "a search came to nothing");
    return { found: [], reached: since };
  }
  const settled = ctx.now().getTime() - settledMs;
  const reached = [...found.values()]
    .filter(({ value }) => Date.parse(value.created_at) <= settled)
    .map(({ value }) => value.id)
    .reduce((one: string | null, other) => (one === null ? other : laterId(one, other)), since);
  return { found: [...found.values()], reached };
}

/** What we wrote, boosts, and what was said to a few are not for the queue; a private mention is notified anyway. */
function isTheirs(post: Status, who: Ourselves): boolean {
  const isPublic = post.visibility === "public" || post.visibility === "unlisted";
  return isPublic && !post.reblog && post.account.id !== who.id;
}

async function read(ctx: Searching, id: string): Promise<{ value: Status; source: string } | "gone" | null> {
  try {
    const source = await call(ctx, `/api/v1/statuses/${encodeURIComponent(id)}`, z.unknown());
    const known = status.safeParse(source);
    return known.success ? { value: known.data, source: JSON.stringify(source) } : null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.status === 404 || error.status === 410 ? "gone" : null;
  }
}
