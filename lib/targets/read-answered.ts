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
    select e.before ->> 'waiting_since' as since, e.before ->> 'due_at' as "dueAt", e.occurred_at as at, e.team_id as "teamId",
      e.brand_id as "brandId", e.after ? 'first_response_at' and e.before ->> 'first_response_at' is null as "isFirst"
    from events e join conversations c on c.id = survivor_of(e.conversation_id)
    where e.conversation_id in (select merged_with(survivor_of(${input.conversationId}))) and e.message_id = ${input.messageId}
      and e.type in ('reply.sent', 'call.recorded') and e.before ->> 'waiting_since' is not null
      and ${visible(actor, columnsOf("c"))}
    order by e.id limit 1`);
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
