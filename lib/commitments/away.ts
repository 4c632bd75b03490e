import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { AppError } from "@/lib/errors";
import { mayKnow } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";
import { handOverWithin } from "./hand-over";

const timer: System = { kind: "system", name: "timer" };

/** Whether agent `a` is at work for everything until a moment. */
const isHere = sql`a.deactivated_at is null and (a.ends_at is null or a.ends_at > now()) and a.away_since is null`;

/**
 * Hands what an absent colleague owes within their absence to whoever has the conversation, else to a manager of its team,
 * else to a colleague there; where nobody is, it stays. Somebody who has left owes nothing any more.
 */
export async function handOverForAbsence(input: { agentId: string; why: "away" | "left" }): Promise<void> {
  const due = await db.execute<{ id: string }>(sql`
    select m.id from commitments m join agents o on o.id = m.owner_id
    where m.owner_id = ${input.agentId} and m.state in ('open', 'broken')
      and (${input.why === "left"} or m.due_at <= coalesce(o.away_until, 'infinity'))
    order by m.due_at, m.id limit 500`);
  for (const { id } of due.rows)
    await transact((tx) =>
      substitute(tx, { commitmentId: id, absentId: input.agentId, why: input.why }),
    ).catch(anotherWasFaster);
}

/** What an absence took comes back when it ends, unless somebody gave it elsewhere meanwhile. */
export async function returnFromAbsence(input: { agentId: string }): Promise<void> {
  const lent = await db.execute<{ id: string }>(sql`
    select m.id from commitments m join lateral (
      select v.owner_before, v.owner_after, v.agreement from commitment_moves v
      where v.commitment_id = m.id and v.owner_after is not null order by v.at desc, v.id desc limit 1) last on true
    where m.state = 'open' and last.agreement = 'away' and last.owner_before = ${input.agentId} and last.owner_after = m.owner_id::text
    limit 500`);
  for (const { id } of lent.rows)
    await transact(async (tx) => {
      await handOverWithin(tx, timer, {
        commitmentId: id,
        version: null,
        owner: { kind: "agent", agentId: input.agentId },
        why: "back",
      });
    }).catch(anotherWasFaster);
}

/** When it begins to show, and its owner is away until after it is due, somebody else gets it. */
export async function giveToSubstitute(
  tx: Tx,
  input: { id: string; ownerId: string | null; dueAt: string },
): Promise<void> {
  if (input.ownerId === null) return;
  const away = await tx.execute(sql`
    select 1 from agents where id = ${input.ownerId} and (deactivated_at is not null
      or (away_since is not null and coalesce(away_until, 'infinity') > ${input.dueAt}::timestamptz))`);
  if (away.rows.length > 0)
    await substitute(tx, { commitmentId: input.id, absentId: input.ownerId, why: "away" });
}

async function substitute(
  tx: Tx,
  input: { commitmentId: string; absentId: string; why: "away" | "left" },
): Promise<void> {
  const found = await tx.execute<{ id: string }>(sql`
    select a.id from commitments m join conversations c on c.id = survivor_of(m.conversation_id) join agents a on true
    where m.id = ${input.commitmentId} and a.id <> ${input.absentId} and a.role <> 'observer' and ${isHere} and ${mayKnow}
      and (a.id = c.assignee_id or exists (select 1 from team_members t where t.agent_id = a.id and t.team_id = c.team_id)
        or (c.team_id is null and a.role = 'manager'))
    order by a.id = c.assignee_id desc nulls last, a.role = 'manager' desc, a.role in ('agent', 'admin', 'owner') desc, a.name, a.id limit 1`);
  const agentId = found.rows[0]?.id;
  if (agentId === undefined) return;
  await handOverWithin(tx, timer, {
    commitmentId: input.commitmentId,
    version: null,
    owner: { kind: "agent", agentId },
    why: input.why,
  });
}

function anotherWasFaster(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
