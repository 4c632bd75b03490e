import { type SQL, sql } from "drizzle-orm";
import { isoText } from "@/lib/conversations/load-rows";
import type { Joint } from "./join";

/** The fields of a `Joint`, from conversations `c`. */
export const jointFields: SQL = sql.raw(`
  c.status, c.snoozed_until as "snoozedUntil", c.resolved_at as "resolvedAt", c.no_reply_reason as "noReplyReason",
  c.cycle_started_at as "cycleStartedAt", c.pauses::text as pauses, c.first_response_at as "firstResponseAt", c.waiting_since as "waitingSince",
  c.due_at as "dueAt", c.due_kind as "dueKind", c.unanswered_count as "unansweredCount",
  c.message_count as "messageCount", c.last_message_at as "lastMessageAt",
  c.last_customer_message_at as "lastCustomerMessageAt", c.is_public as "isPublic", c.pin, c.assignee_id as "assigneeId"`);

/** From a row as the database gives it: its moments come as PostgreSQL's own text. */
export function toJoint(row: Joint): Joint {
  const date = (text: string | null) => (text === null ? null : isoText(text));
  return {
    status: row.status,
    snoozedUntil: date(row.snoozedUntil),
    resolvedAt: date(row.resolvedAt),
    noReplyReason: row.noReplyReason,
    cycleStartedAt: isoText(row.cycleStartedAt),
    pauses: row.pauses,
    firstResponseAt: date(row.firstResponseAt),
    waitingSince: date(row.waitingSince),
    dueAt: date(row.dueAt),
    dueKind: row.dueKind,
    unansweredCount: row.unansweredCount,
    messageCount: row.messageCount,
    lastMessageAt: isoText(row.lastMessageAt),
    lastCustomerMessageAt: date(row.lastCustomerMessageAt),
    isPublic: row.isPublic,
    pin: row.pin,
    assigneeId: row.assigneeId,
  };
}

/** The assignments of an update that make a conversation so. */
export function setJoint(j: Joint): SQL {
  return sql`status = ${j.status}, snoozed_until = ${j.snoozedUntil}::timestamptz, resolved_at = ${j.resolvedAt}::timestamptz,
    no_reply_reason = ${j.noReplyReason}, cycle_started_at = ${j.cycleStartedAt}::timestamptz,
    pauses = coalesce(${j.pauses ?? null}::timestamptz[], c.pauses),
    first_response_at = ${j.firstResponseAt}::timestamptz, waiting_since = ${j.waitingSince}::timestamptz,
    due_at = ${j.dueAt}::timestamptz, due_kind = ${j.dueKind}, unanswered_count = ${j.unansweredCount}::int,
    message_count = ${j.messageCount}::int, last_message_at = ${j.lastMessageAt}::timestamptz,
    last_customer_message_at = ${j.lastCustomerMessageAt}::timestamptz, is_public = ${j.isPublic}, pin = ${j.pin}::smallint,
    assignee_id = ${j.assigneeId}::uuid`;
}
