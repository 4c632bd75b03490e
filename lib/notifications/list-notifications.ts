import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { NotificationKind } from "@/db/enums";
import { type Actor, authorize, can, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";
import { wasMine } from "./notify-of-channel";

export type NotificationView = {
  id: string;
  kind: NotificationKind;
  at: string;
  readAt: string | null;
  /** What it is about: one of the two, or neither where it is about the whole desk. */
  conversation: { id: string; number: number; customerName: string; isRestricted: boolean } | null;
  channel: { id: string; name: string } | null;
};

const pageSize = 30;

/** What I was told, the newest first, as far as I may still see what it is about; and how much of it is unread. */
export async function listNotifications(
  actor: Actor,
  input: { cursor: string | null },
): Promise<{ items: NotificationView[]; next: string | null; unread: number }> {
  authorize(actor, "queue.read");
  const [at, id] =
    input.cursor === null
      ? ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]
      : fromCursor(input.cursor, ["moment", "uuid"]);
  const found = await db.execute<NotificationView>(sql`
    select n.id, n.kind, n.created_at as at, n.read_at as "readAt",
      case when c.id is not null then json_build_object('id', c.id, 'number', c.number, 'customerName', p.name,
        'isRestricted', c.is_restricted) end as conversation,
      case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end as channel
    from notifications n left join conversations c on c.id = n.conversation_id left join customers p on p.id = c.customer_id
    left join channels h on h.id = n.channel_id
    where n.agent_id = ${actor.id} and n.is_listed and ${mayStillSee(actor)}
      and (n.created_at, n.id) < (${at}::timestamptz, ${id}::uuid)
    order by n.created_at desc nulls last, n.id desc nulls last limit ${pageSize + 1}`);
  const items = found.rows
    .slice(0, pageSize)
    .map((row) => ({ ...row, at: isoText(row.at), readAt: iso(row.readAt) }));
  const last = items.at(-1);
  return {
    items,
    next: found.rows.length > pageSize && last ? toCursor([last.at, last.id]) : null,
    unread: await countUnread(actor),
  };
}

/** Counted up to a hundred: nobody reads further. */
async function countUnread(actor: Actor): Promise<number> {
  const found = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from notifications n left join conversations c on c.id = n.conversation_id
      where n.agent_id = ${actor.id} and n.read_at is null and n.is_listed and ${mayStillSee(actor)} limit 100) unread`);
  return found.rows[0]!.count;
}

function mayStillSee(actor: Actor): SQL {
  return sql`case when n.channel_id is not null then ${can(actor, "channel.edit")}
    when n.conversation_id is null then ${can(actor, "report.read")} and n.kind in ('risk_fallen_back', 'spike_seen')
    else c.id is not null and (${visible(actor, columnsOf("c"))} or ${wasMine}) end`;
}
