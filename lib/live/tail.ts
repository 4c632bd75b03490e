import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { ActorKind } from "@/db/enums";
import { runNamed } from "@/db/named";
import type { Json } from "@/lib/channels/channel";
import type { EventType } from "@/lib/events";

/** A place in the stream of events. */
export type Place = { epoch: number; xid: string; id: number };

export type TailedEvent = Place & {
  type: EventType;
  actorKind: ActorKind;
  actorId: string | null;
  conversationId: string | null;
  messageId: string | null;
  customerId: string | null;
  teamId: string | null;
  brandId: string | null;
  channelId: string | null;
  before: { [key: string]: Json } | null;
  after: { [key: string]: Json } | null;
  version: number | null;
};

/**
 * Events after `place`, in order, as far as every transaction below has ended. A lower id, and a lower transaction
 * id, can commit after a higher one; below the snapshot's xmin nothing can appear any more.
 */
export async function eventsAfter(place: Place, limit: number, on?: Tx): Promise<TailedEvent[]> {
  const statement = sql`
    select epoch, xid::text as xid, id::int as id, type, actor_kind as "actorKind", actor_id as "actorId",
      conversation_id as "conversationId", message_id as "messageId", customer_id as "customerId", team_id as "teamId",
      brand_id as "brandId", channel_id as "channelId", before, after, version
    from events
    where (epoch, xid, id) > (${place.epoch}, ${place.xid}::xid8, ${place.id})
      and (epoch < (select epoch from installation) or xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by epoch, events.xid, events.id limit ${limit}`;
  // Outside a transaction it is asked after every commit: a named statement is read and planned once.
  return on ? (await on.execute<TailedEvent>(statement)).rows : runNamed<TailedEvent>(statement);
}

/** The newest place that nothing can slip in before, as one row of `epoch`, `xid` and `id`. */
export const headSql: SQL = sql`
  select i.epoch, coalesce(e.xid, '0') as xid, coalesce(e.id, 0)::int as id
  from installation i left join lateral (
    select events.xid::text as xid, events.id from events
    where epoch < i.epoch or xid < pg_snapshot_xmin(pg_current_snapshot()) order by epoch desc, events.xid desc, events.id desc limit 1
  ) e on true`;

export async function headPlace(): Promise<Place> {
  const result = await db.execute<Place>(headSql);
  return result.rows[0] ?? { epoch: 1, xid: "0", id: 0 };
}

export async function head(): Promise<string> {
  return toSeq(await headPlace());
}

/** The opaque text of a place. Hexadecimal of fixed width, so that later is greater as text. */
export function toSeq(place: Place): string {
  const hex = (value: bigint, width: number) => value.toString(16).padStart(width, "0");
  return `${hex(BigInt(place.epoch), 4)}.${hex(BigInt(place.xid), 16)}.${hex(BigInt(place.id), 12)}`;
}

/** Null for anything that is not one of ours. */
export function fromSeq(seq: string): Place | null {
  const parts = /^([0-9a-f]{4})\.([0-9a-f]{16})\.([0-9a-f]{12})$/.exec(seq);
  if (!parts) return null;
  return {
    epoch: Number.parseInt(parts[1]!, 16),
    xid: BigInt(`0x${parts[2]}`).toString(),
    id: Number.parseInt(parts[3]!, 16),
  };
}
