import { z } from "zod";
import type { RawItem } from "@/lib/channels/channel";

/** What `parse` must know beside the bytes: who we are, when we heard of it, and whether it is a later version. */
export type Delivery = {
  self: { id: string; username: string } | null;
  seenAt: string | null;
  edited: boolean;
};

const shape = z.object({
  self: z.object({ id: z.string(), username: z.string() }).nullable().catch(null),
  seenAt: z.iso.datetime().nullable().catch(null),
  edited: z.boolean().catch(false),
});

export function readDelivery(meta: RawItem["meta"]): Delivery {
  return shape.parse(meta);
}

export function itemOf(externalId: string, body: object, delivery: Delivery): RawItem {
  return {
    externalId,
    body: new TextEncoder().encode(JSON.stringify(body)),
    contentType: "application/json",
    meta: { ...delivery },
  };
}
