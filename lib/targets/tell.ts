import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { log, withoutData } from "@/lib/log";
import { notify } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";
import { assignWithin } from "@/lib/triage/assign";
import { reasonOfMiss } from "./miss";
import { loadMoments, type Moment, nextRing } from "./ring";
import { rulesNow, rulesWithin, type Target } from "./rules";
import type { StoredState } from "./state";

const timer: System = { kind: "system", name: "timer" };
const batchSize = 200;

/**
 * Says what is due: a warning before a target is missed, and the miss with its reason, each once for each due time. Looks only at
 * the rows whose moment has come. Resolves with the next one, or null.
 */
export async function tellTargets(): Promise<Date | null> {
  while (await tellSome()) {}
  const next = await db.execute<{ at: string | null }>(sql`
    select rings_at::text as at from queue where rings_at is not null order by rings_at limit 1`);
  const at = next.rows[0]?.at;
  // What somebody is changing just now is looked at again in a moment.
  return at ? new Date(Math.max(Date.parse(at), Date.now() + 100)) : null;
}

async function tellSome(): Promise<boolean> {
  const due = await db.execute<{ id: string }>(sql`
    select conversation_id as id from queue where rings_at <= now() order by rings_at limit ${sql.raw(String(batchSize))}`);
  if (due.rows.length > 0) await rulesNow();
  let told = 0;
  for (const { id } of due.rows) if (await tellOne(id).catch((error: unknown) => putOff(id, error))) told++;
  return told === batchSize;
}

/** One that cannot be told must not stand in the way of all others. */
async function putOff(id: string, error: unknown): Promise<boolean> {
  log.warn({ conversationId: id, error: withoutData(error) }, "what is due could not be told");
  await db.execute(sql`
    update queue set rings_at = now() + interval '1 minute' where conversation_id = ${id} and rings_at <= now()`);
  return true;
}

/** False where somebody else holds the conversation. */
async function tellOne(id: string): Promise<boolean> {
  return transact(async (tx) => {
    const held = await tx.execute(sql`select 1 from conversations where id = ${id} for update skip locked`);
    if (held.rows.length === 0) return false;
    const rules = await rulesWithin(tx);
    const now = Date.now();
    for (const { state, moments } of await loadMoments(tx, rules, [id]))
      for (const moment of moments) {
        if (moment.isMissed) continue;
        if (moment.dueAt <= now) await miss(tx, state, moment);
        else if (moment.warnAt <= now && !moment.isWarned) await warn(tx, state, moment);
      }
    // A miss may have given it to a team with opening hours of its own.
    const after = (await loadMoments(tx, rules, [id])).flatMap(({ moments }) => moments);
    const next = nextRing(after);
    await tx.execute(sql`
      update queue set rings_at = ${next === null ? null : new Date(next).toISOString()}::timestamptz where conversation_id = ${id}`);
    return true;
  }, "notices");
}

async function warn(tx: Tx, state: StoredState, { kind, dueAt, target }: Moment): Promise<void> {
  const at = new Date(dueAt).toISOString();
  const isFirst = await tx.execute(sql`
    insert into target_moments as m (conversation_id, kind, due_at, warned_at) values (${state.id}, ${kind}, ${at}, now())
    on conflict (conversation_id, kind, due_at) do update set warned_at = now() where m.warned_at is null returning 1`);
  if (isFirst.rows.length === 0) return;
  const assigneeId = await assigneeOf(tx, state.id);
  // What nobody has is told to whoever would hear of the miss.
  const agentIds = assigneeId === null ? await calledBy(tx, target) : [assigneeId];
  const eventId = `due:${state.id}:${kind}:${at}`;
  await notify(tx, { agentIds, kind: "due_soon", conversationId: state.id, eventId });
}

async function miss(tx: Tx, state: StoredState, { kind, dueAt, target }: Moment): Promise<void> {
  const at = new Date(dueAt).toISOString();
  const reason = await reasonOfMiss(tx, state, kind);
  const isFirst = await tx.execute(sql`
    insert into target_moments as m (conversation_id, kind, due_at, missed_at, reason)
    values (${state.id}, ${kind}, ${at}, now(), ${reason})
    on conflict (conversation_id, kind, due_at) do update set missed_at = now(), reason = excluded.reason
      where m.missed_at is null returning 1`);
  if (isFirst.rows.length === 0) return;
  await changeConversation(tx, timer, {
    id: state.id,
    type: "target.missed",
    set: null,
    more: { kind, dueAt: at, reason, targetId: target?.id ?? null },
  });
  if (!(await isNews(tx, state.id, at))) return;
  const assigneeId = await assigneeOf(tx, state.id);
  const teamId = target?.escalateTeamId ?? null;
  const eventId = `missed:${state.id}:${kind}:${at}`;
  const about = { conversationId: state.id, eventId };
  // While it is still theirs: handed over, they may not see it any more.
  if (assigneeId !== null) await notify(tx, { ...about, agentIds: [assigneeId], kind: "target_missed" });
  if (target?.isHandedOver && teamId !== null && teamId !== state.teamId)
    await handOver(tx, { conversationId: state.id, teamId, assigneeId });
  const called = (await calledBy(tx, target)).filter((agentId) => agentId !== assigneeId);
  await notify(tx, { ...about, agentIds: called, kind: "escalated" });
}

/** Whoever has it keeps it, but not from outside the team: it would lie with somebody who cannot open it. */
async function handOver(
  tx: Tx,
  input: { conversationId: string; teamId: string; assigneeId: string | null },
): Promise<void> {
  const { conversationId, teamId, assigneeId } = input;
  const staying = await tx.execute<{ id: string }>(sql`
    select a.id from agents a where a.id = ${assigneeId} and (a.role in ('owner', 'admin')
      or exists (select 1 from team_members m where m.agent_id = a.id and m.team_id = ${teamId}))`);
  await assignWithin(tx, timer, { conversationId, teamId, agentId: staying.rows[0]?.id ?? null });
}

/** What was over when it came in, or lies a day back, is on record; to call somebody for it would help nobody. */
async function isNews(tx: Tx, id: string, at: string): Promise<boolean> {
  const found = await tx.execute<{ isNews: boolean }>(sql`
    select created_at <= ${at}::timestamptz and ${at}::timestamptz > now() - interval '1 day' as "isNews"
    from conversations where id = ${id}`);
  return found.rows[0]?.isNews ?? false;
}

async function assigneeOf(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.execute<{ id: string | null }>(
    sql`select assignee_id as id from conversations where id = ${id}`,
  );
  return found.rows[0]?.id ?? null;
}

async function calledBy(tx: Tx, target: Target | null): Promise<string[]> {
  if (target?.escalateAgentId) return [target.escalateAgentId];
  if (!target?.escalateTeamId) return [];
  const members = await tx.execute<{ id: string }>(
    sql`select agent_id as id from team_members where team_id = ${target.escalateTeamId}`,
  );
  return members.rows.map(({ id }) => id);
}
