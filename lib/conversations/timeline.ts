import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { channelOf } from "@/lib/channels/registry";
import { zoneOfBrand } from "@/lib/commitments/promised-for-sql";
import { fromCursor, toCursor } from "@/lib/cursor";
import { iso, isoText } from "./load-rows";
import type { DeliveryView, EventView, FileView, MessageView, TimelineItem } from "./types";

const pageSize = 60;

type LoadedMessage = Omit<MessageView, "type" | "agent" | "hasHtml" | "acts"> & {
  /** Kind of the channel, where something can be done on its network. */
  actsOf: string | null;
  agentId: string | null;
  agentName: string | null;
  hasHtml: boolean;
};
type LoadedEvent = {
  id: number;
  event: EventView["event"];
  actorKind: EventView["actor"]["kind"];
  actorName: string | null;
  before: EventView["before"];
  after: EventView["after"];
  at: string;
};

/** Events that a message already tells, or that matter to nobody who reads a conversation. */
const toldByMessages = [
  "message.received",
  "note.added",
  "call.recorded",
  "reply.queued",
  "reply.sent",
  "survey.asked",
  "side.written",
  "side.sent",
  "conversation.ranked",
  "conversation.due_moved",
];

/** The newest page of messages and of what happened between them, oldest first. `older` leads further back. */
export async function loadTimeline(
  conversationId: string,
  before: string | null,
): Promise<{ items: TimelineItem[]; older: string | null }> {
  const whole = await wholeOf(conversationId);
  const until =
    before === null ? { at: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" } : placeOf(before);
  const messages = await db.execute<LoadedMessage>(sql`
    select m.id, m.kind, m.channel_id as "channelId", coalesce(h.config ->> 'plays', h.kind) as "channelKind",
      m.is_public as "isPublic", m.is_automatic as "isAutomatic", m.is_flagged as "isFlagged", m.agent_id as "agentId",
      a.name as "agentName", m.author_name as "authorName", m.author_address as "authorAddress", m.subject, m.text,
      m.quote_at as "quoteAt", m.html is not null as "hasHtml", m.language, m.url, m.parent, m.recipients, m.authentication, m.remarks, ${entered} as entered,
      m.call_outcome as "callOutcome", m.rating, coalesce(m.mentions, '[]') as mentions, m.inbound_id as "inboundId", m.sent_at as at, m.edited_at as "editedAt", m.deleted_at as "deletedAt",
      ${actedBy(sql`m.hidden_at`, "hide")} as hidden, ${actedBy(sql`m.liked_at`, "like")} as liked, ${actedBy(sql`m.deleted_at`, "delete")} ->> 'by' as "deletedBy",
      case when m.kind = 'customer' and m.is_public and m.external_id is not null and m.deleted_at is null then h.kind end as "actsOf",
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'size', f.size,
        'contentId', f.content_id, 'description', f.description, 'url', '/api/v1/attachments/' || f.id) order by f.id)
        from attachments f where f.conversation_id = m.conversation_id and f.message_id = m.id), '[]') as files,
      (select jsonb_build_object('id', d.id, 'state', d.state, 'mode', d.mode, 'sendAfter', d.send_after, 'attempts', d.attempts,
        'failure', case when d.failure_code is null then null else jsonb_build_object('code', d.failure_code, 'params', coalesce(d.failure_params, '{}')) end,
        'refused', coalesce(d.refused, '[]'), 'sentAt', d.sent_at) from deliveries d where d.conversation_id = m.conversation_id and d.message_id = m.id) as delivery,
      m.side_thread_id as "sideThreadId", (select jsonb_build_object('by', y.name, 'isChanged', w.written_text is not null)
        from held_replies w join agents y on y.id = w.decided_by where w.id = m.id and w.reason is not null) as approval
    from messages m left join channels h on h.id = m.channel_id left join agents a on a.id = m.agent_id
    where m.conversation_id = ${whole} and (m.sent_at, m.id) < (${until.at}::timestamptz, ${until.id}::uuid)
    order by m.sent_at desc, m.id desc limit ${pageSize + 1}`);
  const page = messages.rows.slice(0, pageSize).reverse();
  const oldest = messages.rows.length > pageSize ? page[0]! : null;
  const events = await db.execute<LoadedEvent>(sql`
    select e.id::int as id, e.type as event, e.actor_kind as "actorKind", a.name as "actorName", e.before,
      case when t.name is null and s.id is null and r.id is null then e.after
        else e.after || jsonb_strip_nulls(jsonb_build_object('tag', t.name, 'comment', s.comment, 'reasonNames', r.names)) end as after, e.occurred_at as at
    from events e left join agents a on e.actor_kind = 'agent' and a.id = e.actor_id
    left join tags t on t.id::text = e.after ->> 'tagId'
    left join surveys s on e.type in ('survey.answered', 'survey.changed') and s.id = (e.after ->> 'surveyId')::uuid
    left join contact_reasons r on e.type = 'conversation.reasoned' and r.id = (e.after ->> 'contact_reason_id')::uuid
    where e.conversation_id = ${whole} and e.type <> all(${`{${toldByMessages.join(",")}}`}::text[])
      and not (e.type = 'commitment.made' and ${isUnmade})
      and e.occurred_at < ${until.at}::timestamptz and e.occurred_at >= ${oldest?.at ?? "-infinity"}::timestamptz
    order by e.id desc limit 200`);
  const items: TimelineItem[] = [...page.map(toMessage), ...events.rows.map(toEvent)];
  items.sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0));
  // With its id: mail dates know only seconds, so several messages may share one.
  return { items, older: oldest && toCursor([oldest.at, oldest.id]) };
}

