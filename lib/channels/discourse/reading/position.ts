import { z } from "zod";

/** How far the forum was read; kept as the channel's cursor. */
export type Position = {
  notification: number;
  post: number;
  /** Our own posts in private talks. */
  privatePost: number;
  reviewedAt: string | null;
  /** Talks that we follow, as "topic:username", the newest last: what these people write there is for us. */
  talks: string[];
  /** [id, version] of customers' posts that are looked at again, the newest last. */
  recent: Array<[number, number]>;
};

const shape = z.object({
  notification: z.number().catch(0),
  post: z.number().catch(0),
  privatePost: z.number().catch(0),
  reviewedAt: z.string().nullable().catch(null),
  talks: z.array(z.string()).catch([]),
  recent: z.array(z.tuple([z.number(), z.number()])).catch([]),
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
  return JSON.stringify({
    ...position,
    talks: position.talks.slice(-500),
    recent: position.recent.slice(-100),
  });
}
