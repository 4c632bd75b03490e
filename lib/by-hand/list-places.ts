import { sql } from "drizzle-orm";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { loadChannels } from "@/lib/channels/load";

export type HandPlace = {
  id: string;
  name: string;
  brandName: string;
  takes: "note" | "link";
  /** The one of the two that it is for, where it is for one only. */
  at: "shop" | "phone" | null;
};

/** Where I may type something in: the channels of my brands that take notes or links. */
export async function listPlaces(actor: Actor): Promise<HandPlace[]> {
  authorize(actor, "conversation.note");
  const rows = await loadChannels(sql`h.paused_at is null and ${visibleBrand(actor, sql`h.brand_id`)}`);
  return rows.flatMap((row) => {
    const { id, name, brandName, channel } = row;
    const takes = channel.enter === undefined ? null : channel.can.byHand;
    return takes === null ? [] : [{ id, name, brandName, takes, at: onlyFor(row) }];
  });
}

/** A channel that plays the shop or the phone takes the notes of that place. */
export function onlyFor({ config }: { config: { [key: string]: Json } }): HandPlace["at"] {
  return config.plays === "shop" || config.plays === "phone" ? config.plays : null;
}
