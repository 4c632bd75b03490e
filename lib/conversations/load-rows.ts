import { type SQL, sql } from "drizzle-orm";
import { runNamed } from "@/db/named";
import type { QueueRow, Reason } from "./types";

/** A row as the database gives it: a hand-written statement gets moments as PostgreSQL's own text. */
export type LoadedRow = Omit<QueueRow, "reason"> & { isBlocked: boolean; reasons: Reason[] | null };

/** The lane of a conversation by what people said of it; `of` is anything with `kind` and `pin`. */
export const laneSql = (of: string): string =>
  `case when ${of}kind = 'proactive' then 4 when ${of}pin < 0 then 1 when ${of}pin > 0 then 3 else 2 end::smallint`;

/** The fields of a row, from conversations `c`, the person `k` behind their customer, channels `h`, the list of work `w` and risks `z`. */
export const rowFields: SQL = sql.raw(`
  c.id, c.number::int as number, c.version, c.status, c.kind, c.brand_id as "brandId", c.team_id as "teamId",
  c.assignee_id as "assigneeId", k.id as "customerId", k.name as "customerName", c.channel_id as "channelId",
  coalesce(h.config ->> 'plays', h.kind, 'note') as "channelKind", c.is_public as "isPublic",
  c.is_restricted as "isRestricted",
  (c.status = 'open' and c.first_response_at is null) as "isNew", c.pin,
  coalesce(w.lane, ${laneSql("c.")}) as lane, coalesce(w.rank, 1000) as rank, coalesce(w.band, 'calm') as band,
  case when z.conversation_id is not null and w.conversation_id is not null then json_build_object('by', z.by, 'hours', z.patience_hours,
    'promiseAt', z.promise_at, 'isSafety', z.is_safety, 'isCalmed', z.calmed_at is not null) end as risk,
  case when w.status = 'open' then z.reasons end as reasons, c.subject, c.excerpt, least(c.due_at, c.resolve_due_at) as "dueAt",
  case when c.resolve_due_at < coalesce(c.due_at, 'infinity') then 'resolution' else c.due_kind end as "dueKind",
  c.waiting_since as "waitingSince", c.snoozed_until as "snoozedUntil", c.resolved_at as "resolvedAt",
  c.last_message_at as "lastMessageAt", c.last_customer_message_at as "lastCustomerMessageAt",
  c.unanswered_count as "unansweredCount", c.message_count as "messageCount",
  c.approval_since as "approvalSince", c.approver_id as "approverId", c.is_sample as "isSample", c.group_key as "groupKey", c.block_id is not null as "isBlocked",
  coalesce((select json_agg(t.name order by t.name) from conversation_tags ct join tags t on t.id = ct.tag_id
            where ct.conversation_id = c.id), '[]') as tags`);

export const rowJoins: SQL = sql.raw(
  `join customers own on own.id = c.customer_id join customers k on k.id = own.person_id left join channels h on h.id = c.channel_id
  left join queue w on w.conversation_id = c.id left join risks z on z.conversation_id = c.id`,
);

/** `isMerged`: it is shown nowhere any more, but in the one that it was put into. */
export type RelayRow = { row: QueueRow; allowedIds: string[]; isMerged: boolean };

/** Rows for the relay: everything, with the people named on restricted ones. */
export async function loadRows(ids: readonly string[]): Promise<RelayRow[]> {
  const found = await runNamed<LoadedRow & { allowedIds: string[]; isMerged: boolean }>(sql`
    select ${rowFields}, c.merged_into_id is not null as "isMerged",
      case when c.is_restricted then coalesce((select array_agg(a.agent_id::text) from conversation_access a where a.conversation_id = c.id), '{}')
           else '{}' end as "allowedIds"
    from conversations c ${rowJoins} where c.id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return found.map(({ allowedIds, isMerged, ...loaded }) => ({ row: toRow(loaded), allowedIds, isMerged }));
}

export function toRow(r: LoadedRow): QueueRow {
  return {
    id: r.id,
    number: r.number,
    version: r.version,
    status: r.status,
    kind: r.kind,
    brandId: r.brandId,
    teamId: r.teamId,
    assigneeId: r.assigneeId,
    customerId: r.customerId,
    customerName: r.customerName,
    channelId: r.channelId,
    channelKind: r.channelKind,
    isPublic: r.isPublic,
    isRestricted: r.isRestricted,
    isNew: r.isNew,
    pin: r.pin,
    lane: r.lane,
    rank: r.rank,
    band: r.band,
    risk: r.risk && { ...r.risk, promiseAt: r.risk.promiseAt && new Date(r.risk.promiseAt).toISOString() },
    subject: r.subject,
    excerpt: r.excerpt,
    reason: reasonOf(r),
    dueAt: iso(r.dueAt),
    dueKind: r.dueKind,
    waitingSince: iso(r.waitingSince),
    snoozedUntil: iso(r.snoozedUntil),
    resolvedAt: iso(r.resolvedAt),
    lastMessageAt: isoText(r.lastMessageAt),
    lastCustomerMessageAt: iso(r.lastCustomerMessageAt),
    unansweredCount: r.unansweredCount,
    messageCount: r.messageCount,
    approvalSince: iso(r.approvalSince),
    approverId: r.approverId,
    tags: r.tags,
    groupKey: r.groupKey,
    isSample: r.isSample,
  };
}

function reasonOf(r: LoadedRow): QueueRow["reason"] {
  if (r.status === "spam") return r.isBlocked ? { code: "blocked", params: {} } : null;
  if (r.reasons?.[0]) return r.reasons[0];
  if (r.unansweredCount > 1) return { code: "messages", params: { count: r.unansweredCount } };
  return r.isPublic ? { code: "public", params: {} } : null;
}

/** PostgreSQL's text of a moment as ISO 8601. In UTC, as our sessions are, without the detour over a Date. */
export function isoText(moment: string): string {
  if (moment.length < 22 || !moment.endsWith("+00") || moment[10] !== " ")
    return new Date(moment).toISOString();
  const milliseconds = moment.slice(20, -3).slice(0, 3).padEnd(3, "0");
  return `${moment.slice(0, 10)}T${moment.slice(11, 19)}.${milliseconds}Z`;
}

export function iso(moment: string | null): string | null {
  return moment === null ? null : isoText(moment);
}
