import { z } from "zod";
import type { Json, RawItem } from "@/lib/channels/channel";
import type { Ourselves } from "./ourselves";

/** What `parse` must know beside the bytes, since it asks nobody. */
export type Delivery = {
  /** Our own account, when the item came from a running connection. */
  self: { id: string; username: string } | null;
  /** Domain of the accounts that the instance writes without one. */
  domain: string | null;
  application: string | null;
  /** When we heard of it: a deletion carries no time of its own. */
  seenAt: string | null;
  /** True when a poll found that the author changed the text since. */
  edited: boolean;
  /** The post that this one answers, as the API gave it; null when it is ours, gone or out of reach. */
  parent: Json;
};

/** A new post, or one of ours: `body` is the notification, status or stream frame exactly as it came. */
export function postItem(statusId: string, body: string, delivery: Delivery): RawItem {
  return item(statusId, body, delivery);
}

/** Each version is an item of its own, so that the same edit found by stream and by poll is stored once. */
export function editItem(statusId: string, editedAt: string, body: string, delivery: Delivery): RawItem {
  return item(`${statusId}:edit:${editedAt}`, body, { ...delivery, edited: true });
}

export function deleteItem(statusId: string, body: string, delivery: Delivery): RawItem {
  return item(`${statusId}:delete`, body, delivery);
}

export function deliveryOf(who: Ourselves, now: Date): Delivery {
  return {
    self: { id: who.id, username: who.username },
    domain: who.domain,
    application: who.application,
    seenAt: now.toISOString(),
    edited: false,
    parent: null,
  };
}

const shape = z.object({
  self: z.object({ id: z.string(), username: z.string() }).nullable().catch(null),
  domain: z.string().nullable().catch(null),
  application: z.string().nullable().catch(null),
  seenAt: z.iso.datetime().nullable().catch(null),
  edited: z.boolean().catch(false),
  parent: z.json().catch(null),
});

/** The delivery back out of a stored item; whatever is missing or odd counts as unknown. */
export function readDelivery(meta: RawItem["meta"]): Delivery {
  return shape.parse(meta);
}

function item(externalId: string, body: string, delivery: Delivery): RawItem {
  return {
    externalId,
    body: new TextEncoder().encode(body),
    contentType: "application/json",
    meta: { ...delivery },
  };
}
