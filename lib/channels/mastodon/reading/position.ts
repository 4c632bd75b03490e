import { z } from "zod";

/** How far the lists were read, and what the last second look saw. Kept as the channel's cursor. */
export type Position = {
  notification: string | null;
  status: string | null;
  reviewedAt: string | null;
  /** [id of the notification, id of its post], the newest mentions at the last look. */
  recent: Array<[string, string]>;
  /** How far each word, and each hashtag, was searched: id of the last post. */
  words: Record<string, string | null>;
  searchedAt: string | null;
  /** [id, when it was edited or ""] of the posts found last, the newest at the end. */
  found: Array<[string, string]>;
};

const shape = z.object({
  notification: z.string().nullable().catch(null),
  status: z.string().nullable().catch(null),
  reviewedAt: z.string().nullable().catch(null),
  recent: z.array(z.tuple([z.string(), z.string()])).catch([]),
  words: z.record(z.string(), z.string().nullable()).catch({}),
  searchedAt: z.string().nullable().catch(null),
  found: z.array(z.tuple([z.string(), z.string()])).catch([]),
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

/** The later of two ids. They are numbers of any length as text (Mastodon) or ULIDs (GoToSocial). */
export function laterId(one: string, other: string): string {
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one > other ? one : other;
}
