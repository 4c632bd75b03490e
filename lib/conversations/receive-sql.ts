import { endSpans } from "@/lib/risk/spans";

/**
 * The two statements of lib/conversations/receive.ts. Each takes a whole batch as JSON: one round trip to look, one to
 * write, whatever the size. Both are named, so that PostgreSQL plans them once a connection.
 */

/**
 * $1 identities [{brand_id, kind, value}], $2 references [{channel_id, external_id}], $3 threads [{channel_id,
 * thread_key}], $4 conversation ids from signed tokens, $5 what a block may name [{key, brand_id, kind, identity_kind,
 * value}]. A merged conversation stands for the one that goes on. Conversations come back locked, in the order of their ids,
 * after their customers: a reply takes the same two locks in the same order.
 */
export const lookupSql = `
with asked_identity as materialized (
  select * from jsonb_to_recordset($1::jsonb) as x(brand_id uuid, kind text, value text)
), asked_message as materialized (
  select * from jsonb_to_recordset($2::jsonb) as x(channel_id uuid, external_id text)
), asked_thread as materialized (
  select * from jsonb_to_recordset($3::jsonb) as x(channel_id uuid, thread_key text)
), owner as materialized (
  -- One look into the index for each: joined, it reads every address of the brand.
  select distinct a.brand_id || ' ' || a.kind || ' ' || a.value as key, i.customer_id, i.id as identity_id,
    i.evidence in ('network', 'authenticated', 'agent') as is_proven,
    -- Only claimed, by somebody who was known by something else first or for sure.
    i.evidence = 'claimed' and exists (select 1 from identities f where f.customer_id = i.customer_id and f.id <> i.id
      and f.revoked_at is null and (f.id < i.id or f.evidence in ('network', 'authenticated')) offset 0) as is_weak
  from asked_identity a cross join lateral (
    select i.id, i.customer_id, i.evidence from identities i
    where i.brand_id = a.brand_id and i.kind = a.kind and md5(i.value) = md5(a.value) and i.value = a.value
      and i.revoked_at is null limit 1
  ) i
), message as materialized (
  select distinct on (m.channel_id, m.external_id) m.channel_id || ' ' || m.external_id as key,
    case when c.merged_into_id is null then c.id else survivor_of(c.id) end as conversation_id
  from asked_message a join messages m
    on m.channel_id = a.channel_id and md5(m.external_id) = md5(a.external_id) and m.external_id = a.external_id
  join conversations c on c.id = m.conversation_id
  order by m.channel_id, m.external_id, m.id desc
), thread as materialized (
  select distinct on (c.channel_id, c.thread_key) c.channel_id || ' ' || c.thread_key as key,
    case when c.merged_into_id is null then c.id else survivor_of(c.id) end as conversation_id
  from asked_thread a join conversations c on c.channel_id = a.channel_id and c.thread_key = a.thread_key
  order by c.channel_id, c.thread_key, c.id desc
), token as materialized (
  select c.id as key, case when c.merged_into_id is null then c.id else survivor_of(c.id) end as conversation_id
  from unnest($4::uuid[]) t(id) join conversations c on c.id = t.id
), blocked as materialized (
  select distinct on (a.key) a.key, b.id from jsonb_to_recordset($5::jsonb) as a(key text, brand_id uuid, kind text, identity_kind text, value text)
  join blocks b on b.brand_id = a.brand_id and b.kind = a.kind and coalesce(b.identity_kind, '') = a.identity_kind
    and md5(b.value) = md5(a.value) and b.value = a.value
  where b.removed_at is null and (b.expires_at is null or b.expires_at > now())
  order by a.key, b.id
), wanted as materialized (
  select conversation_id as id from message union select conversation_id from thread union select conversation_id from token
), locked_customer as materialized (
  select k.id, k.name from customers k
  where k.id in (select customer_id from owner union select c.customer_id from conversations c join wanted w on w.id = c.id)
  order by k.id for no key update
), locked as materialized (
  select c.* from conversations c
  where c.id in (select id from wanted) and (select count(*) from locked_customer) >= 0
  order by c.id for update
)
select
  coalesce((select jsonb_agg(jsonb_build_object('key', o.key, 'customerId', o.customer_id, 'name', k.name,
              'identityId', o.identity_id, 'isWeak', o.is_weak, 'isProven', o.is_proven))
            from owner o join locked_customer k on k.id = o.customer_id), '[]') as owners,
  coalesce((select jsonb_agg(jsonb_build_object('key', key, 'conversationId', conversation_id)) from message), '[]') as messages,
  coalesce((select jsonb_agg(jsonb_build_object('key', key, 'conversationId', conversation_id)) from token), '[]') as tokens,
  coalesce((select jsonb_agg(jsonb_build_object('key', key, 'blockId', id)) from blocked), '[]') as blocks,
  coalesce((select jsonb_agg(jsonb_build_object('key', key, 'conversationId', conversation_id)) from thread), '[]') as threads,
  coalesce((select jsonb_agg(jsonb_build_object(
    'id', id, 'brandId', brand_id, 'customerId', customer_id, 'channelId', channel_id, 'teamId', team_id,
    'assigneeId', assignee_id, 'status', status, 'subject', subject, 'threadKey', thread_key, 'isPublic', is_public,
    'isSample', is_sample, 'waitingSince', waiting_since, 'cycleStartedAt', cycle_started_at,
    'firstResponseAt', first_response_at, 'snoozedUntil', snoozed_until, 'resolvedAt', resolved_at,
    'noReplyReason', no_reply_reason, 'lastMessageAt', last_message_at, 'lastCustomerMessageAt', last_customer_message_at,
    'excerpt', excerpt, 'unansweredCount', unanswered_count, 'messageCount', message_count, 'version', version,
    'groupKey', group_key, 'blockId', block_id, 'pin', pin, 'kind', kind, 'pauses', pauses,
    'tagIds', coalesce((select jsonb_agg(t.tag_id) from conversation_tags t where t.conversation_id = locked.id), '[]'),
    'band', (select z.patience_band from risks z where z.conversation_id = locked.id), 'isFollowed', follower_count > 0, 'mergedIntoId', merged_into_id,
    'parties', case when exists (select 1 from conversations s where s.merged_into_id = locked.id)
      then (select jsonb_agg(distinct r.id) from merged_with(locked.id) w(id) join conversations s on s.id = w.id cross join lateral records_of(s.customer_id) r(id))
      else (select jsonb_agg(r.id) from records_of(locked.customer_id) r(id)) end)) from locked), '[]') as conversations`;

