import { z } from "zod";

/** How far one feed was read. Kept, with those of the other addresses, as the channel's cursor. */
export type FeedState = {
  etag: string | null;
  modified: string | null;
  /** Not before this moment again. */
  nextAt: string | null;
  /** Last answer that was a feed, or "nothing new". */
  okAt: string | null;
  /** Last time that it was asked for without "only if changed". */
  wholeAt: string | null;
  fails: number;
  trouble: { code: string; params: { [name: string]: string | number } } | null;
  /** Where the site says that the feed has moved for good. */
  movedTo: string | null;
  /** Key of an entry's id → mark of its words, of the entries in the last answer; "-" before what was left out. */
  seen: { [key: string]: string };
  /** The newest entries that were taken, to see which are gone. */
  recent: Array<{ key: string; id: string; link: string; at: string; misses: number }>;
};

const state = z.object({
  etag: z.string().nullable().catch(null),
  modified: z.string().nullable().catch(null),
  nextAt: z.iso.datetime().nullable().catch(null),
  okAt: z.iso.datetime().nullable().catch(null),
  wholeAt: z.iso.datetime().nullable().catch(null),
  fails: z.number().catch(0),
  trouble: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable()
    .catch(null),
  movedTo: z.string().nullable().catch(null),
  seen: z.record(z.string(), z.string()).catch({}),
  recent: z
    .array(
      z.object({ key: z.string(), id: z.string(), link: z.string(), at: z.string(), misses: z.number() }),
    )
    .catch([]),
});

const shape = z.object({ feeds: z.record(z.string(), state).catch({}) });

/** An unreadable cursor means the beginning; what was stored before is recognised. */
export function readPosition(cursor: string | null): { [address: string]: FeedState } {
  try {
    return shape.parse(JSON.parse(cursor ?? "{}")).feeds;
  } catch {
    return {};
  }
}

export function writePosition(feeds: { [address: string]: FeedState }): string {
  return JSON.stringify({ feeds });
}

export function newState(): FeedState {
  return state.parse({});
}
