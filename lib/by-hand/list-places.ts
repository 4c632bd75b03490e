import { sql } from "drizzle-orm";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { loadChannels } from "@/lib/channels/load";

export type HandPlace = {
  id: string;
  name: string;
  brandName: string;
  takes: "note" | "link";
};

/** Where I may type something in: the channels of my brands that take notes or links. */
export async function listPlaces(actor: Actor): Promise<HandPlace[]> {
  authorize(actor, "conversation.note");
  const rows = await loadChannels(sql`h.paused_at is null and ${visibleBrand(actor, sql`h.brand_id`)}`);
  return rows.flatMap(({ id, name, brandName, channel }) =>
    channel.can.byHand === null || channel.enter === undefined
      ? []
      : [{ id, name, brandName, takes: channel.can.byHand }],
  );
}