/**
 * $1 new customers, $2 new identities, $3 conversations (new and changed), $4 messages, $5 attachments, $6 events,
 * $7 ledger rows to finish, $8 facts of the customers, $9 addresses that were only claimed and lose their owner. Answers how many ledger rows were still ours.
 */
export const writeSql = `
with new_customer as (
  insert into customers (id, brand_id, name, avatar_url, language, facts)
  select id, brand_id, name, avatar_url, language, facts from jsonb_populate_recordset(null::customers, $1::jsonb)
), kept_facts as (
  update customers k set facts = k.facts || coalesce(f.facts, '{}'), avatar_url = coalesce(f.avatar_url, k.avatar_url),
    language = coalesce(k.language, f.language)
  from jsonb_populate_recordset(null::customers, $8::jsonb) f
  where k.id = f.id and (not k.facts @> coalesce(f.facts, '{}') or k.avatar_url is distinct from coalesce(f.avatar_url, k.avatar_url)
                         or (k.language is null and f.language is not null))
), revoked as materialized (
  update identities i set revoked_at = r.revoked_at from jsonb_populate_recordset(null::identities, $9::jsonb) r
  where i.id = r.id and i.revoked_at is null returning i.id
), new_identity as (
  insert into identities (id, customer_id, brand_id, kind, value, display, evidence, verified_at)
  select id, customer_id, brand_id, kind, value, display, evidence, verified_at
  from jsonb_populate_recordset(null::identities, $2::jsonb)
  -- Only after an address has lost its owner can it have another.
  where (select count(*) from revoked) >= 0
), given as materialized (
  select x.*, r.is_new from jsonb_array_elements($3::jsonb) e
  cross join lateral jsonb_populate_record(null::conversations, e) x
  cross join lateral (select (e ->> 'is_new')::boolean as is_new) r
), new_conversation as (
  insert into conversations (id, brand_id, customer_id, channel_id, team_id, status, subject, thread_key, is_public,
    is_sample, waiting_since, cycle_started_at, due_at, due_kind, resolve_due_at, last_message_at, last_customer_message_at, excerpt,
    unanswered_count, message_count, group_key, block_id, version)
  select id, brand_id, customer_id, channel_id, team_id, status, subject, thread_key, is_public, is_sample, waiting_since,
    cycle_started_at, due_at, due_kind, resolve_due_at, last_message_at, last_customer_message_at, excerpt, unanswered_count,
    message_count, group_key, block_id, version
  from given where is_new
), changed_conversation as (
  update conversations c set status = g.status, is_public = g.is_public, waiting_since = g.waiting_since,
    cycle_started_at = g.cycle_started_at, due_at = g.due_at, due_kind = g.due_kind, resolve_due_at = g.resolve_due_at,
    pauses = coalesce(g.pauses, c.pauses), snoozed_until = g.snoozed_until,
    resolved_at = g.resolved_at, no_reply_reason = g.no_reply_reason, last_message_at = g.last_message_at,
    last_customer_message_at = g.last_customer_message_at, excerpt = g.excerpt, unanswered_count = g.unanswered_count,
    message_count = g.message_count, block_id = g.block_id, version = g.version,
    kind = case when c.kind = 'proactive' then 'contact' else c.kind end
  from given g where c.id = g.id and not g.is_new
  returning c.id, c.assignee_id, c.pin, c.is_restricted, c.first_response_at
), listed as (
  select g.*, coalesce(c.assignee_id, null) as now_assignee, coalesce(c.pin, 0::smallint) as now_pin,
    coalesce(c.is_restricted, false) as now_restricted, g.status = 'open' and c.first_response_at is null as now_new
  from given g left join changed_conversation c on c.id = g.id where g.status in ('open', 'waiting', 'snoozed')
), put_in_queue as (
  insert into queue (conversation_id, status, brand_id, team_id, assignee_id, customer_id, channel_id, is_public,
                     is_restricted, pin, due_at, since_at, snoozed_until, last_message_at, is_new, lane, version)
  select id, status, brand_id, team_id, now_assignee, customer_id, channel_id, is_public, now_restricted, now_pin,
    coalesce(least(due_at, resolve_due_at), '9999-12-31Z'), coalesce(waiting_since, last_message_at), snoozed_until, last_message_at, now_new,
    case when now_pin < 0 then 1 when now_pin > 0 then 3 else 2 end, version
  from listed
  on conflict (conversation_id) do update set status = excluded.status, is_public = excluded.is_public,
    due_at = excluded.due_at, since_at = excluded.since_at, snoozed_until = excluded.snoozed_until,
    last_message_at = excluded.last_message_at, is_new = excluded.is_new, rank_valid_until = '-infinity',
    -- Who answers to what we opened has written: it is a conversation like any other from then on.
    kind = case when queue.kind = 'proactive' then 'contact' else queue.kind end,
    lane = case when queue.lane = 4 then excluded.lane else queue.lane end, version = excluded.version
), taken_from_queue as (
  -- A blocked sender wrote into what was still open.
  delete from queue using given g where queue.conversation_id = g.id and g.status = 'spam'
), ${endSpans("given")}, new_message as (
  insert into messages (conversation_id, id, kind, channel_id, is_public, author_name, author_address, subject, text, html,
    quote_at, language, external_id, url, parent, recipients, is_flagged, authentication, rating, remarks, entered, inbound_id, sent_at, created_at)
  select conversation_id, id, 'customer', channel_id, is_public, author_name, author_address, subject, text, html, quote_at,
    language, external_id, url, parent, recipients, is_flagged, authentication, rating, remarks, entered, inbound_id, sent_at, clock_timestamp()
  from jsonb_populate_recordset(null::messages, $4::jsonb)
), new_attachment as (
  insert into attachments (id, conversation_id, message_id, name, content_type, size, sha256, storage_key, content_id)
  select id, conversation_id, message_id, name, content_type, size, sha256, storage_key, content_id
  from jsonb_populate_recordset(null::attachments, $5::jsonb)
), new_event as (
  insert into events (epoch, type, actor_kind, conversation_id, message_id, customer_id, team_id, brand_id, channel_id,
                      before, after, version, occurred_at)
  select (select epoch from installation), e.value ->> 'type', 'customer', r.conversation_id, r.message_id, r.customer_id,
    r.team_id, r.brand_id, r.channel_id, r.before, r.after, r.version, r.occurred_at
  from jsonb_array_elements($6::jsonb) with ordinality e(value, place)
  cross join lateral jsonb_populate_record(null::events, e.value) r order by e.place
), finished as (
  update inbound i set state = 'done', done_at = now(), lease_until = null, conversation_id = l.conversation_id
  from jsonb_populate_recordset(null::inbound, $7::jsonb) l
  -- Not a bare column: else the index of leased rows looks cheaper than the key, and holds every row just finished.
  where i.id = l.id and i.state || '' = 'reading' and i.claimed_by = l.claimed_by
  returning i.id
)
select count(*)::int as done from finished`;
