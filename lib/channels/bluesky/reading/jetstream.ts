import type { Config } from "@/lib/channels/bluesky/config";
import { type Event, event, postCollection } from "@/lib/channels/bluesky/entities";
import { deleteItem, deliveryOf } from "@/lib/channels/bluesky/raw";
import { session } from "@/lib/channels/bluesky/session";
import type { Accept, Context, RawItem } from "@/lib/channels/channel";
import { Permanent, Temporary } from "@/lib/channels/channel";
import { poll } from "./poll";
import { readPosition } from "./position";
import { briefly } from "./review";
import { type Events, openEvents } from "./socket";

/** In milliseconds. `look`: how often the list of followed authors is brought up to date. */
export const usualPace = { ping: 30_000, silence: 75_000, firstWait: 1000, longestWait: 60_000, look: 5_000 };

/**
 * Where a Jetstream is set (github.com/bluesky-social/jetstream), deletions and changes by the authors whose posts we
 * hold are heard at once; without one, the second look of the poll finds them. The cursor stays the poll's: what
 * happened while the stream was down is found by that look.
 */
export async function listen(
  ctx: Context<Config>,
  accept: Accept,
  pace = usualPace,
): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const own = { ...ctx, signal: AbortSignal.any([ctx.signal, stop.signal]) };
  const running = ctx.config.jetstream === "" ? Promise.resolve() : keepListening(own, accept, pace);
  return async () => {
    stop.abort();
    await running;
  };
}

async function keepListening(ctx: Context<Config>, accept: Accept, pace: typeof usualPace): Promise<void> {
  let failures = 0;
  while (!ctx.signal.aborted) {
    try {
      await listenOnce(ctx, accept, pace, () => {
        failures = 0;
        ctx.health(null);
      });
    } catch (error) {
      if (ctx.signal.aborted) return;
      failures++;
      ctx.log.warn({ error: String(error), failures }, "the stream broke");
      const said = error instanceof Permanent || error instanceof Temporary ? error : null;
      // One broken line is the weather, and the poll goes on meanwhile. Only what stays is worth a red mark.
      if (error instanceof Permanent || failures >= 3) {
        ctx.health({ code: said?.code ?? "bluesky.stream_lost", params: said?.params ?? {} });
      }
    }
    const longest = Math.min(pace.longestWait, pace.firstWait * 2 ** Math.min(failures, 10));
    await sleep(longest * (0.5 + Math.random() / 2), ctx.signal);
  }
}

async function listenOnce(
  ctx: Context<Config>,
  accept: Accept,
  pace: typeof usualPace,
  connected: () => void,
): Promise<void> {
  const us = await session(ctx);
  let follows = await followedBy(ctx, us.did);
  const events = await openEvents(ctx, [...follows.authors], pace);
  connected();
  const looking = setInterval(() => {
    followedBy(ctx, us.did)
      .then((now) => {
        const isSame =
          now.authors.size === follows.authors.size &&
          [...now.authors].every((did) => follows.authors.has(did));
        follows = now;
        if (!isSame) events.follow([...now.authors]);
      })
      .catch((error) => ctx.log.warn({ error: String(error) }, "could not look whom to follow"));
  }, pace.look);
  try {
    await hear(ctx, accept, us.did, events, () => follows);
  } finally {
    clearInterval(looking);
    events.close();
  }
}

type Follows = { authors: Set<string>; posts: Set<string> };

/** Ourselves, and whoever wrote what we hold. */
async function followedBy(ctx: Context<Config>, self: string): Promise<Follows> {
  const { recent } = readPosition(await ctx.cursor());
  return {
    authors: new Set([self, ...recent.map(([brief]) => brief.split("/")[0] ?? "")]),
    posts: new Set(recent.map(([brief]) => brief)),
  };
}

async function hear(
  ctx: Context<Config>,
  accept: Accept,
  self: string,
  events: Events,
  follows: () => Follows,
): Promise<void> {
  for await (const texts of events.batches) {
    const items: RawItem[] = [];
    let isPollDue = false;
    for (const text of texts) {
      const told = read(text);
      if (!told?.commit || told.commit.collection !== postCollection) continue;
      const uri = `at://${told.did}/${postCollection}/${told.commit.rkey}`;
      if (told.commit.operation === "delete") {
        if (!follows().posts.has(briefly(uri))) continue;
        const at = new Date(told.time_us / 1000);
        items.push(deleteItem(uri, deliveryOf(self, Number.isNaN(at.getTime()) ? ctx.now() : at)));
      } else {
        // The network's lists have it a moment later, with everything that the event does not say.
        isPollDue = true;
      }
    }
    if (items.length > 0) await accept(items, null);
    if (isPollDue) {
      const found = await poll(ctx, await ctx.cursor());
      await accept(found.items, found.cursor);
    }
  }
}

function read(text: string): Event | null {
  try {
    return event.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
