import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { marksOf } from "@/lib/cues/marks";

/** Messages without a mark that one counting looks at; the rest has its turn with the next. */
const mostMarks = 2000;

/**
 * Counts every series of every brand anew for the whole hours in [from, to): public mentions, complaints, conversations
 * opened with each tag, and what customers did without words. By the time at which it was said or done, so that a backlog
 * that is read today is no burst of today. Safe to repeat.
 */
export async function countHours(from: Date, to: Date): Promise<void> {
  await markUnmarked(from, to);
  const [start, end] = [from.toISOString(), to.toISOString()];
  await db.execute(sql`
    with said as materialized (
      select c.brand_id, m.is_public, m.sent_at, coalesce(l.is_said, k.is_complaint, false) as is_complaint
      from conversations c join messages m on m.conversation_id = c.id
        left join message_marks k on k.message_id = m.id left join cue_labels l on l.message_id = m.id and l.family = 'complaint'
      where c.last_message_at >= ${start}::timestamptz and c.status <> 'spam' and m.kind = 'customer' and m.deleted_at is null
        and m.sent_at >= ${start}::timestamptz and m.sent_at < ${end}::timestamptz
    ), counted as (
      select brand_id, 'mentions' as series, date_trunc('hour', sent_at) as hour, count(*)::int as count from said where is_public group by 1, 3
      union all
      select brand_id, 'complaints', date_trunc('hour', sent_at), count(*)::int from said where is_complaint group by 1, 3
      union all
      select c.brand_id, 'topic:' || t.tag_id, date_trunc('hour', c.created_at), count(*)::int
      from conversations c join conversation_tags t on t.conversation_id = c.id
      where c.last_message_at >= ${start}::timestamptz and c.status <> 'spam' and c.kind = 'contact'
        and c.created_at >= ${start}::timestamptz and c.created_at < ${end}::timestamptz group by 1, 2, 3
      union all
      select s.brand_id, 'rate:' || s.kind, date_trunc('hour', s.occurred_at), count(*)::int from signals s
      where s.kind in ('unsubscribed', 'order_returned', 'free_number_call') and s.occurred_at >= ${start}::timestamptz and s.occurred_at < ${end}::timestamptz
      group by 1, 2, 3
    ), gone as (
      update series_hours h set count = 0 where h.hour >= ${start}::timestamptz and h.hour < ${end}::timestamptz and h.count > 0
        and not exists (select 1 from counted c where c.brand_id = h.brand_id and c.series = h.series and c.hour = h.hour)
    )
    insert into series_hours (brand_id, series, hour, count) select brand_id, series, hour, count from counted
    on conflict (brand_id, series, hour) do update set count = excluded.count where series_hours.count <> excluded.count`);
}

async function markUnmarked(from: Date, to: Date): Promise<void> {
  const found = await db.execute<{ id: string; conversationId: string }>(sql`
    select m.id, m.conversation_id as "conversationId" from conversations c join messages m on m.conversation_id = c.id
    where c.last_message_at >= ${from.toISOString()}::timestamptz and c.status <> 'spam' and m.kind = 'customer' and m.deleted_at is null
      and m.sent_at >= ${from.toISOString()}::timestamptz and m.sent_at < ${to.toISOString()}::timestamptz
      and not exists (select 1 from message_marks k where k.message_id = m.id)
    order by m.sent_at desc limit ${mostMarks}`);
  for (let at = 0; at < found.rows.length; at += 200) {
    const batch = found.rows.slice(at, at + 200);
    await db.transaction((tx) =>
      marksOf(
        tx,
        batch.map(({ id }) => id),
        [...new Set(batch.map(({ conversationId }) => conversationId))],
      ),
    );
  }
}
