import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import type { Place } from "@/lib/live/tail";
import type { FactEvent } from "./event";

/** One event of a conversation, and whether it lies at or before the place where the reader stood. */
export type LoadedEvent = FactEvent & { conversationId: string; isOld: boolean };

const columns = sql.raw(`
  conversation_id as "conversationId", type, actor_kind as "actorKind", actor_id as "actorId", message_id as "messageId",
  team_id as "teamId", brand_id as "brandId", channel_id as "channelId", after,
  round(extract(epoch from occurred_at) * 1000)::float8 as at`);

/**
 * Everything that happened to these conversations up to `to`, in order: by their ids, since whoever writes holds the
 * conversation's lock, while transaction ids are handed out before it is. A new rank is of no consequence, and the most
 * frequent of all.
 */
export async function loadEvents(
  on: Tx | typeof db,
  input: { conversationIds: readonly string[]; from: Place; to: Place },
): Promise<Map<string, LoadedEvent[]>> {
  const { conversationIds, from, to } = input;
  const found = await on.execute<LoadedEvent>(sql`
    select ${columns}, ${notAfter(from)} as "isOld"
    from events where conversation_id = any(${uuids(conversationIds)}) and ${notAfter(to)}
      and type <> 'conversation.ranked'
    order by conversation_id, events.id`);
  return grouped(found.rows);
}

export type NextEvents = {
  byConversation: Map<string, LoadedEvent[]>;
  /** Read from the log, also those of no consequence. */
  events: number;
  /** Null where nothing is left. */
  lastId: string | null;
};

/** The next conversations after one, whole, in the order of their ids: about `limit` events. */
export async function loadNext(input: {
  after: string | null;
  to: Place;
  limit: number;
}): Promise<NextEvents> {
  const { after, to, limit } = input;
  const found = await db.execute<LoadedEvent>(sql`
    select ${columns}, false as "isOld" from events
    where conversation_id > ${after ?? "00000000-0000-0000-0000-000000000000"} and ${notAfter(to)}
    order by conversation_id, events.id limit ${limit}`);
  const rows = found.rows;
  const last = rows.at(-1);
  if (!last) return { byConversation: new Map(), events: 0, lastId: null };
  const isAll = rows.length < limit;
  const whole = isAll ? rows : rows.filter(({ conversationId }) => conversationId !== last.conversationId);
  // One conversation that is longer than a batch.
  if (whole.length === 0) return loadNext({ after, to, limit: limit * 4 });
  return {
    byConversation: grouped(whole.filter(({ type }) => type !== "conversation.ranked")),
    events: whole.length,
    lastId: whole.at(-1)?.conversationId ?? null,
  };
}

function grouped(events: readonly LoadedEvent[]): Map<string, LoadedEvent[]> {
  const byConversation = new Map<string, LoadedEvent[]>();
  for (const event of events) {
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
