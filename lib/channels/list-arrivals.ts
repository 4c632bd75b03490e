import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible, visibleBrand } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";

export type Arrivals = {
  /** Conversations of this channel that are open, the newest first. */
  items: Array<{ id: string; number: number; customerName: string; excerpt: string; at: Iso }>;
  /** Come, and nobody's question: kept among what was filed. */
  filed: number;
  /** Come, and not readable. */
  parked: number;
};

/** What has come through a channel lately, for whoever has just connected it and waits for the first message. */
export async function listArrivals(actor: Actor, input: { channelId: string }): Promise<Arrivals> {
  authorize(actor, "channel.read");
  // The list of work is small; the conversations of a channel may be a million.
  const [found, beside] = await Promise.all([
    db.execute<Arrivals["items"][number]>(sql`
      select c.id, c.number::int as number, k.name as "customerName", c.excerpt, q.last_message_at as at
      from queue q join conversations c on c.id = q.conversation_id join customers own on own.id = c.customer_id join customers k on k.id = own.person_id
      where q.channel_id = ${input.channelId} and q.status = 'open' and ${visible(actor, columnsOf("q"))}
      order by q.last_message_at desc, q.conversation_id desc limit 5`),
    db.execute<{ filed: number; parked: number }>(sql`
      select count(*) filter (where filed_reason is not null)::int as filed, count(*) filter (where state = 'parked')::int as parked
      from inbound i join channels h on h.id = i.channel_id
      where i.channel_id = ${input.channelId} and ${visibleBrand(actor, sql`h.brand_id`)}
        and i.received_at > now() - interval '1 day' and (i.filed_reason is not null or i.state = 'parked')`),
  ]);
  return {
    items: found.rows.map((row) => ({ ...row, at: isoText(row.at) })),
    filed: beside.rows[0]?.filed ?? 0,
    parked: beside.rows[0]?.parked ?? 0,
  };
}
