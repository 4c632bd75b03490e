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
