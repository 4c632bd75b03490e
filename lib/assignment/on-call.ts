import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { mayKnow, notify } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const onCallInput = z.object({
  agentId: z.uuid(),
  /** Only this team's conversations; null is whatever the person may see. */
  teamId: z.uuid().nullable(),
  startsAt: moment,
  endsAt: moment,
  threshold: z.enum(["now", "overdue"]),
  overdueMinutes: z.number().int().min(0).max(10_080),
});
export type OnCallInput = z.output<typeof onCallInput>;

export type OnCallView = {
  id: string;
  agentId: string;
  name: string;
  teamId: string | null;
  startsAt: string;
  endsAt: string;
  threshold: "now" | "overdue";
  overdueMinutes: number;
};

/** Who is on call now and later, the next first. */
export async function listOnCall(actor: Actor): Promise<OnCallView[]> {
  authorize(actor, "team.read");
  const found = await db.execute<OnCallView>(sql`
    select d.id, d.agent_id as "agentId", a.name, d.team_id as "teamId", d.starts_at as "startsAt", d.ends_at as "endsAt",
      d.threshold, d.overdue_minutes as "overdueMinutes"
    from on_call d join agents a on a.id = d.agent_id where d.ends_at > now() order by d.starts_at, d.id limit 500`);
  return found.rows.map((row) => ({ ...row, startsAt: isoText(row.startsAt), endsAt: isoText(row.endsAt) }));
}

export async function saveOnCall(actor: Actor, input: OnCallInput): Promise<{ id: string }> {
  authorize(actor, "team.edit");
  if (input.endsAt <= input.startsAt || input.endsAt.getTime() <= Date.now()) fail("invalid", "on_call.ends");
  const id = newId();
  const made = await transact(
    (tx) =>
      tx.execute(sql`
        insert into on_call (id, agent_id, team_id, starts_at, ends_at, threshold, overdue_minutes, created_by)
        select ${id}, a.id, ${input.teamId}::uuid, ${input.startsAt.toISOString()}::timestamptz, ${input.endsAt.toISOString()}::timestamptz,
          ${input.threshold}, ${input.overdueMinutes}, ${actor.id}
        from agents a where a.id = ${input.agentId} and a.deactivated_at is null
          and (${input.teamId}::uuid is null or exists (select 1 from teams where id = ${input.teamId}::uuid)) returning id`),
    "timers",
  );
  if (made.rows.length === 0) fail("invalid", "assign.unknown");
  return { id };
}

export async function deleteOnCall(actor: Actor, input: { onCallId: string }): Promise<void> {
  authorize(actor, "team.edit");
  const gone = await db.execute(sql`delete from on_call where id = ${input.onCallId} returning id`);
  if (gone.rows.length === 0) fail("not_found", "not_found");
}

/**
 * Tells whoever is on call of what has reached their threshold, once for each wait of a customer. Resolves with when
 * to look again, or null while nobody is on call.
 */
export async function tellOnCall(): Promise<Date | null> {
  const found = await db.execute<{ agentId: string; conversationId: string; eventId: string }>(sql`
    select a.id as "agentId", c.id as "conversationId",
      'on_call:' || c.id || ':' || extract(epoch from q.since_at)::bigint as "eventId"
    from on_call d join agents a on a.id = d.agent_id
    join queue q on q.status = 'open' and (d.team_id is null or q.team_id = d.team_id)
      and (q.pin < 0 or case d.threshold when 'now' then q.due_at <= now() + interval '1 hour'
                          else q.due_at <= now() - make_interval(mins => d.overdue_minutes) end)
    join conversations c on c.id = q.conversation_id
    where d.starts_at <= now() and d.ends_at > now() and a.deactivated_at is null and ${mayKnow}
      and not exists (select 1 from notifications n where n.agent_id = a.id and n.kind = 'on_call'
        and n.event_id = 'on_call:' || c.id || ':' || extract(epoch from q.since_at)::bigint)
    order by q.due_at limit 50`);
  for (const { agentId, conversationId, eventId } of found.rows)
    await notify(db, { agentIds: [agentId], kind: "on_call", conversationId, eventId });
  const next = await db.execute<{ at: string | null; isNow: boolean }>(sql`
    select min(starts_at) filter (where starts_at > now())::text as at, coalesce(bool_or(starts_at <= now()), false) as "isNow"
    from on_call where ends_at > now()`);
  const { at, isNow } = next.rows[0]!;
  // While somebody is on call the clock itself moves rows over the threshold.
  if (isNow) return new Date(Date.now() + 15_000);
  return at ? new Date(at) : null;
}
