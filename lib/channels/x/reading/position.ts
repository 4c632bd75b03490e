import { z } from "zod";

const mark = z.string().nullable().catch(null);
const shape = z.object({
  /** The newest number seen of each kind. */
  mention: mark,
  own: mark,
  named: mark,
  direct: mark,
  /** When direct messages were refused for want of a plan. */
  directAskedAt: mark,
  reviewedAt: mark,
  /** Recent posts that are looked at again, the oldest first. */
  recent: z.array(z.string()).catch([]),
});
export type Position = z.infer<typeof shape>;

export function readPosition(cursor: string | null): Position {
  let value: unknown = {};
  try {
    value = JSON.parse(cursor ?? "{}");
  } catch {
    // A cursor that cannot be read is none: what is known already is ignored.
  }
  return shape.parse(Object(value));
}

/** The later of two numbers of 64 bits, which only grow. */
export function later(one: string | null, other: string): string {
  if (one === null) return other;
  return one.length === other.length ? (one > other ? one : other) : one.length > other.length ? one : other;
}
