import type { Accept, Context, RawItem } from "@/lib/channels/channel";
import { Permanent, Temporary } from "@/lib/channels/channel";
import type { Config } from "@/lib/channels/mastodon/config";
import { type BareStatus, frame, notification, status } from "@/lib/channels/mastodon/entities";
import { type Ourselves, ourselves } from "@/lib/channels/mastodon/ourselves";
import { deleteItem, deliveryOf, editItem, postItem } from "@/lib/channels/mastodon/raw";
import { parents } from "./parents";
import { concernsOthers, pollAndReview } from "./poll";
import { type Frames, NoStream, openFrames, type Pace } from "./socket";

/** In milliseconds. Mastodon pings every 30 s; silence for two of those means that the line is dead. */
export const usualPace: Pace & { firstWait: number; longestWait: number } = {
  ping: 30_000,
  silence: 75_000,
  firstWait: 1000,
  longestWait: 60_000,
};

/**
 * Keeps the user stream open and hands over what concerns us. After each (re)connection a poll fills the gap; it runs
 * while the stream is already open, so nothing falls between the two. Comes back with growing, jittered waits.
 */
export async function listen(
  ctx: Context<Config>,
  accept: Accept,
  pace = usualPace,
): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const running = keepStreaming({ ...ctx, signal: AbortSignal.any([ctx.signal, stop.signal]) }, accept, pace);
  return async () => {
    stop.abort();
    await running;
  };
}

async function keepStreaming(ctx: Context<Config>, accept: Accept, pace: typeof usualPace): Promise<void> {
  const { connect } = ctx;
  if (!connect) {
    ctx.log.warn({}, "no guarded connection to stream over: mentions come by polling");
    return;
  }
  let failures = 0;
  while (!ctx.signal.aborted) {
    let retryAt = 0;
    try {
      const who = await ourselves(ctx);
      const frames = await openFrames(ctx, connect, who.streaming, pace);
      try {
        await streamOnce(ctx, accept, who, frames, () => {
          failures = 0;
          ctx.health(null);
        });
      } finally {
        frames.close();
      }
    } catch (error) {
      if (ctx.signal.aborted) return;
      failures++;
      ctx.log.warn({ error: String(error), failures }, "the stream broke");
      if (error instanceof Temporary) retryAt = error.retryAt?.getTime() ?? 0;
      const said = error instanceof Permanent || error instanceof Temporary ? error : null;
      // One broken line is the weather; the poll goes on meanwhile. Only what stays is worth a red mark.
      if (!(error instanceof NoStream) && (error instanceof Permanent || failures >= 3)) {
        ctx.health({ code: said?.code ?? "mastodon.stream_lost", params: said?.params ?? {} });
      }
    }
    const longest = Math.min(pace.longestWait, pace.firstWait * 2 ** Math.min(failures, 10));
    await sleep(Math.max(longest * (0.5 + Math.random() / 2), retryAt - Date.now()), ctx.signal);
  }
}

async function streamOnce(
  ctx: Context<Config>,
  accept: Accept,
  who: Ourselves,
  frames: Frames,
  connected: () => void,
): Promise<void> {
  const gap = await pollAndReview(ctx, await ctx.cursor());
  await accept(gap.items, gap.cursor);
  connected();
  const withParent = parents(ctx, who);
  for await (const texts of frames.batches) {
    const items: RawItem[] = [];
    for (const text of texts) {
      const read = readFrame(text, who, ctx.now());
      if (read === "poll") {
        const merged = await pollAndReview(ctx, await ctx.cursor());
        await accept(merged.items, merged.cursor);
      } else if (read) {
        const { item, post } = read;
        const { parent } = post ? await withParent(deliveryOf(who, ctx.now()), post) : { parent: null };
        items.push({ ...item, meta: { ...item.meta, parent } });
      }
    }
    // The cursor belongs to the poll alone: a frame with a later id proves nothing about earlier ones.
    if (items.length > 0) await accept(items, null);
  }
}

type Read = { item: RawItem; post: BareStatus | null };

/** The item that a frame stands for; "poll" when it says that a list changed; null when it is none of our business. */
export function readFrame(text: string, who: Ourselves, now: Date): Read | "poll" | null {
  const read = frame.safeParse(json(text));
  if (!read.success) return null;
  const { event, payload } = read.data;
  const delivery = deliveryOf(who, now);
  switch (event) {
    case "notification": {
      const { data } = notification.safeParse(json(payload));
      if (!data?.status || (data.type !== "mention" && data.type !== "quote")) return null;
      return { item: postItem(data.status.id, text, delivery), post: data.status };
    }
    case "update": {
      const { data } = status.safeParse(json(payload));
      if (!data || !concernsOthers(data, who)) return null;
      return { item: postItem(data.id, text, delivery), post: data };
    }
    case "status.update": {
      const { data } = status.safeParse(json(payload));
      if (!data || !concernsUs(data, who)) return null;
      const editedAt = data.edited_at ?? now.toISOString();
      return { item: editItem(data.id, editedAt, text, delivery), post: null };
    }
    case "delete":
      // Says only an id, so also those of people whom we follow come by; core knows which ones it has.
      return { item: deleteItem(String(payload), text, delivery), post: null };
    case "notifications_merged":
      return "poll";
    default:
      return null;
  }
}

function concernsUs(
  post: BareStatus & { quote?: { quoted_status?: BareStatus | null } | null },
  who: Ourselves,
) {
  return (
    post.account.id === who.id ||
    post.in_reply_to_account_id === who.id ||
    post.quote?.quoted_status?.account.id === who.id ||
    (post.mentions ?? []).some((mention) => mention.id === who.id)
  );
}

function json(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : null;
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
