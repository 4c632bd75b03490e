import { z } from "zod";
import type { Json, RawItem } from "@/lib/channels/channel";

/** What `parse` must know beside the bytes, since it asks nobody. */
export type Delivery = {
  /** Our own account. */
  self: string | null;
  /** What happened to the item: it is there, its author put another text in its place, or it is gone. */
  change: "none" | "edit" | "delete";
  /** When we heard of it: the network says nothing about when something was changed or deleted. */
  seenAt: string | null;
  /** The author's whole profile; a post carries only the short one. */
  profile: Json;
  /** The post that this one answers, as the network gave it; null when it is ours, gone or out of reach. */
  parent: Json;
  /** The exchange that a direct message belongs to, with what was said in it just before. */
  convo: { id: string; members: Json; before: string[] } | null;
};

export function deliveryOf(self: string, now: Date): Delivery {
  return { self, change: "none", seenAt: now.toISOString(), profile: null, parent: null, convo: null };
}

/** A post, of anybody: `source` is what the network gave, unchanged. */
export function postItem(uri: string, source: Json, delivery: Delivery): RawItem {
  return item(uri, source, delivery);
}

/** Each version is an item of its own, so that the same edit seen twice is stored once. */
export function editItem(uri: string, cid: string, source: Json, delivery: Delivery): RawItem {
  return item(`${uri}:edit:${cid}`, source, { ...delivery, change: "edit" });
}

export function deleteItem(uri: string, delivery: Delivery): RawItem {
  return item(`${uri}:delete`, { uri }, { ...delivery, change: "delete" });
}

export function messageItem(convoId: string, messageId: string, source: Json, delivery: Delivery): RawItem {
  return item(messageKey(convoId, messageId), source, delivery);
}

/** Direct messages have ids that mean something only within their exchange. */
export function messageKey(convoId: string, messageId: string): string {
  return `chat:${convoId}:${messageId}`;
}

const shape = z.object({
  self: z.string().nullable().catch(null),
  change: z.enum(["none", "edit", "delete"]).catch("none"),
  seenAt: z.iso.datetime().nullable().catch(null),
  profile: z.json().catch(null),
  parent: z.json().catch(null),
  convo: z
    .object({ id: z.string(), members: z.json().catch(null), before: z.array(z.string()).catch([]) })
    .nullable()
    .catch(null),
});

/** The delivery back out of a stored item; whatever is missing or odd counts as unknown. */
export function readDelivery(meta: RawItem["meta"]): Delivery {
  return shape.parse(meta);
}

function item(externalId: string, source: Json, delivery: Delivery): RawItem {
  return {
    externalId,
    body: new TextEncoder().encode(JSON.stringify(source)),
    contentType: "application/json",
    meta: { ...delivery },
  };
}
