import { type SQL, sql } from "drizzle-orm";
import type { db, Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import type { Place } from "@/lib/live/tail";
import type { FactEvent } from "./event";

/** One event of a conversation, and whether it lies at or before the place where the reader stood. */
export type LoadedEvent = FactEvent & { conversationId: string; isOld: boolean };

/** Of no consequence for any figure, and most of what is written when the list of work is ranked again. */
const without = sql.raw(
  `('conversation.ranked', 'message.edited', 'message.acted', 'note.added', 'customer.suggested')`,
);

/**
 * Everything that happened to these conversations up to `to`, in order. By their ids within an epoch: whoever writes holds the
 * conversation's lock, so that theirs is the true order, while transaction ids are handed out before the lock is.
 */
export async function loadEvents(
  on: Tx | typeof db,
  input: { conversationIds: readonly string[]; from: Place; to: Place },
): Promise<Map<string, LoadedEvent[]>> {
  const { conversationIds, from, to } = input;
  const found = await on.execute<LoadedEvent>(sql`
    select conversation_id as "conversationId", type, actor_kind as "actorKind", actor_id as "actorId", message_id as "messageId",
      team_id as "teamId", brand_id as "brandId", channel_id as "channelId", after,
      round(extract(epoch from occurred_at) * 1000)::float8 as at, ${notAfter(from)} as "isOld"
    from events where conversation_id = any(${uuids(conversationIds)}) and ${notAfter(to)} and type not in ${without}
    order by conversation_id, epoch, events.id`);
  const byConversation = new Map<string, LoadedEvent[]>();
  for (const event of found.rows) {
    const list = byConversation.get(event.conversationId);
    if (list) list.push(event);
    else byConversation.set(event.conversationId, [event]);
  }
  return byConversation;
}

/** Of the table events. */
export function notAfter(place: Place): SQL {
  return sql`(epoch, xid, events.id) <= (${place.epoch}, ${place.xid}::xid8, ${place.id})`;
}
