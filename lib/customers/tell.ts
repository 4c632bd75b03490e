import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import type { Actor, System } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { actorOf, type EventType, recordEvent } from "@/lib/events";

/**
 * Writes what happened to some records: one event of the customer, by which it can be undone, and one for each of their
 * conversations in the list, so that every desk shows the name that holds now. Resolves with the first one's id.
 */
export async function tellOf(
  tx: Tx,
  actor: Actor | System,
  input: {
    type: EventType;
    brandId: string;
    customerId: string;
    recordIds: readonly string[];
    before?: { [key: string]: Json };
    after: { [key: string]: Json };
  },
): Promise<number> {
  const { type, brandId, customerId, recordIds, before, after } = input;
  const who = actorOf(actor);
  const eventId = await recordEvent(tx, {
    type,
    actor: who,
    brandId,
    customerId,
    before: before ?? {},
    after,
    occurredAt: new Date(),
  });
  await tx.execute(sql`
    insert into events (epoch, type, actor_kind, actor_id, conversation_id, customer_id, team_id, brand_id, channel_id, before, after, version, occurred_at)
    select (select epoch from installation), ${type}, ${who.kind}, ${who.id}::uuid, c.id, c.customer_id, c.team_id, c.brand_id, c.channel_id,
      '{}', ${JSON.stringify({ part: true })}::jsonb, c.version, clock_timestamp()
    from queue q join conversations c on c.id = q.conversation_id where q.customer_id = any(${uuids(recordIds)}) order by c.id`);
  return eventId;
}
