import { z } from "zod";
import type { Json, RawItem } from "@/lib/channels/channel";
import { graphComment } from "./entities";

/** What `parse` must know beside the bytes, since it asks nobody: who wrote, what is above, when we heard of it. */
export type Delivery = {
  profile: {
    name: string | null;
    username: string | null;
    picture: string | null;
    followers: number | null;
  } | null;
  /** The post or media under which a comment stands, as the API gave it. */
  post: Json;
  /** The comment that this one answers. */
  above: Json;
  /** The words of a mention, which its webhook leaves out. */
  said: Json;
  seenAt: string | null;
};

const text = z.string().nullable().catch(null);
const shape = z.object({
  profile: z
    .object({ name: text, username: text, picture: text, followers: z.number().nullable().catch(null) })
    .nullable()
    .catch(null),
  post: graphComment.nullable().catch(null),
  above: graphComment.nullable().catch(null),
  said: graphComment.nullable().catch(null),
  seenAt: z.iso.datetime().nullable().catch(null),
});
export type Known = z.infer<typeof shape>;

/** The delivery back out of a stored item; whatever is missing or odd counts as unknown. */
export function readDelivery(meta: RawItem["meta"]): Known {
  return shape.parse(meta);
}

export function itemOf(externalId: string, body: object, now: Date): RawItem {
  return {
    externalId,
    body: new TextEncoder().encode(JSON.stringify(body)),
    contentType: "application/json",
    meta: { seenAt: now.toISOString() },
  };
}
