import { type SQL, sql } from "drizzle-orm";
import { endSpans } from "@/lib/risk/spans";
import { laneSql } from "./load-rows";

/** What the list of work keeps of a conversation; `source` is anything with the columns of conversations. */
export function requeue(source: string): SQL {
  return sql.raw(`
    put_in_queue as (
      insert into queue (conversation_id, status, brand_id, team_id, assignee_id, customer_id, channel_id, is_public,
                         is_restricted, pin, due_at, since_at, snoozed_until, last_message_at, is_new, kind, lane, version)
      select id, status, brand_id, team_id, assignee_id, customer_id, channel_id, is_public, is_restricted, pin,
             coalesce(least(due_at, resolve_due_at), '9999-12-31Z'), coalesce(waiting_since, last_message_at), snoozed_until, last_message_at,
             status = 'open' and first_response_at is null, kind, ${laneSql("")}, version
      from ${source} where status in ('open', 'waiting', 'snoozed') and merged_into_id is null
      on conflict (conversation_id) do update set
        status = excluded.status, brand_id = excluded.brand_id, team_id = excluded.team_id,
        assignee_id = excluded.assignee_id, is_public = excluded.is_public, is_restricted = excluded.is_restricted,
        pin = excluded.pin, due_at = excluded.due_at, since_at = excluded.since_at,
        snoozed_until = excluded.snoozed_until, last_message_at = excluded.last_message_at, is_new = excluded.is_new,
        kind = excluded.kind, lane = case when queue.lane = 0 then 0 else excluded.lane end, version = excluded.version,
        -- Who has it says nothing about how soon it is: only what does makes the place in the order be asked again.
        rank_valid_until = case when (queue.status, queue.pin, queue.due_at, queue.since_at, queue.last_message_at, queue.kind)
          is distinct from (excluded.status, excluded.pin, excluded.due_at, excluded.since_at, excluded.last_message_at, excluded.kind)
          then '-infinity' else queue.rank_valid_until end
      where queue.version < excluded.version
    ), taken_from_queue as (
      delete from queue using ${source} s
      where queue.conversation_id = s.id and (s.status in ('resolved', 'spam') or s.merged_into_id is not null)
    ), ${endSpans(source)}`);
}
