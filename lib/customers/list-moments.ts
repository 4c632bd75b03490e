import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { isoText } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";
import { seenPerson, seesRecord } from "./sight";

/** Something that happened with a person: words, a silent sign, a promise. */
export type Moment = {
  id: string;
  what: "message" | "signal" | "promise";
  /** Of a message its kind, of a sign its kind, of a promise its state. */
  kind: string;
  at: string;
  text: string;
  channelKind: string | null;
  isPublic: boolean;
  number: number | null;
  details: { [name: string]: Json };
};

/** One line of time over all channels, signs and promises that I may see, the newest first. */
export async function listMoments(
  actor: Actor,
  input: { customerId: string; cursor: string | null; limit: number },
): Promise<{ items: Moment[]; next: string | null }> {
  authorize(actor, "customer.read");
  const personId = await seenPerson(db, actor, input.customerId);
  const [at = "infinity", id = "ffffffff-ffff-ffff-ffff-ffffffffffff"] =
    input.cursor === null ? [] : fromCursor(input.cursor, ["moment", "uuid"]);
  const found = await db.execute<Moment>(sql`
    with own as materialized (
      select r.id from customers r where r.person_id = ${personId} and ${seesRecord(actor, "r")}
    ), talks as materialized (
      select c.id, c.number, c.channel_id from conversations c where c.customer_id in (select id from own) and ${visible(actor, columnsOf("c"))}
    ), moments as (
      select m.id, 'message' as what, m.kind, m.sent_at as at, left(m.text, 300) as text, coalesce(h.config ->> 'plays', h.kind, 'note') as channel_kind,
        m.is_public, t.number, '{}'::jsonb as details
      from talks t join messages m on m.conversation_id = t.id and m.kind in ('customer', 'reply', 'call') and not m.is_automatic and m.deleted_at is null
      left join channels h on h.id = coalesce(m.channel_id, t.channel_id)
      union all
      select s.id, 'signal', s.kind, s.occurred_at, '', null, false, null,
        s.details || case when s.amount_minor is null then '{}' else jsonb_build_object('amountMinor', s.amount_minor, 'currency', s.currency) end
      from signals s where s.customer_id in (select id from own)
      union all
      select p.id, 'promise', p.state, p.made_at, p.text, null, false, t.number, jsonb_build_object('dueAt', p.due_at)
      from commitments p left join talks t on t.id = p.conversation_id
      where p.customer_id in (select id from own) and (p.conversation_id is null or t.id is not null)
    )
    select id, what, kind, at, text, channel_kind as "channelKind", is_public as "isPublic", number::int as number, details
    from moments where (at, id) < (${String(at)}::timestamptz, ${String(id)}::uuid)
    order by at desc, id desc limit ${input.limit + 1}`);
  const page = found.rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ ...row, at: isoText(row.at) })),
    next: found.rows.length > input.limit && last ? toCursor([isoText(last.at), last.id]) : null,
  };
}
