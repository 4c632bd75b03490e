import type { RawItem } from "@/lib/channels/channel";
import { deleteItem } from "@/lib/channels/feeds/raw";
import { type Asking, bytesOf } from "./ask";
import type { FeedState } from "./position";

const mostAsked = 3;
/** A page that still has it so often only left the feed. */
const mostMisses = 3;

/**
 * Entries that were here, are not any more, and were not pushed out by newer ones: their pages are asked, since a
 * feed alone proves nothing. Gone is what answers 404 or 410, and a comment whose place is not on its page any more.
 */
export async function gone(
  ctx: Asking,
  { address, state, dates }: { address: string; state: FeedState; dates: Map<string, number | null> },
): Promise<{ items: RawItem[]; state: FeedState }> {
  const known = [...dates.values()].filter((at) => at !== null);
  const oldest = known.length === 0 ? 0 : Math.min(...known);
  const items: RawItem[] = [];
  const recent: FeedState["recent"] = [];
  let asked = 0;
  for (const one of state.recent) {
    if (dates.has(one.key)) {
      recent.push({ ...one, misses: 0 });
      continue;
    }
    if (Date.parse(one.at) < oldest) continue;
    if (asked++ >= mostAsked) {
      recent.push(one);
      continue;
    }
    const is = await isGone(ctx, one.link);
    if (is === true) {
      const delivery = { feed: address, part: "delete" as const, seenAt: ctx.now().toISOString() };
      items.push(deleteItem(one.id, delivery));
    } else if (is === null || one.misses + 1 < mostMisses) {
      recent.push({ ...one, misses: one.misses + 1 });
    }
  }
  return { items, state: { ...state, recent } };
}

/** Null when the page cannot be asked now. */
async function isGone(ctx: Asking, link: string): Promise<boolean | null> {
  try {
    const url = new URL(link);
    const place = decodeURIComponent(url.hash.slice(1));
    url.hash = "";
    const response = await ctx.fetch(url, {
      headers: { "user-agent": `Avant (feed reader; +${ctx.appUrl})`, accept: "text/html" },
      signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(15_000)]),
    });
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return true;
    }
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    const bytes = await bytesOf(response);
    if (place === "" || bytes === null) return false;
    const page = new TextDecoder().decode(bytes);
    const marks = [`id="${place}"`, `id='${place}'`, `id=${place}`, `name="${place}"`, `#${place}"`];
    return !marks.some((mark) => page.includes(mark));
  } catch {
    ctx.signal.throwIfAborted();
    return null;
  }
}
