import { z } from "zod";

/** Path parameters of a route about one thing. */
export const byId = z.object({ id: z.uuid() });

/** A moment as it travels: ISO 8601 in UTC. */
export const moment = z.string().meta({ format: "date-time" });

/** One page of a list; `next` is the `cursor` of the following page, null on the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A list that is short by nature and comes whole. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item) });
}

/** What was made. */
export const created = z.object({ id: z.uuid() });

/** Who keeps a promise: a colleague, or somebody without a desk, who is told by mail. */
export const owner = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("agent"), agentId: z.uuid() }),
  z.object({
    kind: z.literal("outside"),
    address: z.string().max(320),
    name: z.string().max(120).nullable().default(null),
  }),
]);

/** A date as people say it, or exactly. */
export const due = z.string().trim().min(1).max(200).meta({
  description:
    "Words in English or French (`friday`, `demain avant midi`), a day (`2026-11-27`: the end of its opening hours) or a moment (ISO 8601).",
});

export const newPromise = z.object({
  text: z.string().trim().min(1).max(500),
  due,
  owner: owner.nullable().default(null).meta({ description: "Null: whoever makes it." }),
});
