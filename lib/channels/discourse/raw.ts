import { z } from "zod";
import type { RawItem } from "@/lib/channels/channel";
import { post, topic } from "./entities";

/** What `parse` must know beside the post, since it asks nobody. */
export type Delivery = {
  part: "post" | "edit" | "delete";
  /** The topic that the post stands in, where it was asked for. */
  topic: z.infer<typeof topic> | null;
  /** The post that this one answers, when it is not ours. */
  parent: z.infer<typeof post> | null;
  seenAt: string | null;
};

export function postItem(id: number, body: string, delivery: Omit<Delivery, "part">): RawItem {
  return item(String(id), body, { ...delivery, part: "post" });
}

/** Each version is an item of its own, so that an edit told by webhook and found by a look is stored once. */
export function editItem(
  id: number,
  version: number,
  body: string,
  delivery: Omit<Delivery, "part">,
): RawItem {
  return item(`${id} edit ${version}`, body, { ...delivery, part: "edit" });
}

export function deleteItem(id: number, seenAt: string): RawItem {
  return item(`${id} delete`, JSON.stringify({ id }), { part: "delete", topic: null, parent: null, seenAt });
}

const shape = z.object({
  part: z.enum(["post", "edit", "delete"]).catch("post"),
  topic: topic.nullable().catch(null),
  parent: post.nullable().catch(null),
  seenAt: z.iso.datetime().nullable().catch(null),
});

export function readDelivery(meta: RawItem["meta"]): Delivery {
  return shape.parse(meta);
}

function item(externalId: string, body: string, delivery: Delivery): RawItem {
  const meta: RawItem["meta"] = JSON.parse(JSON.stringify(delivery));
  return { externalId, body: new TextEncoder().encode(body), contentType: "application/json", meta };
}
