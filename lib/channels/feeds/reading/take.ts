import { setImmediate as breathe } from "node:timers/promises";
import type { RawItem } from "@/lib/channels/channel";
import { digest, type Entry, ownHtml, readEntry } from "@/lib/channels/feeds/entry";
import { editItem, entryItem } from "@/lib/channels/feeds/raw";
import { webText } from "@/lib/text/web-text";
import { hasOneOf } from "@/lib/text/whole-words";
import type { Polling } from "./poll";
import type { FeedState } from "./position";

const dayMs = 86_400_000;
/** Of a feed that never names a date, the first look takes so many. */
const undatedAtFirst = 10;
const mostRecent = 100;

export type Taken = {
  items: RawItem[];
  state: FeedState;
  /** When each entry of this answer was published, by key; null where it does not say. */
  dates: Map<string, number | null>;
};

/**
 * What is new or changed among the entries of one answer. The first look takes only the last days; later ones take
 * whatever is new, but not an archive that suddenly appears: nothing older than the last look by more than that.
 */
export async function take(
  ctx: Pick<Polling, "config" | "now" | "log">,
  { address, state, entries }: { address: string; state: FeedState; entries: string[] },
): Promise<Taken> {
  const now = ctx.now();
  const seenAt = now.toISOString();
  const oldest = Date.parse(state.okAt ?? seenAt) - ctx.config.firstDays * dayMs;
  const seen: FeedState["seen"] = {};
  const dates = new Map<string, number | null>();
  const recent = new Map(state.recent.map((one) => [one.key, one]));
  const found: Array<{ at: number; item: RawItem }> = [];
  let undated = 0;
  for (const [place, source] of entries.entries()) {
    if (place % 20 === 19) await breathe();
    const entry = readable(ctx, address, source);
    if (entry === null) continue;
    const key = digest(entry.id).slice(0, 12);
    if (dates.has(key)) continue;
    const at = entry.publishedAt?.getTime() ?? null;
    dates.set(key, at);
    const mark = digest(JSON.stringify([entry.title, ownHtml(entry), entry.rating])).slice(0, 8);
    const before = state.seen[key];
    const delivery = { feed: address, part: "entry" as const, seenAt };
    if (before === mark || before === `-${mark}`) {
      seen[key] = before;
      continue;
    }
    if (before !== undefined && !before.startsWith("-")) {
      seen[key] = mark;
      found.push({ at: now.getTime(), item: editItem(entry.id, mark, source, delivery) });
      continue;
    }
    const isOld = at === null ? state.okAt === null && ++undated > undatedAtFirst : at < oldest;
    if ((before === undefined && isOld) || !isWanted(ctx, entry)) {
      seen[key] = `-${mark}`;
      continue;
    }
    seen[key] = mark;
    found.push({ at: at ?? now.getTime(), item: entryItem(entry.id, source, delivery) });
    if (entry.link !== null)
      recent.set(key, {
        key,
        id: entry.id,
        link: entry.link,
        at: new Date(at ?? now).toISOString(),
        misses: 0,
      });
  }
  // Feeds have the newest first; people read the oldest first. Within a second only the ids tell.
  found.sort((a, b) => a.at - b.at || byId.compare(a.item.externalId, b.item.externalId));
  const items = found.map(({ item }) => item);
  const newest = [...recent.values()].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, mostRecent);
  return { items, dates, state: { ...state, seen, recent: newest } };
}

const byId = new Intl.Collator("en", { numeric: true });

function readable(ctx: Pick<Polling, "log">, address: string, source: string): Entry | null {
  try {
    return readEntry(source, address);
  } catch (error) {
    ctx.log.warn({ feed: address, error: String(error).slice(0, 200) }, "an entry of a feed cannot be read");
    return null;
  }
}

function isWanted({ config }: Pick<Polling, "config">, entry: Entry): boolean {
  const { anyWords, withoutWords } = config;
  if (anyWords.length === 0 && withoutWords.length === 0) return true;
  const said = `${entry.title}\n${entry.author.name ?? ""}\n${entry.answers?.title ?? ""}\n${webText(entry.html.slice(0, 100_000), null)}`;
  if (hasOneOf(said, withoutWords)) return false;
  return anyWords.length === 0 || hasOneOf(said, anyWords);
}