/** Of a message `m` of channel `h`: who typed it in, with what was promised on the clock of the brand's opening hours. */
const entered = sql.raw(`case when m.entered ->> 'promised' is null then m.entered
  else jsonb_set(m.entered, '{promised,promisedFor}', coalesce(to_jsonb(to_char(
    (m.entered #>> '{promised,until}')::timestamptz at time zone ${zoneOfBrand("h.brand_id")}, 'YYYY-MM-DD"T"HH24:MI')), 'null')) end`);

/** The promise of event `e` stood in a reply that was taken back before it left: it was never made. */
const isUnmade = sql.raw(`e.message_id is not null
  and not exists (select 1 from commitments p where p.id::text = e.after ->> 'commitmentId')
  and exists (select 1 from events x where x.conversation_id = e.conversation_id and x.id > e.id
    and (x.type = 'reply.cancelled' and x.after ->> 'messageId' = e.message_id::text
      or x.type in ('reply.unscheduled', 'approval.withdrawn') and x.after ->> 'heldId' = e.message_id::text))`);

/** Its own messages, and those of what was merged into it: as one key, unless there is something. */
async function wholeOf(conversationId: string): Promise<SQL> {
  const parts = await db.execute<{ id: string }>(
    sql`select id from conversations where merged_into_id = ${conversationId} limit 1`,
  );
  return parts.rows.length === 0
    ? sql`${conversationId}`
    : sql`any(array(select merged_with(${conversationId})))`;
}

/** Who did it last, where it is done; a message that nobody touched costs no look at the events. */
function actedBy(done: SQL, verb: "hide" | "like" | "delete"): SQL {
  return sql`case when ${done} is not null then jsonb_build_object('by', (
    select a.name from events e left join agents a on e.actor_kind = 'agent' and a.id = e.actor_id
    where e.conversation_id = m.conversation_id and e.message_id = m.id and e.type = 'message.acted' and e.after ->> 'verb' = ${verb}
    order by e.id desc limit 1)) end`;
}

function toMessage({ agentId, agentName, actsOf, ...m }: LoadedMessage): MessageView {
  return {
    ...m,
    type: "message",
    agent: agentId === null ? null : { id: agentId, name: agentName ?? "" },
    files: m.files.map((file): FileView => file),
    delivery: m.delivery === null ? null : toDelivery(m.delivery),
    at: isoText(m.at),
    editedAt: iso(m.editedAt),
    deletedAt: iso(m.deletedAt),
    acts: actsOf === null ? [] : (channelOf(actsOf)?.can.act ?? []),
  };
}

function toDelivery(d: DeliveryView): DeliveryView {
  return { ...d, sendAfter: isoText(d.sendAfter), sentAt: iso(d.sentAt) };
}

function toEvent(e: LoadedEvent): EventView {
  return {
    type: "event",
    id: String(e.id),
    event: e.event,
    actor: { kind: e.actorKind, name: e.actorName },
    before: e.before,
    after: e.after,
    at: isoText(e.at),
  };
}

function placeOf(cursor: string): { at: string; id: string } {
  const [at = "", id = ""] = fromCursor(cursor, ["moment", "uuid"]);
  return { at, id };
}
