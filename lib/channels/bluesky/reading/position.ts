import { z } from "zod";

/**
 * How far a list was read that comes with the newest first. What could not be read in one look is kept as a gap: from
 * this page cursor down to this moment.
 */
export type Reach = { seen: string | null; gaps: Array<{ cursor: string; floor: string }> };

/** How far everything was read; kept as the channel's cursor. */
export type Position = {
  /** Nothing older than this is taken: it was answered, or not, before Avant was there. */
  since: string | null;
  notifications: Reach;
  own: Reach;
  /** One for each word that is searched for. */
  words: Record<string, Reach>;
  searchedAt: string | null;
  /** Revision of the last direct message that was read. */
  chat: string | null;
  reviewedAt: string | null;
  /** [uri without "at://" and the collection, end of its cid], the newest first: whose fate is followed. */
  recent: Array<[string, string]>;
};

const reach = z.object({
  seen: z.string().nullable().catch(null),
  gaps: z.array(z.object({ cursor: z.string(), floor: z.string() })).catch([]),
});
const nowhere: Reach = { seen: null, gaps: [] };
const shape = z.object({
  since: z.string().nullable().catch(null),
  notifications: reach.catch(nowhere),
  own: reach.catch(nowhere),
  words: z.record(z.string(), reach).catch({}),
  searchedAt: z.string().nullable().catch(null),
  chat: z.string().nullable().catch(null),
  reviewedAt: z.string().nullable().catch(null),
  recent: z.array(z.tuple([z.string(), z.string()])).catch([]),
});

/** An unreadable cursor means the beginning; what was stored before is recognised. */
export function readPosition(cursor: string | null): Position {
  try {
    return shape.parse(JSON.parse(cursor ?? "{}"));
  } catch {
    return shape.parse({});
  }
}

export function writePosition(position: Position): string {
  return JSON.stringify(position);
}

export function startOf(word: Reach | undefined): Reach {
  return word ?? nowhere;
}
