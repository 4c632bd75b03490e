import { z } from "zod";
import type { RawItem } from "@/lib/channels/channel";

/** What `parse` must know beside the entry itself, since it asks nobody. */
export type Delivery = {
  /** Address of the feed, to which relative links and bare ids belong. */
  feed: string;
  part: "entry" | "edit" | "delete";
  /** When we heard of it; for changes that carry no time of their own. */
  seenAt: string | null;
};

/** An entry as it came, inside a document of the same kind that holds nothing else. */
export function entryItem(id: string, source: string, delivery: Delivery): RawItem {
  return item(id, source, delivery);
}

/** Each version is an item of its own, so that an edit found twice is stored once. */
export function editItem(id: string, mark: string, source: string, delivery: Delivery): RawItem {
  return item(`${id} edit ${mark}`, source, { ...delivery, part: "edit" });
}

export function deleteItem(id: string, delivery: Delivery): RawItem {
  return item(`${id} delete`, JSON.stringify({ id }), { ...delivery, part: "delete" });
}

function item(externalId: string, source: string, delivery: Delivery): RawItem {
  const isJson = source.startsWith("{");
  return {
    externalId,
    body: new TextEncoder().encode(source),
    contentType: isJson ? "application/json" : "application/xml",
    meta: { ...delivery },
  };
}

const shape = z.object({
  feed: z.string().catch(""),
  part: z.enum(["entry", "edit", "delete"]).catch("entry"),
  seenAt: z.iso.datetime().nullable().catch(null),
});

export function readDelivery(meta: RawItem["meta"]): Delivery {
  return shape.parse(meta);
}
