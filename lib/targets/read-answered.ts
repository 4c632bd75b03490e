import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { TargetKind } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { explain } from "@/lib/clock/explain";
import { fail } from "@/lib/errors";
import { type HoursView, hoursView } from "./named";
import { hoursFor } from "./pick";
import type { StretchView } from "./read-due";
import { rulesNow } from "./rules";

export type AnsweredView = {
  kind: Exclude<TargetKind, "resolution">;
  /** The oldest message that was answered by it. */
  since: string;
  at: string;
  dueAt: string | null;
  isLate: boolean;
  hours: HoursView;
  counted: StretchView[];
  closed: Array<{ date: string; name: string }>;
  businessSeconds: number;
  wallSeconds: number;
};

/**
 * How long the wait was that one of our answers ended, by both clocks, and what was counted. Throws `not_found` for a
 * message that ended none: nobody waited, or it has not arrived yet.
 */
export async function readAnswered(
  actor: Actor,
  input: { conversationId: string; messageId: string },
): Promise<AnsweredView> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{
    since: string;
    at: string;
    dueAt: string | null;
    isFirst: boolean;
    brandId: string;
    teamId: string | null;
  }>(sql`
    with answer as (
      select e.before, e.after, e.team_id, e.brand_id, c.id as survivor_id, e.conversation_id,
        coalesce((e.after ->> 'sent_at')::timestamptz, e.occurred_at) as at
      from events e join conversations c on c.id = survivor_of(e.conversation_id)
      where e.conversation_id in (select merged_with(survivor_of(${input.conversationId}))) and e.message_id = ${input.messageId}
        and (e.type = 'reply.sent' or e.type = 'call.recorded' and e.after ->> 'outcome' in ('reached', 'settled', 'on_site'))
        and ${visible(actor, columnsOf("c"))}
      order by e.id limit 1
    ), told as (
      -- What was measured of it; the event itself knows as much until that has been done.
      select coalesce(f.from_at, (a.before ->> 'waiting_since')::timestamptz) as since, coalesce(f.to_at, a.at) as at,
        coalesce(f.due_at, (a.before ->> 'due_at')::timestamptz) as due_at,
        coalesce(f.is_first, a.after ? 'first_response_at' and a.before ->> 'first_response_at' is null) as is_first,
        coalesce(f.brand_id, a.brand_id) as brand_id, case when f.from_at is null then a.team_id else f.team_id end as team_id
      from answer a left join lateral (
        select f.from_at, f.to_at, f.due_at, f.is_first, d.brand_id, d.team_id from facts f join dims d on d.id = f.dim_id
        where f.conversation_id in (a.conversation_id, a.survivor_id) and f.kind = 'wait'
          and f.to_at between a.at - interval '1 second' and a.at + interval '1 second'
        order by abs(extract(epoch from f.to_at - a.at)) limit 1) f on true
    )
    select since, at, due_at as "dueAt", is_first as "isFirst", brand_id as "brandId", team_id as "teamId"
    from told where since is not null`);
  const row = found.rows[0] ?? fail("not_found", "due.no_wait");
  const [since, at] = [new Date(row.since), new Date(row.at)];
  const hours = hoursFor(await rulesNow(), { ...row, at: since.getTime() });
  const { counted, closed, businessSeconds, wallSeconds } = explain(hours.hours, since, at);
  const dueAt = row.dueAt === null ? null : new Date(row.dueAt);
  return {
    kind: row.isFirst ? "first_response" : "next_response",
    since: since.toISOString(),
    at: at.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    isLate: dueAt !== null && at > dueAt,
    hours: await hoursView(hours, row),
    counted: counted.map((one) => ({ ...one, from: one.from.toISOString(), to: one.to.toISOString() })),
    closed,
    businessSeconds,
    wallSeconds,
  };
}
